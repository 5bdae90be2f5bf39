import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import packages from './test/packages.json' with { type: 'json' }

// Far from UTC and with daylight-saving time, so that a rule that reads local time fails.
process.env['TZ'] = 'America/New_York'

const entries = {
  '.': 'index.ts',
  './content': 'content/index.ts',
  './form': 'form/index.ts',
  './http': 'http/index.ts',
  './memory': 'memory/index.ts',
  './messages': 'messages/index.ts',
  './testing': 'testing/index.ts',
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...packages.map((folder) => `${folder}/**`)],
    // How long something takes is measured by the bench; here only what never ends is told.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One for each processor: left alone, Vitest keeps one of them for itself, which waits.
    maxWorkers: '100%',
    typecheck: { include: ['test/**/*.test-d.ts'] },
    coverage: {
      enabled: process.env['COVERAGE'] === 'true',
      include: ['src/**/*.ts'],
      reporter: 'text-summary',
      thresholds: { 100: true, perFile: true },
    },
  },
  resolve: {
    alias: Object.entries(entries).map(([name, path]) => ({
      find: new RegExp(`^group-invitations${name.slice(1)}$`),
      replacement: fileURLToPath(new URL(`src/${path}`, import.meta.url)),
    })),
  },
})
