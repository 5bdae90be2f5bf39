import type { InvitationPolicy } from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import type pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openService as openPostgres } from '../../../postgres/wiring.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { emptyTables, seed } from '../../../postgres/test/fixtures.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { openService } from '../../wiring.js'

const database = await openDatabase()
const tables = database.pool()
const ended: pg.Pool[] = []
afterAll(async () => {
  for (const pool of ended) await pool.end()
  await database.close()
})
beforeEach(async () => {
  await emptyTables(tables)
  await seed(tables, NETWORK)
})

const PACE = { burst: 5, every: { minutes: 1 } }
type Open = typeof openPostgres<readonly []> | typeof openService<readonly []>
type Pace = Parameters<Open>[2] & { policy?: { pace?: typeof PACE } }

/** How many queries each step sends to the server. */
async function tripsOf(open: Open, options: Pace = {}) {
  const opened = open(database.url, () => undefined, options)
  const { pool, service, answerService, repositories } = opened
  const policy: InvitationPolicy = opened.policy
  ended.push(pool)
  let count = 0
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const counted = (...args: unknown[]) => {
      count += 1
      return query(...args)
    }
    client.query = counted as unknown as typeof client.query
  })
  const trips = async (work: () => Promise<unknown> | ResultAsync<unknown, unknown>) => {
    count = 0
    await work()
    return count
  }
  const answer = { invitationId: 'i-1', memberId: 'bernd' }
  const sent = await trips(() => service.send(aRequest(), { invitationId: 'i-1' }))
  const evaluate = await trips(() => policy.evaluate(aRequest()))
  const invitation = await repositories.invitations.findInvitation('i-1')
  if (!invitation) throw new Error('It was not sent')
  const denied = await trips(async () =>
    repositories.invitations.commit({
      invitation: { ...invitation, invitationId: 'i-2' },
      textFingerprint: '1.',
      deliveries: [],
    }),
  )
  const accept = await trips(() => answerService.accept(answer))
  return { sent, evaluate, denied, accept }
}

test('a send of Drizzle’s takes more round trips than one of postgres/', async () => {
  expect(await tripsOf(openPostgres)).toEqual({ sent: 3, evaluate: 1, denied: 2, accept: 6 })
  await emptyTables(tables)
  await seed(tables, NETWORK)
  expect(await tripsOf(openService)).toEqual({ sent: 13, evaluate: 7, denied: 5, accept: 9 })
})

test('and so does one with a pace', async () => {
  const options = { policy: { pace: PACE } }
  expect(await tripsOf(openPostgres, options)).toMatchObject({ sent: 3, evaluate: 1 })
  await emptyTables(tables)
  await seed(tables, NETWORK)
  expect(await tripsOf(openService, options)).toMatchObject({ sent: 16, evaluate: 8 })
})
