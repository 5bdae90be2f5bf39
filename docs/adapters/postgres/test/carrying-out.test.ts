import { PGlite } from '@electric-sql/pglite'
import { repeatableAt } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { carryOutAll, type Staff } from '../../../examples/carrying-out.js'
import { COMPLAINTS } from '../../../examples/complaining.js'
import { FREEZES } from '../../../examples/inviter-freeze.js'
import type { Measure } from '../../../examples/moderating.js'
import type { Database } from '../database.js'
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

describe('withdrawing', () => {
  const bernd = { invitationId: 'i-1', memberId: 'bernd' }

  test('closes the invitation for its recipient, and cancels its messages', async () => {
    await upheld({ measure: 'Withdrawal' })
    expect(await network.carryOut()).toEqual([])
    const [change] = (await network.repositories.answers.findChanges(['i-1'])).values()
    expect(change).toMatchObject({ changedBy: { network: 'complaint-upheld' } })
    const shown = await shownTo(network)
    expect(shown.received._unsafeUnwrap().items).toEqual([])
    expect(shown.sent._unsafeUnwrap().items).toMatchObject([{ status: 'Withdrawn' }])
    expect(JSON.stringify(shown.sent)).not.toMatch(/complaint/)
    for (const delivery of shown.deliveries) {
      expect(delivery).toMatchObject({ error: { reasons: [{ type: 'InvitationClosed' }] } })
    }
    // The inviter may go on with others, and the cooldown holds.
    expect(shown.others.isOk()).toBe(true)
    expect(shown.again).toMatchObject({ error: { denials: [{ type: 'RateLimited6Months' }] } })
  })

  test.each([
    ['Declined', 'Withdrawn', () => network.answers.decline(bernd)],
    ['Accepted', 'Accepted', () => network.answers.accept(bernd)],
    ['Withdrawn', 'Withdrawn', () => network.answers.withdraw({ ...bernd, memberId: 'anna' })],
  ])('makes of %s: %s', async (before, status, answer) => {
    expect((await answer()).isOk()).toBe(true)
    expect(await network.statusOf()).toBe(before)
    await upheld({ measure: 'Withdrawal' })
    expect(await network.carryOut()).toEqual([])
    expect(await network.statusOf()).toBe(status)
    expect(network.informed).toHaveLength(1)
  })

  test('does no harm to one that has expired, was erased, or whose row or inviter is gone', async () => {
    await upheld({ measure: 'Withdrawal' })
    const expired = network.over(repeatableAt(NOW))
    const { answers } = network.repositories
    expect(await carryOutAll(database, expired.answers, answers, network.staff, NOW)).toEqual([])
    expect(network.informed).toHaveLength(1)
    for (const invitations of [
      [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW, text: '' }],
      [],
    ]) {
      network = moderated(database, { ...NETWORK, invitations })
      await database.query('UPDATE complaints SET carried_out_at = NULL')
      expect(await network.carryOut()).toEqual([])
    }
    network.gone.add('anna')
    await database.query('UPDATE complaints SET carried_out_at = NULL')
    expect(await network.carryOut()).toEqual([])
    expect(network.informed).toHaveLength(2)
  })
})

describe('deleting the access', () => {
  test('ends it, and withdraws all that is open', async () => {
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await upheld({ measure: 'AccessDeletion' })
    expect(await network.carryOut()).toEqual([])
    expect([...network.gone]).toEqual(['anna'])
    expect([await network.statusOf('i-1'), await network.statusOf('i-2')]).toEqual([
      'Withdrawn',
      'Withdrawn',
    ])
    const request = aRequest({ recipientId: 'dora', groupId: 'chess', text: 'Liebe Dora!' })
    expect(await network.policy.evaluate(request)).toMatchObject({
      error: { denials: [{ type: 'InviterNotFound' }, { type: 'RecipientOptedOut' }] },
    })
  })
})

