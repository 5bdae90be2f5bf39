import { defineConfig } from 'vitest/config'
import shared from '../../../../../vitest.config.js'

// Against a real server, whose address is in DATABASE_URL: `npm run test:postgres` sets it.
export default defineConfig({
  test: {
    include: ['docs/adapters/{postgres,sharded}/test/server/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
  resolve: shared.resolve ?? {},
})
