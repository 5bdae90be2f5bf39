import { defineConfig } from 'vitest/config'
import shared from '../../../../../vitest.config.js'

// Over real servers, whose addresses are in DATABASE_URL and REDIS_URL: `npm run test:queues` sets them.
export default defineConfig({
  test: {
    include: ['docs/adapters/queues/test/server/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The tests of all files share one Redis.
    fileParallelism: false,
  },
  resolve: shared.resolve ?? {},
})
