import { InvitationPolicy, InvitationService } from 'group-invitations'
import type { PoolClient } from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { factsIn } from '../../facts.js'
import { preparing } from '../../prepared.js'
import { repositoriesIn } from '../../repositories.js'
import { oneByOne } from '../../transaction.js'
import { openService } from '../../wiring.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

describe('the statements of a send', () => {
  let client: PoolClient
  beforeEach(async () => {
    await emptyTables(pool)
    await seed(pool, NETWORK)
    client = await pool.connect()
  })
  afterEach(() => {
    client.release(true)
  })

  /** Sends over one connection; `again` finds out that it was sent. */
  async function send(invitationId: string, changes = {}) {
    const over = oneByOne(preparing(client))
    const repositories = repositoriesIn(over)
    const policy = new InvitationPolicy(repositories, { loadFacts: factsIn(over) })
    const service = new InvitationService(policy, repositories)
    return service.send(aRequest(changes), { invitationId })
  }

  const preparedStatements = async () => {
    const { rows } = await client.query<{ name: string; statement: string; times: number }>(
      `SELECT name, statement, (generic_plans + custom_plans)::int AS times
         FROM pg_prepared_statements ORDER BY name`,
    )
    return rows
  }

  test('are prepared once by a connection', async () => {
    expect((await send('i-1')).isOk()).toBe(true)
    const first = await preparedStatements()
    expect(first.length).toBeGreaterThan(1)
    expect(first.every(({ times }) => times === 1)).toBe(true)
    expect((await send('i-1'))._unsafeUnwrap().replayed).toBe(true)
    expect((await send('i-2', { recipientId: 'clara' })).isErr()).toBe(true)
    const second = await preparedStatements()
    expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name))
    expect(Math.max(...second.map(({ times }) => times))).toBeGreaterThan(1)
  })

  test('are still valid after columns were added', async () => {
    expect((await send('i-1')).isOk()).toBe(true)
    expect((await send('i-1')).isOk()).toBe(true)
    try {
      for (const table of ['members', 'groups', 'memberships', 'claims', 'invitations']) {
        await pool.query(`ALTER TABLE ${table} ADD COLUMN added text`)
      }
      expect((await send('i-1'))._unsafeUnwrap().replayed).toBe(true)
      await pool.query('TRUNCATE claims')
      expect((await send('i-2')).isOk()).toBe(true)
    } finally {
      for (const table of ['members', 'groups', 'memberships', 'claims', 'invitations']) {
        await pool.query(`ALTER TABLE ${table} DROP COLUMN IF EXISTS added`)
      }
    }
  })
})

test('the wiring prepares them', async () => {
  await emptyTables(pool)
  await seed(pool, NETWORK)
  const opened = openService(database.url, () => undefined)
  expect((await opened.service.send(aRequest())).isOk()).toBe(true)
  const { rows } = await opened.pool.query<{ name: string }>(
    'SELECT name FROM pg_prepared_statements',
  )
  expect(rows.length).toBeGreaterThan(0)
  await opened.pool.end()
})
