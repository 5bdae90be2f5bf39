import { drizzle } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleOverPostgresJs } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { proveAdapters } from '../../../../../test/support/prove-adapters.js'
import { drizzleFixtures } from '../fixtures.js'

const database = await openDatabase()
const clients = [1, 2].map(() => postgres(database.url, { onnotice: () => undefined }))
const [one, other] = clients as [postgres.Sql, postgres.Sql]
afterAll(async () => {
  for (const client of clients) await client.end()
  await database.close()
})

for (const level of ['repeatable read', 'serializable']) {
  const settings = `-c default_transaction_isolation=${level.replace(' ', '\\ ')}`
  const pool = database.pool(settings)
  const another = drizzle(database.pool(settings))
  proveAdapters(`Drizzle, ${level}`, drizzleFixtures(drizzle(pool), pool, another))
}

proveAdapters(
  'Drizzle over postgres.js',
  drizzleFixtures(drizzleOverPostgresJs(one), database.pool(), drizzleOverPostgresJs(other)),
)
