import { PGlite } from '@electric-sql/pglite'
import { InvitationPolicy, InvitationService } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { heedingBounces, recordBounce, returnPathOf } from '../bounces.js'
import { findDeadLetters, reviveDeadLetters } from '../dead-letters.js'
import { type Transport, Undeliverable } from '../../shared/hand-over.js'
import { relayOne } from '../relay.js'
import { repositoriesIn } from '../repositories.js'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'
import { aTransport } from './transports.js'

const database = new PGlite()
const repositories = repositoriesIn(database)
const service = new InvitationService(new InvitationPolicy(repositories), repositories)

let reported: unknown[] = []

beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())
beforeEach(async () => {
  reported = []
  await emptyTables(database)
  await seed(database, NETWORK)
  expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
  await database.query(`DELETE FROM deliveries WHERE channel = 'news'`)
})

const relayed = (transport: Transport, tries?: number) =>
  relayOne({
    database,
    service,
    transport,
    report: (...problem) => void reported.push(problem),
    ...(tries !== undefined && { tries }),
  })

async function outbox() {
  const { rows } = await database.query<{ delivery_id: string; attempts: number }>(
    'SELECT delivery_id, attempts FROM deliveries ORDER BY delivery_id',
  )
  return rows
}

const makeDue = () => database.query('UPDATE deliveries SET due_at = now()')
const email = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' }

describe('the relay gives up', () => {
  test('at once where the transport will never take the message', async () => {
    const refused = new Undeliverable('550 no such mailbox')
    expect(await relayed(aTransport(1, refused))).toBe('dead')
    expect(await outbox()).toEqual([])
    expect(await findDeadLetters(database)).toEqual([
      { ...email, attempts: 1, problem: '550 no such mailbox', diedAt: expect.any(Date) as Date },
    ])
    expect(reported).toEqual([[email, refused]])
  })

  test('at once a delivery that is none', async () => {
    await database.query(`UPDATE deliveries SET invitation_id = 'nope'`)
    expect(await relayed(aTransport())).toBe('dead')
    expect(await findDeadLetters(database)).toMatchObject([{ problem: 'InvalidRequest' }])
    expect(reported).toMatchObject([[{ invitationId: 'nope' }, { type: 'InvalidRequest' }]])
  })

  test('after as many tries as it is told', async () => {
    const transport = aTransport(9)
    const outcomes = []
    for (let count = 0; count < 4; count += 1) {
      outcomes.push(await relayed(transport, 3))
      await makeDue()
    }
    expect(outcomes).toEqual(['postponed', 'postponed', 'dead', undefined])
    expect(await findDeadLetters(database)).toMatchObject([
      { attempts: 3, problem: 'mailbox unavailable' },
    ])
    expect(reported).toHaveLength(3)
  })

  test('after 33 tries by default, about 25 hours after the first one', async () => {
    // Each wait is random, and this is its mean.
    const waits = Array.from({ length: 32 }, (_nothing, index) => 2 ** Math.min(index + 1, 12))
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600
    expect(hours).toBeGreaterThan(24.9)
    expect(hours).toBeLessThan(25.1)
    await database.query('UPDATE deliveries SET attempts = 31')
    expect(await relayed(aTransport(1))).toBe('postponed')
    await makeDue()
    expect(await relayed(aTransport(1))).toBe('dead')
  })

  test('not before the last try, which may be the one that succeeds', async () => {
    await database.query('UPDATE deliveries SET attempts = 32')
    expect(await relayed(aTransport())).toBe('delivered')
    expect(await findDeadLetters(database)).toEqual([])
  })

  test('a message whose tries never come to an end, without one more', async () => {
    await database.query('UPDATE deliveries SET attempts = 33')
    const transport = aTransport()
    expect(await relayed(transport)).toBe('dead')
    expect(transport.handed).toEqual([])
    expect(await findDeadLetters(database)).toMatchObject([
      { problem: 'No try has come to an end' },
    ])
  })

  test('whatever the problem is made of', async () => {
    const problem = new Undeliverable(`550 \0${'x'.repeat(10_000)}`)
    expect(await relayed(aTransport(1, problem))).toBe('dead')
    const [dead] = await findDeadLetters(database)
    expect(dead?.problem).toBe(`550 ${'x'.repeat(496)}`)
  })

  test('even if its report fails', async () => {
    const report = () => {
      throw new Error('the log is full')
    }
    const transport = aTransport(1, new Undeliverable('550 no such mailbox'))
    await expect(relayOne({ database, service, transport, report })).rejects.toThrow(
      'the log is full',
    )
    expect(await outbox()).toEqual([])
    expect(await findDeadLetters(database)).toHaveLength(1)
  })

  test('nothing that another relay has delivered meanwhile', async () => {
    const overtaken = {
      async deliver() {
        await database.query('DELETE FROM deliveries')
        throw new Undeliverable('550 no such mailbox')
      },
    }
    expect(await relayed(overtaken)).toBe('dead')
    expect(await findDeadLetters(database)).toEqual([])
  })
})

