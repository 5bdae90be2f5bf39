import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import packages from './packages.json' with { type: 'json' }
import root from '../vitest.config.js'

/** GitHub's linter of workflows: it imports JSON in a way that Node 20 does not know, and its source maps lack files. */
const LINTER = /\/node_modules\/@actions\/.*\.js$/

// The tests of the packages below the root, which are to be installed first: npm run test:packages
export default defineConfig({
  ...root,
  plugins: [
    {
      name: 'linter-of-workflows',
      load: (id) =>
        LINTER.test(id) ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMap.*/m, '') : undefined,
    },
  ],
  test: {
    include: packages.map((folder) => `${folder}/**/*.test.ts`),
    // These need a server, such as npm run test:postgres starts, or the site that npm run test:site builds.
    exclude: [
      '**/node_modules/**',
      'docs/adapters/*/test/server/**',
      'docs/.vitepress/test/built/**',
    ],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: '100%',
    server: { deps: { inline: [LINTER] } },
  },
})
