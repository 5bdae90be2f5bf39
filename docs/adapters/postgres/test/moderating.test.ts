import { PGlite } from '@electric-sql/pglite'
import { forInviter } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { PROHIBITED } from '../../../../test/support/clear-texts.js'
import { COMPLAINTS, findComplaint } from '../../../examples/complaining.js'
import { eraseFromComplaints, forgetComplaints } from '../../../examples/forgetting-complaints.js'
import { freeze, FREEZES, messages } from '../../../examples/inviter-freeze.js'
import { findOpen, type Measure } from '../../../examples/moderating.js'
import { decide, moderated, shownTo } from './moderated.js'

const UNTIL = after(NOW, 30 * 24 * 60 * 60 * 1000)

const database = new PGlite()
beforeAll(() => database.exec(`${COMPLAINTS}; ${FREEZES}`))
afterAll(() => database.close())

let network: ReturnType<typeof moderated>
beforeEach(async () => {
  await database.query('TRUNCATE complaints, freezes')
  network = moderated(database)
  await network.send('i-1')
})

async function upheld(measure: Measure) {
  await network.complain()
  expect(await decide(database, measure)).toBe(true)
}
const rows = async () =>
  (await database.query<Record<string, unknown>>('SELECT * FROM complaints ORDER BY invitation_id'))
    .rows

describe('the queue', () => {
  test('has the oldest first, without what was decided, and names no member', async () => {
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' }, after(NOW, 1))
    await network.complain()
    const open = await findOpen(database)
    expect(open.map(({ invitationId }) => invitationId)).toEqual(['i-1', 'i-2'])
    expect(JSON.stringify(open)).not.toMatch(/anna|bernd|clara|müller|schmidt/i)
    expect(await findOpen(database, 1)).toEqual(open.slice(0, 1))
    await decide(database, { measure: 'Withdrawal' })
    const [left, ...others] = await findOpen(database)
    expect(others).toEqual([])
    expect(left).toMatchObject({ invitationId: 'i-2', upheldBefore: 1 })
  })

  test('counts what was upheld about the same inviter alone, not what was dismissed', async () => {
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await network.send('i-3', { inviterId: 'clara', text: 'Lieber Bernd, TypeScript?' })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' })
    await network.complain({ invitationId: 'i-3' })
    await upheld({ measure: 'None' })
    expect(await findOpen(database)).toMatchObject([{ upheldBefore: 0 }, { upheldBefore: 0 }])
    await decide(database, { measure: 'Withdrawal' }, { invitationId: 'i-3' })
    expect(await findOpen(database)).toMatchObject([{ invitationId: 'i-2', upheldBefore: 0 }])
  })

  test('says what the network’s rules provide for, and nothing follows from that', async () => {
    const [text] = PROHIBITED['multi-level-marketing']
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: `Liebe Clara, ${text}`,
    })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' })
    expect(await findOpen(database)).toMatchObject([
      { categories: ['multi-level-marketing'], sanction: 'AccessDeletion' },
    ])
    expect(await network.carryOut()).toEqual([])
    expect([...network.gone]).toEqual([])
  })
})

describe('a decision', () => {
  test('counts once, also if two persons decide at once', async () => {
    await network.complain()
    const decided = await Promise.all([
      decide(database, { measure: 'None' }),
      decide(database, { measure: 'AccessDeletion' }, { decidedBy: 'staff-2' }),
    ])
    expect(decided.filter(Boolean)).toHaveLength(1)
    const stored = await rows()
    expect(await decide(database, { measure: 'Withdrawal' })).toBe(false)
    expect(await rows()).toEqual(stored)
  })

  test('needs a complaint, a reason and a provision', async () => {
    expect(await decide(database, { measure: 'AccessDeletion' })).toBe(false)
    await network.complain()
    await expect(decide(database, { measure: 'None' }, { reason: ' ' })).rejects.toThrow(TypeError)
    await expect(decide(database, { measure: 'None' }, { provision: '' })).rejects.toThrow(
      TypeError,
    )
    expect(await findOpen(database)).toHaveLength(1)
  })

  test('that dismisses changes nothing that anybody is shown', async () => {
    const before = await shownTo(network)
    await upheld({ measure: 'None' })
    expect(await network.carryOut()).toEqual([])
    expect(await shownTo(network)).toEqual(before)
    expect(network.informed).toEqual([])
    const asked = { invitationId: 'i-1', memberId: 'bernd' }
    expect(await findComplaint(database, asked)).toBe('dismissed')
  })

  test('that upholds changes nothing either, until it is carried out', async () => {
    const before = await shownTo(network)
    await upheld({ measure: 'AccessDeletion' })
    expect(await shownTo(network)).toEqual(before)
    expect(await network.carryOut()).toEqual([])
    expect(await shownTo(network)).not.toEqual(before)
  })
})

