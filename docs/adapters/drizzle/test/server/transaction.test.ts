import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { drizzle as drizzleOverPGlite } from 'drizzle-orm/pglite'
import { drizzle as drizzleOverPostgresJs } from 'drizzle-orm/postgres-js'
import { AnswerService, InvitationPolicy, InvitationService } from 'group-invitations'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database as Tables } from '../../../postgres/database.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { emptyTables, SCHEMA, seed } from '../../../postgres/test/fixtures.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import type { Database } from '../../database.js'
import { repositoriesIn } from '../../repositories.js'
import { claims, deliveries, invitations, memberships } from '../../schema.js'

// A row of the service's own.
const notes = pgTable('notes', { invitation_id: text().primaryKey() })
const NOTES = 'CREATE TABLE notes (invitation_id text PRIMARY KEY)'

const server = await openDatabase()
const pool = server.pool()
const postgresJs = postgres(server.url)
const pglite = new PGlite()

const warnings: Error[] = []
const keep = (warning: Error) => void warnings.push(warning)

beforeAll(async () => {
  process.on('warning', keep)
  await pool.query(NOTES)
  await pglite.exec(`${SCHEMA}; ${NOTES}`)
}, 60_000)
afterAll(async () => {
  process.off('warning', keep)
  await postgresJs.end()
  await pglite.close()
  await server.close()
})

const drivers: readonly [driver: string, Database, Tables][] = [
  ['node-postgres', drizzle(pool), pool],
  ['postgres.js', drizzleOverPostgresJs(postgresJs), pool],
  ['PGlite', drizzleOverPGlite(pglite), pglite],
]

describe.each(drivers)('within a transaction over %s', (_driver, database, tables) => {
  beforeEach(async () => {
    await emptyTables(tables)
    await tables.query('TRUNCATE notes')
    await seed(tables, { ...NETWORK, blocks: [] })
  })

  const servicesIn = (transaction: Database) => {
    const repositories = repositoriesIn(transaction)
    const policy = new InvitationPolicy(repositories)
    return {
      service: new InvitationService(policy, repositories),
      answers: new AnswerService(policy, repositories),
    }
  }
  const send = async (transaction: Database, changes: Parameters<typeof aRequest>[0] = {}) => {
    const sent = await servicesIn(transaction).service.send(aRequest(changes), {
      invitationId: 'i-1',
    })
    if (sent.isErr()) throw new Error(`Not sent: ${sent.error.type}`, { cause: sent.error })
    return sent.value
  }
  const note = (transaction: Database) => transaction.insert(notes).values({ invitation_id: 'i-1' })
  const stored = async () => {
    const rows: number[] = []
    for (const table of [claims, invitations, deliveries, notes]) {
      rows.push((await database.select().from(table)).length)
    }
    return rows
  }

  test('an invitation is stored with a row of the service', async () => {
    await database.transaction(async (transaction) => {
      expect((await send(transaction)).replayed).toBe(false)
      await note(transaction)
    })
    expect(await stored()).toEqual([1, 1, 2, 1])
    expect(warnings).toEqual([])
  })

  test('or neither is, if the service fails', async () => {
    const failing = database.transaction(async (transaction) => {
      await send(transaction)
      await note(transaction)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual([0, 0, 0, 0])
    expect((await send(database)).replayed).toBe(false)
  })

  test('or neither is, if the invitation is denied', async () => {
    const denied = database.transaction(async (transaction) => {
      await note(transaction)
      await send(transaction, { recipientId: 'dora' })
    })
    await expect(denied).rejects.toThrow('Not sent: InvitationDenied')
    expect(await stored()).toEqual([0, 0, 0, 0])
  })

  test('an invitation is replayed, and denied by what the transaction has written', async () => {
    await database.transaction(async (transaction) => {
      expect((await send(transaction)).replayed).toBe(false)
      expect((await send(transaction)).replayed).toBe(true)
      const again = await servicesIn(transaction).service.send(aRequest())
      expect(again._unsafeUnwrapErr()).toMatchObject({ denials: [{ type: 'RateLimited6Months' }] })
    })
    expect(await stored()).toEqual([1, 1, 2, 0])
  })

  test('a write that is denied leaves the transaction as it was', async () => {
    const { invitation } = await send(database)
    const other = { ...invitation, invitationId: 'i-2' }
    await database.transaction(async (transaction) => {
      await note(transaction)
      const outcome = await repositoriesIn(transaction).invitations.commit({
        invitation: other,
        textFingerprint: '1.',
        deliveries: [],
      })
      expect(outcome).toMatchObject({ type: 'PairTaken', claim: { invitationId: 'i-1' } })
    })
    expect(await stored()).toEqual([1, 1, 2, 1])
  })

  test('an answer is stored with a row of the service, or neither is', async () => {
    await send(database)
    const accept = (transaction: Database) =>
      servicesIn(transaction).answers.accept({ invitationId: 'i-1', memberId: 'bernd' })
    const failing = database.transaction(async (transaction) => {
      expect((await accept(transaction)).isOk()).toBe(true)
      await note(transaction)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const pending = async () =>
      (await database.select().from(memberships)).filter(({ standing }) => standing === 'pending')
    expect([await stored(), await pending()]).toEqual([[1, 1, 2, 0], []])
    await database.transaction(async (transaction) => {
      expect((await accept(transaction))._unsafeUnwrap()).toMatchObject({ replayed: false })
      await note(transaction)
    })
    expect(await stored()).toEqual([1, 1, 2, 1])
    expect(await pending()).toHaveLength(1)
  })
})
