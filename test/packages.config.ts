import { defineConfig } from 'vitest/config'
import packages from './packages.json' with { type: 'json' }
import root from '../vitest.config.js'

// The tests of the packages below the root, which are to be installed first: npm run test:packages
export default defineConfig({
  ...root,
  test: {
    include: packages.map((folder) => `${folder}/**/*.test.ts`),
    // These need a server, such as npm run test:postgres starts.
    exclude: ['**/node_modules/**', 'docs/adapters/*/test/server/**'],
    testTimeout: 60_000,
  },
})
