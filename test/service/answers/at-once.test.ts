import type { AnswerRepository, ChangeRecord, InvitationChange } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT, SENT_NETWORK, storeChange } from '../../support/answering.js'
import { after, NOW } from '../../support/builders.js'
import { intercepted } from '../../support/intercepted.js'
import { answersOver } from '../../support/sending.js'

const groupId = 'typescript-hamburg'
const byBernd = { invitationId: 'i-1', memberId: 'bernd' }
const byAnna = { invitationId: 'i-1', memberId: 'anna' }
const admit = { groupId, memberId: 'bernd', standing: 'pending' }

/** What is done just before the first write, once; and every record that was written or tried. */
function interrupted(first: (store: ReturnType<typeof answering>['repositories']) => unknown) {
  const store = createInMemoryRepositories(SENT_NETWORK)
  const records: ChangeRecord[] = []
  const repositories = intercepted(store, async (call, args, proceed) => {
    if (call === 'answers.change') {
      records.push(args[0] as ChangeRecord)
      if (records.length === 1) await first(store)
    }
    return proceed()
  })
  let tick = -1
  const clock = () => after(NOW, (tick += 1))
  return { store, records, service: answersOver(repositories, { clock }) }
}

const stored = async (store: ReturnType<typeof answering>['repositories']) =>
  (await store.answers.findChanges(['i-1'])).get('i-1')

describe('an answer that another one has overtaken is decided anew', () => {
  test.each<[string, InvitationChange, unknown]>([
    [
      'withdrawn',
      aChange('Withdrawn', { changedBy: { network: 'spam' } }),
      err({ type: 'InvitationWithdrawn', invitationId: 'i-1' }),
    ],
    ['accepted', aChange('Accepted'), ok({ invitation: SENT, status: 'Accepted', replayed: true })],
  ])('accepting what was %s meanwhile', async (_case, change, expected) => {
    const { store, service, records } = interrupted((own) => storeChange(own, change))
    expect(await service.accept(byBernd)).toStrictEqual(expected)
    expect(await stored(store)).toStrictEqual(change)
    expect(records).toHaveLength(1)
  })

  test.each<[string, InvitationChange, unknown]>([
    ['declined', aChange('Declined'), ok({ invitation: SENT, status: 'Declined', replayed: true })],
    [
      'withdrawn',
      aChange('Withdrawn'),
      ok({ invitation: SENT, status: 'Withdrawn', replayed: true }),
    ],
    ['accepted', aChange('Accepted'), err({ type: 'InvitationAccepted', invitationId: 'i-1' })],
  ])('declining what was %s meanwhile', async (_case, change, expected) => {
    const { store, service } = interrupted((own) => storeChange(own, change))
    expect(await service.decline(byBernd)).toStrictEqual(expected)
    expect(await stored(store)).toStrictEqual(change)
  })

  test.each<[string, InvitationChange, unknown]>([
    [
      'declined',
      aChange('Declined'),
      ok({ invitation: SENT, status: 'Withdrawn', replayed: false }),
    ],
    [
      'withdrawn',
      aChange('Withdrawn'),
      ok({ invitation: SENT, status: 'Withdrawn', replayed: true }),
    ],
    ['accepted', aChange('Accepted'), err({ type: 'InvitationAccepted', invitationId: 'i-1' })],
  ])('withdrawing what was %s meanwhile', async (_case, change, expected) => {
    const { store, service } = interrupted((own) => storeChange(own, change))
    expect(await service.withdraw(byAnna)).toStrictEqual(expected)
    const byOther =
      change.status === 'Declined'
        ? aChange('Withdrawn', { changedBy: { memberId: 'anna' } })
        : change
    expect(await stored(store)).toStrictEqual(byOther)
  })

  test('accepting after a ban meanwhile is RecipientBanned, and stores nothing', async () => {
    const { store, service, records } = interrupted((own) => {
      own.setStanding(groupId, 'bernd', 'banned')
    })
    expect(await service.accept(byBernd)).toEqual(err({ type: 'RecipientBanned' }))
    expect(await stored(store)).toBeUndefined()
    expect(records).toHaveLength(1)
  })

  test('accepting is RecipientBanned if the store alone knows of the ban, after one write', async () => {
    const { repositories } = answering()
    let writes = 0
    const change = () => {
      writes += 1
      return { type: 'NotAdmitted' } as const
    }
    const answers = { ...repositories.answers, change }
    const service = answersOver({ ...repositories, answers })
    expect(await service.accept(byBernd)).toEqual(err({ type: 'RecipientBanned' }))
    expect(writes).toBe(1)
  })

  test('accepting after joining meanwhile keeps the standing', async () => {
    const { service } = interrupted((own) => {
      own.setStanding(groupId, 'bernd', 'moderator')
    })
    const expected = {
      invitation: SENT,
      status: 'Accepted',
      standing: 'moderator',
      replayed: false,
    }
    expect(await service.accept(byBernd)).toStrictEqual(ok(expected))
  })
})