describe('carrying out', () => {
  test('is done once', async () => {
    await upheld({ measure: 'Freeze', frozenUntil: UNTIL })
    expect(await network.carryOut()).toEqual([])
    expect(await network.carryOut()).toEqual([])
    expect(network.informed).toHaveLength(1)
  })

  test('can be killed before each statement, and goes on', async () => {
    for (const measure of ['Freeze', 'AccessDeletion'] as const) {
      for (let lasts = 0; lasts < 4; lasts += 1) {
        await database.query('TRUNCATE complaints, freezes')
        network = moderated(database)
        await network.send('i-1')
        await upheld(measure === 'Freeze' ? { measure, frozenUntil: UNTIL } : { measure })
        let statements = 0
        const dying: Database = {
          query: <Row>(sql: string, parameters?: unknown[]) => {
            statements += 1
            if (statements > lasts) throw new Error('killed')
            return database.query<Row>(sql, parameters)
          },
        }
        await network.carryOut(dying).catch(() => undefined)
        expect(await network.carryOut()).toEqual([])
        expect(await network.statusOf()).toBe(measure === 'Freeze' ? undefined : 'Withdrawn')
        expect(new Set(network.informed.map(([memberId, , key]) => `${memberId} ${key}`))).toEqual(
          new Set(['anna i-1']),
        )
        expect(network.gone.has('anna')).toBe(measure === 'AccessDeletion')
      }
    }
  })

  test('keeps what has failed, and does the others', async () => {
    await network.send('i-2', {
      recipientId: 'clara',
      groupId: 'chess',
      text: 'Liebe Clara, Schach!',
    })
    await network.complain({ invitationId: 'i-2', memberId: 'clara' })
    await decide(database, { measure: 'Withdrawal' }, { invitationId: 'i-2' })
    await upheld({ measure: 'Withdrawal' })
    const halfDown: Staff = {
      ...network.staff,
      inform: (memberId, statement, key) =>
        key === 'i-1'
          ? Promise.reject(new Error('no mail'))
          : network.staff.inform(memberId, statement, key),
    }
    expect(await network.carryOut(database, halfDown)).toEqual([new Error('no mail')])
    expect(network.informed).toHaveLength(1)
    expect(await network.carryOut()).toEqual([])
    expect(network.informed.map(([, , key]) => key)).toEqual(['i-2', 'i-1'])
  })

  test('does not take an outage for a withdrawal', async () => {
    await upheld({ measure: 'Withdrawal' })
    const down = {
      ...network.store.answers,
      change: () => Promise.reject(new Error('down')),
    }
    const broken = moderated(database, NETWORK, { ...network.store, answers: down })
    const problems = await carryOutAll(database, broken.answers, down, network.staff, NOW)
    expect(problems).toEqual([new Error('i-1 may still be open')])
    expect(network.informed).toEqual([])
  })
})

describe('the statement of reasons', () => {
  test('has what Article 17 asks for, and nothing of the complaint or its author', async () => {
    await network.complain({ ground: 'law', explanation: 'Bitte helft mir, ich habe Angst.' })
    await decide(database, { measure: 'Freeze', frozenUntil: UNTIL })
    await network.carryOut()
    const [letter] = network.informed
    expect(letter).toEqual([
      'anna',
      {
        measure: 'Freeze',
        until: UNTIL,
        facts: 'The text asks for calls instead of naming the group.',
        followsNotice: true,
        isDecidedByProgram: false,
        isScreenedByProgram: true,
        ground: 'law',
        provision: 'Rules of inviting, 3',
        redress: 'https://network.example/appeals',
      },
      'i-1',
    ])
    expect(JSON.stringify(letter?.[1])).not.toMatch(/bernd|müller|angst|staff|i-1/i)
  })

  test('has no end for what is for good', async () => {
    await upheld({ measure: 'Withdrawal' })
    await network.carryOut()
    expect(network.informed[0]?.[1]).not.toHaveProperty('until')
    expect(network.informed[0]?.[1]).toMatchObject({ followsNotice: false, ground: 'rules' })
  })
})
