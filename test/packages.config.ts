import { defineConfig } from 'vitest/config'
import packages from './packages.json' with { type: 'json' }
import root from '../vitest.config.js'

// The tests of the packages below the root, which are to be installed first: npm run test:packages
export default defineConfig({
  ...root,
  test: {
    include: packages.map((folder) => `${folder}/**/*.test.ts`),
    // These need a server: npm run test:postgres.
    exclude: ['**/node_modules/**', 'docs/adapters/postgres/test/server/**'],
    testTimeout: 60_000,
  },
})