describe('the standing of a replay', () => {
  test('is as it is after the acceptance, though found beside a status before it', async () => {
    const { repositories, service } = answering()
    const slow = intercepted(repositories, async (call, _args, proceed) => {
      // Another instance accepts after the standings were found, and before the changes are.
      if (call === 'answers.findChanges') await service.accept(byBernd)
      return proceed()
    })
    const expected = { invitation: SENT, status: 'Accepted', standing: 'pending', replayed: true }
    expect(await answersOver(slow).accept(byBernd)).toStrictEqual(ok(expected))
  })
})

describe('a store that always says that the status is another', () => {
  /** A store with these outcomes, one after the other, and the last again and again. */
  function saying(...outcomes: readonly InvitationChange[]) {
    const records: ChangeRecord[] = []
    const { repositories } = answering()
    const answers: AnswerRepository = {
      ...repositories.answers,
      change(record) {
        records.push(record)
        const change = outcomes[records.length - 1] ?? outcomes.at(-1) ?? record.change
        return { type: 'NotChanged', change }
      },
    }
    let tick = -1
    const clock = () => after(NOW, (tick += 1))
    return { records, service: answersOver({ ...repositories, answers }, { clock }) }
  }

  test('is written to three times, each time decided anew, and is then an outage', async () => {
    const { records, service } = saying(aChange('Declined'))
    expect(await service.accept(byBernd)).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'answers',
        operation: 'change',
        cause: new Error('The status did not stay as it is stored'),
        effect: 'none',
      }),
    )
    const from = ['Open', 'Declined']
    expect(records).toStrictEqual(
      [0, 1, 2].map((tick) => ({
        change: aChange('Accepted', { changedAt: after(NOW, tick) }),
        from,
        invitation: SENT,
        admit,
      })),
    )
  })

  test('is asked for all facts anew, since the inviter may be no moderator any more', async () => {
    const { repositories } = answering()
    repositories.setStanding(groupId, 'anna', 'moderator')
    const wished: unknown[] = []
    const answers: AnswerRepository = {
      ...repositories.answers,
      change(record) {
        wished.push(record.admit?.standing)
        if (wished.length > 1) return repositories.answers.change(record)
        repositories.setStanding(groupId, 'anna', 'member')
        return { type: 'NotChanged', change: aChange('Declined') }
      },
    }
    const accepted = await answersOver({ ...repositories, answers }).accept(byBernd)
    expect(accepted._unsafeUnwrap().standing).toBe('pending')
    expect(wished).toEqual(['member', 'pending'])
  })

  test('is believed more than a replica that still has an earlier status', async () => {
    const { repositories } = answering()
    await storeChange(repositories, aChange('Accepted'))
    let looks = 0
    const answers: AnswerRepository = {
      ...repositories.answers,
      // Open at first, and then as it was before the acceptance.
      findChanges: () => new Map((looks += 1) === 1 ? [] : [['i-1', aChange('Declined')]]),
    }
    expect(await answersOver({ ...repositories, answers }).decline(byBernd)).toEqual(
      err({ type: 'InvitationAccepted', invitationId: 'i-1' }),
    )
  })

  test('may say the truth at last', async () => {
    const { records, service } = saying(
      aChange('Declined'),
      aChange('Declined'),
      aChange('Accepted'),
    )
    // After the third write it is not decided once more.
    expect((await service.withdraw(byAnna))._unsafeUnwrapErr()).toMatchObject({ effect: 'none' })
    expect(records).toHaveLength(3)
    const second = saying(aChange('Declined'), aChange('Accepted'))
    expect(await second.service.withdraw(byAnna)).toEqual(
      err({ type: 'InvitationAccepted', invitationId: 'i-1' }),
    )
    expect(second.records).toHaveLength(2)
  })
})

test('of 50 answers at once exactly one wins, and the others get what follows', async () => {
  const { service, repositories } = answering()
  const accepting = Array.from({ length: 50 }, () => service.accept(byBernd))
  const results = (await Promise.all(accepting)).map((result) => result._unsafeUnwrap())
  expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(new Set(results.map(({ standing }) => standing))).toEqual(new Set(['pending']))
  expect(await stored(repositories)).toStrictEqual(aChange('Accepted'))
})
