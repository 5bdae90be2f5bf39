import { readFileSync } from 'node:fs'
import type { Repositories } from 'group-invitations'
import type { ContractOptions } from 'group-invitations/testing'
import { sql } from 'drizzle-orm'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'
import type { Database } from '../database.js'
import { deliveries } from '../invitation-tables.js'
import { repositoriesIn } from '../repositories.js'
import { seed } from './seed.js'
import { setStanding, standingOf } from './their-code.js'

const FOLDER = 'docs/adapters/existing'

/** The network's tables, and what the library adds to them. */
export const SCHEMA = readFileSync(`${FOLDER}/schema.sql`, 'utf8')
export const MIGRATION = readFileSync(`${FOLDER}/migration.sql`, 'utf8')

export const SITE = 'https://network.example'

/** Short keys, and such that two of them are one number. */
const keyOf = (n: number) => (n % 2 === 0 ? String(n + 1) : String(2n ** 53n + BigInt(n)))

export const OPTIONS = {
  ids: {
    member: keyOf,
    group: keyOf,
    // Text, of which two at a time differ in case alone.
    invitation: (n) => `${n % 2 === 0 ? 'a' : 'A'}${Math.floor(n / 2)}`,
  },
  lacks: [
    // Both addresses are made of slugs.
    'groupUrl',
    'profileUrl',
    // A label has 120 characters.
    'longEntries',
  ],
} as const satisfies ContractOptions

export const emptyTables = (database: Database) =>
  database.execute(
    sql`TRUNCATE users, communities, opt_outs, claims, paces, invitations, deliveries, dead_letters CASCADE`,
  )

/** Fixtures of all ports over the tables of a database, for one case at a time. */
export const existingFixtures =
  (
    database: Database,
    another?: Database,
    repositoriesOver: (database: Database) => Repositories = (over) => repositoriesIn(over, SITE),
  ): FixturesOf =>
  (port) =>
  async () => {
    await emptyTables(database)
    return {
      repository: repositoriesOver(database)[port],
      seed: (network, decoys) => seed(database, network, decoys),
      deliveries: () => database.select().from(deliveries),
      standingOf: (groupId, memberId) => standingOf(database, groupId, memberId),
      async setStanding(groupId, memberId, standing) {
        await setStanding(database, groupId, memberId, standing)
      },
      ...(another && { another: () => repositoriesOver(another)[port] }),
      close: () => undefined,
    }
  }
