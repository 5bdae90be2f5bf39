import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll } from 'vitest'
import { postgresFixtures, SCHEMA } from './fixtures.js'
import { proveAdapters } from '../../../../test/support/prove-adapters.js'

const database = new PGlite()

beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())

proveAdapters('PostgreSQL in this process', postgresFixtures(database), {
  lacks: ['another'],
})
