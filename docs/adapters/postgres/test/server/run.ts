// Proves the PostgreSQL adapter on a real server: npm run test:postgres
//
// On the server of DATABASE_URL, in databases of its own; without it on one that it starts from the system's PostgreSQL
// in a temporary folder.
import { spawnSync } from 'node:child_process'
import { startServer } from './server.js'

const server = await startServer()
try {
  const run = (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: server.url }
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
    if (status !== 0) process.exitCode = 1
  }
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'docs/adapters/postgres/test/server/vitest.config.ts',
  )
  run(
    '--import',
    'tsx',
    'docs/adapters/postgres/test/server/crash-race.ts',
    ...process.argv.slice(2),
  )
} finally {
  server.stop()
}
