// Proves the queues over the real thing: npm run test:queues
//
// Over a PostgreSQL and a Redis that it starts on loopback, in folders of their own, and ends. With -- --install it
// installs the Debian package of Redis if there is none.
import { spawnSync } from 'node:child_process'
import { startServer } from '../../../postgres/test/server/server.js'
import { install, missingOf } from '../../../../../test/support/system-packages.js'
import { hasRedis, startRedis } from './redis.js'

if (!hasRedis() && process.argv.includes('--install')) install(missingOf(['redis-server']))
if (!hasRedis()) {
  console.error(
    'There is no redis-server here: npm run test:queues -- --install installs it, or apt-get install redis-server',
  )
  process.exit(1)
}
const redis = await startRedis()
const server = await startServer()
try {
  const env = { ...process.env, DATABASE_URL: server.url, REDIS_URL: redis.url }
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'docs/adapters/queues/test/server/vitest.config.ts',
    ],
    { stdio: 'inherit', env },
  )
  if (status !== 0) process.exitCode = 1
} finally {
  server.stop()
  await redis.stop()
}
