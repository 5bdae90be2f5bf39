import { drizzle } from 'drizzle-orm/node-postgres'
import { deliveriesOf } from 'group-invitations'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../../shared/code-of.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { emptyTables } from '../../../postgres/test/fixtures.js'
import { after, aRequest, NOW } from '../../../../../test/support/builders.js'
import { repositoriesIn } from '../../repositories.js'
import { claims, deliveries, invitations, paces } from '../../schema.js'

const server = await openDatabase()
const tables = server.pool()
const pools = [server.pool(), server.pool()]
const stores = pools.map((pool) => repositoriesIn(drizzle(pool)).invitations)
afterAll(() => server.close())
beforeEach(() => emptyTables(tables))

/** The SQLSTATE of each statement of a transaction that has failed. */
const codes: (string | undefined)[] = []
for (const pool of pools) {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]) => {
      const asked = query(...args)
      if (asked instanceof Promise) asked.catch((error: unknown) => codes.push(codeOf(error)))
      return asked
    }
    client.query = watched as unknown as typeof client.query
  })
}

const pace = { burst: 3, everyMs: 60_000 }

/** The commit by that number, so that any two may share inviter, pair and identifier. */
function recordOf(number: number) {
  const invitation = {
    ...aRequest({
      inviterId: `inviter-${number % 5}`,
      recipientId: `recipient-${(number * 7) % 11}`,
    }),
    // Of four commits with one identifier each is of another inviter.
    invitationId: `i-${Math.floor(number / 4)}`,
    sentAt: NOW,
    repeatableAt: after(NOW, 1000),
  }
  const record = { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation) }
  return number % 3 === 0 ? record : { ...record, pace }
}

test('no two of many commits wait for each other in a circle', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 400 }, async (_nothing, number) =>
      stores[number % 2]?.commit(recordOf(number)),
    ),
  )
  const committed = outcomes.filter((outcome) => outcome?.type === 'Committed').length
  // Only the first use of a pace, which two have made at once.
  expect([...new Set(codes)].filter((code) => code !== '23505')).toEqual([])
  expect(committed).toBeGreaterThan(15)
  const database = drizzle(tables)
  const stored = await Promise.all(
    [claims, invitations, deliveries].map((table) => database.$count(table)),
  )
  expect(stored).toEqual([committed, committed, 2 * committed])
  for (const { inviter_id, free_at } of await database.select().from(paces)) {
    const used = outcomes.filter((outcome, number) => {
      const record = recordOf(number)
      const isTheirs = record.invitation.inviterId === inviter_id && 'pace' in record
      return isTheirs && outcome?.type === 'Committed'
    })
    expect(used.length).toBeLessThanOrEqual(pace.burst)
    expect((+free_at - +NOW) / pace.everyMs).toBe(used.length)
  }
})
