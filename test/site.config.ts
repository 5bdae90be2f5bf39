import { defineConfig } from 'vitest/config'
import root from '../vitest.config.js'

// The tests of the site as it was built: npm run test:site
export default defineConfig({
  ...root,
  test: {
    include: ['docs/.vitepress/test/built/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: the pages measure and wait.
    fileParallelism: false,
  },
})
