import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Far from UTC and with daylight-saving time, so that a rule that reads local time fails.
process.env['TZ'] = 'America/New_York'

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url))

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a server: npm run test:postgres.
    exclude: ['test/postgres/**'],
    typecheck: { include: ['test/**/*.test-d.ts'] },
    coverage: {
      include: ['src/**/*.ts'],
      // Types and names alone: nothing to run.
      exclude: [
        'src/{candidates,choice,denials,errors,facts,gathered,index,invitation}.ts',
        'src/{maybe-promise,member,policy-options,reading}.ts',
        'src/memory/network.ts',
        'src/repositories/*.ts',
        'src/rules/rule.ts',
        'src/testing/contracts.ts',
      ],
      reporter: 'text-summary',
      thresholds: { 100: true, perFile: true },
    },
  },
  resolve: {
    alias: [
      { find: /^group-invitations$/, replacement: source('index.ts') },
      {
        find: /^group-invitations\/memory$/,
        replacement: source('memory/in-memory-repositories.ts'),
      },
      {
        find: /^group-invitations\/testing$/,
        replacement: source('testing/contracts.ts'),
      },
    ],
  },
})
