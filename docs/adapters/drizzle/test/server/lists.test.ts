import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleOverPGlite } from 'drizzle-orm/pglite'
import { drizzle as drizzleOverPostgresJs } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database as Tables } from '../../../postgres/database.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { SCHEMA, seed } from '../../../postgres/test/fixtures.js'
import { NETWORK } from '../../../../../test/support/network.js'
import type { Database } from '../../database.js'
import { repositoriesIn } from '../../repositories.js'

const server = await openDatabase()
const pool = server.pool()
const postgresJs = postgres(server.url)
const pglite = new PGlite()

beforeAll(async () => {
  await pglite.exec(SCHEMA)
  await seed(pool, NETWORK)
  await seed(pglite, NETWORK)
}, 60_000)
afterAll(async () => {
  await postgresJs.end()
  await pglite.close()
  await server.close()
})

const drivers: readonly [driver: string, Database, Tables][] = [
  ['node-postgres', drizzle(pool), pool],
  ['postgres.js', drizzleOverPostgresJs(postgresJs), pool],
  ['PGlite', drizzleOverPGlite(pglite), pglite],
]

describe.each(drivers)('a list over %s', (_driver, database) => {
  const { contacts, memberships, profiles } = repositoriesIn(database)
  /** So many identifiers, of which the last is Bernd’s. */
  const members = (count: number) => [
    ...Array.from({ length: count - 1 }, (_nothing, number) => `m-${number}`),
    'bernd',
  ]

  test('may be empty', async () => {
    expect(await contacts.findContactsAmong('anna', [])).toEqual(new Set())
    expect(await memberships.findStandings([], ['anna'])).toEqual(new Map())
    expect(await profiles.findProfiles([], 'anna')).toEqual(new Map())
  })

  test.each([1, 5000, 65_532])('may have %i items', async (count) => {
    expect(await contacts.findContactsAmong('anna', members(count))).toEqual(new Set(['bernd']))
  })

  // The protocol of PostgreSQL has two bytes for the number of parameters.
  test.each([65_536, 65_537, 131_073])('is an outage with %i parameters', async (parameters) => {
    const found = Promise.resolve(contacts.findContactsAmong('anna', members(parameters - 1)))
    await expect(found).rejects.toThrow()
    // The connection is as good as before.
    expect(await contacts.findContactsAmong('anna', ['bernd'])).toEqual(new Set(['bernd']))
  })
})