describe('freezing', () => {
  const denial = { type: 'MayNotInviteUntil', until: UNTIL }
  const FREEZE = { measure: 'Freeze', frozenUntil: UNTIL } as const

  test('stops the inviter in every way, until the instant, and stops nobody else', async () => {
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await upheld(FREEZE)
    expect(await network.carryOut()).toEqual([])
    const request = aRequest({ recipientId: 'dora', groupId: 'chess', text: 'Liebe Dora!' })
    const at = (now: Date) => network.over(now)
    const frozen = at(after(UNTIL, -1))
    expect(await frozen.policy.evaluate(request)).toMatchObject({
      error: { denials: expect.arrayContaining([denial]) as unknown },
    })
    const ask = { inviterId: 'anna', recipientId: 'dora' }
    for (const choice of (await frozen.policy.groupsFor(ask))._unsafeUnwrap()) {
      expect(choice.denials).toContainEqual(denial)
    }
    for (const choice of (await at(UNTIL).policy.groupsFor(ask))._unsafeUnwrap()) {
      expect(choice.denials).not.toContainEqual(denial)
    }
    // Another invitation of the same inviter, which nobody has complained about.
    const deliveries = network.store.pendingDeliveries()
    const others = deliveries.filter(({ invitationId }) => invitationId === 'i-2')
    expect(others).toHaveLength(2)
    for (const delivery of others) {
      expect(await network.service.prepareDelivery(delivery)).toMatchObject({
        error: { type: 'DeliveryCancelled', reasons: [denial] },
      })
      expect((await at(UNTIL).service.prepareDelivery(delivery)).isOk()).toBe(true)
    }
    // Both are open all the same.
    expect(await network.statusOf('i-1')).toBeUndefined()
    expect(await network.statusOf('i-2')).toBeUndefined()
    const received = (await at(NOW).answers.received('bernd'))._unsafeUnwrap()
    expect(received.items).toMatchObject([{ invitation: { invitationId: 'i-1' } }])
    const byClara = aRequest({ inviterId: 'clara', text: 'Lieber Bernd, TypeScript?' })
    expect((await network.policy.evaluate(byClara)).isOk()).toBe(true)
  })

  test('is revealed to the inviter, in words', async () => {
    await freeze(database, 'anna', UNTIL)
    const request = aRequest({
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach?',
    })
    const error = (await network.policy.evaluate(request))._unsafeUnwrapErr()
    const disclosed = forInviter(error, { reveal: ['MayNotInviteUntil'] })
    expect(messages.reasons(disclosed)).toEqual([
      'You have broken the rules of inviting. You can invite again from June 11, 2026 (12:00 PM UTC).',
    ])
    expect(toProblemDetails(disclosed, { messages })).toMatchObject({ status: 403 })
    await freeze(database, 'anna', after(UNTIL, 1))
    const longer = (await network.policy.evaluate(request))._unsafeUnwrapErr()
    expect(messages.describe(forInviter(longer, { reveal: ['MayNotInviteUntil'] }))).toContain(
      'from June 11, 2026 (12:01 PM UTC)',
    )
    const overJson: unknown = JSON.parse(JSON.stringify(disclosed))
    expect(messages.reasons(overJson as typeof disclosed)).toEqual(messages.reasons(disclosed))
  })

  test('keeps the later end of two', async () => {
    await freeze(database, 'anna', UNTIL)
    await freeze(database, 'anna', after(UNTIL, -1))
    const { rows } = await database.query('SELECT * FROM freezes')
    expect(rows).toEqual([{ member_id: 'anna', frozen_until: UNTIL }])
  })
})

describe('what is kept', () => {
  test('nothing decided before an instant, unless it is still to be carried out', async () => {
    await upheld({ measure: 'Withdrawal' })
    await forgetComplaints(database, after(NOW, 1))
    expect(await rows()).toHaveLength(1)
    await network.carryOut()
    await forgetComplaints(database, NOW)
    expect(await rows()).toHaveLength(1)
    await forgetComplaints(database, after(NOW, 1))
    expect(await rows()).toEqual([])
  })

  test('nothing that is open, however old', async () => {
    await network.complain()
    await forgetComplaints(database, after(NOW, 1e12))
    expect(await rows()).toHaveLength(1)
  })

  test('no words about an inviter who is erased', async () => {
    await upheld({ measure: 'Withdrawal' })
    await eraseFromComplaints(database, 'anna')
    expect(await rows()).toMatchObject([
      { measure: 'Withdrawal', explanation: '', quotation: null },
    ])
  })

  test('no words of a member who is erased', async () => {
    await upheld({ measure: 'Withdrawal' })
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' })
    const { reason } = (await rows())[0] ?? {}
    await eraseFromComplaints(database, 'bernd')
    const [first, second] = await rows()
    expect(first).toMatchObject({ measure: 'Withdrawal', reason })
    expect(first).toMatchObject({ invitation_id: 'i-1', explanation: '', quotation: null })
    expect(second).toMatchObject({ quotation: expect.stringContaining('Schach') as unknown })
    await freeze(database, 'anna', UNTIL)
    await eraseFromComplaints(database, 'anna')
    expect((await rows()).map((row) => row['invitation_id'])).toEqual(['i-1'])
    expect((await database.query('SELECT * FROM freezes')).rows).toEqual([])
  })

  test.each(['anna', 'bernd'])(
    'nothing open by or about a member who is erased: %s',
    async (id) => {
      await network.complain()
      await eraseFromComplaints(database, id)
      expect(await rows()).toEqual([])
    },
  )

  test('no upheld complaint that was set to None after an appeal counts', async () => {
    const clara = { recipientId: 'clara', groupId: 'chess', text: 'Liebe Clara, Schach!' }
    await network.send('i-2', clara)
    await upheld({ measure: 'Freeze', frozenUntil: UNTIL })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' })
    expect(await findOpen(database)).toMatchObject([{ upheldBefore: 1 }])
    await database.query(
      `UPDATE complaints SET measure = 'None', frozen_until = NULL WHERE invitation_id = 'i-1'`,
    )
    expect(await findOpen(database)).toMatchObject([{ upheldBefore: 0 }])
  })
})
