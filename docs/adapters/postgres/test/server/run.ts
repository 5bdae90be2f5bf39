// Proves the PostgreSQL adapter on a real server: npm run test:postgres
//
// On the server of DATABASE_URL, in databases of its own; without it on one that it starts from the system's PostgreSQL
// in a temporary folder.
import { spawnSync } from 'node:child_process'
import { hasOwnServer, startServer } from './server.js'

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
  const race = (name: string, ...args: string[]) => {
    run('--import', 'tsx', `docs/adapters/postgres/test/server/${name}.ts`, ...args)
  }
  race('crash-race', ...process.argv.slice(2))
  race('answers-race')
  race('pace-race')
  if (hasOwnServer()) race('outage-race')
  else console.log('The outage race was not run: there is no PostgreSQL here that could be stopped')
} finally {
  server.stop()
}