describe('dead letters', () => {
  test('are listed, the latest first, as many as one wants', async () => {
    await database.query(`
      INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem, died_at)
      SELECT 'i-' || n || '.news', 'i-' || n, 'news', 1, 'no', now() - n * interval '1 hour'
        FROM generate_series(1, 150) AS n`)
    const ids = (await findDeadLetters(database, 2)).map(({ invitationId }) => invitationId)
    expect(ids).toEqual(['i-1', 'i-2'])
    expect(await findDeadLetters(database)).toHaveLength(100)
  })

  test('are tried again from the beginning where a person wants it', async () => {
    await database.query('UPDATE deliveries SET attempts = 33')
    expect(await relayed(aTransport())).toBe('dead')
    expect(await reviveDeadLetters(database, ['i-1.email', 'unknown.email'])).toBe(1)
    expect(await findDeadLetters(database)).toEqual([])
    expect(await outbox()).toEqual([{ delivery_id: 'i-1.email', attempts: 0 }])
    expect(await relayed(aTransport())).toBe('delivered')
  })
})

describe('mail that comes back', () => {
  test('comes to an address that names its delivery', () => {
    expect(returnPathOf('i-1.email', 'elbnetz.example')).toBe('bounces+i-1.email@elbnetz.example')
  })

  test('lets no further e-mail go out to the member, but news', async () => {
    const transport = aTransport()
    const heeding = heedingBounces(database, transport)
    expect(await relayed(heeding)).toBe('delivered')
    await recordBounce(database, 'i-1.email')
    await recordBounce(database, 'i-1.email')
    await database.query(`
      INSERT INTO deliveries VALUES ('i-1.email', 'i-1', 'email'), ('i-1.news', 'i-1', 'news')`)
    const outcomes = [await relayed(heeding), await relayed(heeding)]
    expect(outcomes.sort()).toEqual(['dead', 'delivered'])
    expect(transport.handed).toEqual(['i-1.email', 'i-1.news'])
    expect(await findDeadLetters(database)).toMatchObject([
      { ...email, problem: 'An earlier mail to this member has come back' },
    ])
    await database.query(`DELETE FROM bounces WHERE member_id = 'bernd'`)
    await reviveDeadLetters(database, ['i-1.email'])
    expect(await relayed(heeding)).toBe('delivered')
  })

  test('leaves the invitation and its claim, and others, as they are', async () => {
    await recordBounce(database, 'i-1.email')
    await recordBounce(database, 'unknown.email')
    const { rows } = await database.query('SELECT member_id FROM bounces')
    expect(rows).toEqual([{ member_id: 'bernd' }])
    expect(await repositories.invitations.findInvitation('i-1')).toMatchObject({
      invitationId: 'i-1',
    })
    expect((await repositories.invitations.findClaims('anna', ['bernd'])).size).toBe(1)
  })
})
