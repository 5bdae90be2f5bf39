// A worker that takes two jobs, prints their keys, and never comes to an end: it is killed.
import { Logger } from 'graphile-worker'
import type { PreparedDelivery } from 'group-invitations'
import PgBoss from 'pg-boss'
import { openPool } from '../../../postgres/test/server/race/open-pool.js'
import { serviceOver } from '../../../postgres/test/server/race/service-over.js'
import * as bullmq from '../../bullmq.js'
import * as graphileWorker from '../../graphile-worker.js'
import * as pgBoss from '../../pg-boss.js'
import type { QueueWork } from '../../try-job.js'
import { BRIEF, urlOfRedis } from './redis.js'

const [name = '', url = ''] = process.argv.slice(2)
const pool = openPool(url, 4)
const work: QueueWork = {
  database: pool,
  service: serviceOver(pool),
  report: console.error,
  transport: {
    deliver({ idempotencyKey }: PreparedDelivery) {
      console.log(idempotencyKey)
      return new Promise<void>(() => undefined)
    },
  },
}
if (name === 'pg-boss') {
  const boss = new PgBoss({ connectionString: url, max: 4 })
  await boss.start()
  await pgBoss.workDeliveries(boss, work)
} else if (name === 'graphile-worker') {
  const logger = new Logger(() => () => undefined)
  await graphileWorker.workDeliveries({ pgPool: pool, concurrency: 4, logger }, work)
} else {
  bullmq.workDeliveries(work, { ...BRIEF, connection: { url: urlOfRedis() } })
}
