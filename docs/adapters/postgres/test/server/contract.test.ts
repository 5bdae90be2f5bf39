import { afterAll } from 'vitest'
import { postgresFixtures } from '../fixtures.js'
import { proveAdapters } from '../../../../../test/support/prove-adapters.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
afterAll(() => database.close())

proveAdapters('PostgreSQL', postgresFixtures(database.pool(), database.pool()))

for (const level of ['repeatable read', 'serializable']) {
  const settings = `-c default_transaction_isolation=${level.replace(' ', '\\ ')}`
  const fixtures = postgresFixtures(database.pool(settings), database.pool(settings))
  proveAdapters(`PostgreSQL, ${level}`, fixtures)
}
