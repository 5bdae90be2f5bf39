import { PGlite } from '@electric-sql/pglite'
import { type Delivery, InvitationPolicy, InvitationService } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import {
  type ReceivedCounter,
  receivedIn,
  recipientIsBelowCap,
} from '../../../examples/recipient-cap.js'
import {
  notingReceived,
  RECEIVED,
  receivedElsewhere,
} from '../../../examples/recipient-cap-over-shards.js'
import { relayOne } from '../relay.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'

const DAY = 24 * 60 * 60 * 1000
const CAP = { most: 3, days: 7 }
const inviters = Array.from({ length: 20 }, (_, at) => `inviter-${at}`)

const database = new PGlite()
beforeAll(() => database.exec(`${SCHEMA}; ${RECEIVED}`))
afterAll(() => database.close())
beforeEach(async () => {
  await emptyTables(database)
  await database.query('TRUNCATE received')
  const joined = Object.fromEntries(inviters.map((memberId) => [memberId, 'member' as const]))
  await seed(database, {
    members: [
      ...NETWORK.members,
      ...inviters.map((memberId) => ({ memberId, displayName: 'Jemand Anderes' })),
    ],
    groups: NETWORK.groups.map((group) => ({
      ...group,
      standings: { ...group.standings, ...joined },
    })),
  })
})

const repositories = repositoriesIn(database)
const serviceWith = (counter: ReceivedCounter, now = NOW) =>
  new InvitationService(
    new InvitationPolicy(repositories, {
      clock: () => now,
      rules: [recipientIsBelowCap(counter, CAP)],
    }),
    repositories,
  )

async function sendOneByOne(service: ReturnType<typeof serviceWith>, count: number) {
  const outcomes: boolean[] = []
  for (const inviterId of inviters.slice(0, count)) {
    outcomes.push((await service.send(aRequest({ inviterId }))).isOk())
  }
  return outcomes.filter(Boolean).length
}

describe('the cap over the rows that the commit writes', () => {
  test('counts what was committed, whoever sent it', async () => {
    expect(await sendOneByOne(serviceWith(receivedIn(database)), 10)).toBe(CAP.most)
  })

  test('lets more pass that are sent at once', async () => {
    const service = serviceWith(receivedIn(database))
    const sent = await Promise.all(
      inviters.map((inviterId) => service.send(aRequest({ inviterId }))),
    )
    expect(sent.filter((result) => result.isOk()).length).toBeGreaterThan(CAP.most)
    expect(await service.send(aRequest())).toMatchObject({
      error: { denials: [{ type: 'RecipientCapReached' }] },
    })
  })

  test('ends to the millisecond, and names only whom it was asked for', async () => {
    await sendOneByOne(serviceWith(receivedIn(database)), CAP.most)
    const counter = receivedIn(database)
    const ids = ['bernd', 'nobody']
    expect(await counter.countReceived(ids, after(NOW, -1))).toEqual(new Map([['bernd', 3]]))
    expect(await counter.countReceived(ids, NOW)).toEqual(new Map())
    expect(await counter.countReceived(['clara'], new Date(0))).toEqual(new Map())
    const verdictAt = async (now: Date) =>
      (await serviceWith(counter, now).send(aRequest(), { invitationId: `at-${+now}` })).isOk()
    expect(await verdictAt(after(NOW, CAP.days * DAY - 1))).toBe(false)
    expect(await verdictAt(after(NOW, CAP.days * DAY))).toBe(true)
  })
})

describe('the cap over what the relay has noted', () => {
  const counter = receivedElsewhere(database)
  const service = serviceWith(counter)
  const handed: string[] = []
  const transport = notingReceived(database, {
    deliver: ({ idempotencyKey }) => Promise.resolve(void handed.push(idempotencyKey)),
  })
  const relayAll = async (to = transport) => {
    const problems: unknown[] = []
    const report = (_delivery: unknown, problem: unknown) => void problems.push(problem)
    const relaying = { database, service, transport: to, report }
    while ((await relayOne(relaying)) !== undefined);
    return problems
  }
  const noted = () => counter.countReceived(['bernd'], new Date(0))

  test('is late by what waits in the outbox, also one after the other', async () => {
    expect(await sendOneByOne(service, 10)).toBe(10)
    expect(await noted()).toEqual(new Map())
    expect(await relayAll()).toEqual([])
    // Both messages of an invitation count once, and the cap cancels none of them.
    expect(await noted()).toEqual(new Map([['bernd', 10]]))
    // By when they were sent, not by when they were delivered.
    expect(await counter.countReceived(['bernd'], NOW)).toEqual(new Map())
    expect(handed).toHaveLength(20)
    expect(await service.send(aRequest())).toMatchObject({
      error: { denials: [{ type: 'RecipientCapReached' }] },
    })
  })

  test('notes a retry once, and does not count what was cancelled', async () => {
    await sendOneByOne(service, 2)
    const { rows } = await database.query<Delivery>(
      `SELECT delivery_id AS "deliveryId", invitation_id AS "invitationId", channel FROM deliveries LIMIT 1`,
    )
    for (const delivery of [...rows, ...rows]) {
      const prepared = await service.prepareDelivery(delivery)
      await transport.deliver(prepared._unsafeUnwrap())
    }
    expect(await noted()).toEqual(new Map([['bernd', 1]]))
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    await relayAll()
    expect(await noted()).toEqual(new Map([['bernd', 1]]))
  })

  test('hands nothing over if it cannot be noted', async () => {
    handed.splice(0)
    const down = { query: () => Promise.reject(new Error('down')) }
    await sendOneByOne(service, 1)
    const problems = await relayAll(notingReceived(down, transport))
    expect(problems).toEqual([new Error('down'), new Error('down')])
    expect(handed).toEqual([])
  })
})
