import { defineConfig } from 'vitest/config'
import packages from './packages.json' with { type: 'json' }
import root from '../vitest.config.js'

// The tests of the packages below the root, which are to be installed first: npm run test:packages
export default defineConfig({
  ...root,
  test: {
    include: packages.map((folder) => `${folder}/**/*.test.ts`),
    // These need a server, such as npm run test:postgres starts, or the site that npm run test:site builds.
    exclude: [
      '**/node_modules/**',
      'docs/adapters/*/test/server/**',
      'docs/.vitepress/test/built/**',
    ],
    testTimeout: 60_000,
  },
})
