import {
  type Delivery,
  deliveriesOf,
  InvitationPolicy,
  type OptOut,
  type RequestIssue,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { AN_IDENTIFIER } from '../../src/model/identifiers.js'
import { SENT, SENT_NETWORK } from '../support/answering.js'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { opened, serviceOver } from '../support/sending.js'

const groupId = 'typescript-hamburg'
const [EMAIL] = deliveriesOf({ invitationId: 'i-1' }) as [Delivery, Delivery]
const optedOut = { type: 'RecipientOptedOut' }

/** Anna is in two groups; Bernd and Clara are her contacts, and in neither. */
const network = {
  ...NETWORK,
  groups: [
    { groupId, name: 'TypeScript Hamburg', standings: { anna: 'member', dora: 'member' } },
    { groupId: 'chess', name: 'Schach', standings: { anna: 'member' } },
  ],
  contacts: [
    ['anna', 'bernd'],
    ['anna', 'clara'],
  ],
}

function withOptOuts(...optOuts: readonly OptOut[]) {
  const members = NETWORK.members.map((member) =>
    member.memberId === 'bernd' ? { ...member, optOuts: optOuts as readonly string[] } : member,
  )
  const repositories = createInMemoryRepositories({ ...network, members })
  return new InvitationPolicy(repositories, { clock: () => NOW })
}

/** Whether the opt-out stops Anna into either group, and Dora. */
const scopes: readonly [
  readonly OptOut[],
  { anna: boolean; annaToChess: boolean; dora: boolean },
][] = [
  [[], { anna: false, annaToChess: false, dora: false }],
  [['all'], { anna: true, annaToChess: true, dora: true }],
  [[{ inviterId: 'anna' }], { anna: true, annaToChess: true, dora: false }],
  [[{ inviterId: 'dora' }], { anna: false, annaToChess: false, dora: true }],
  [[{ groupId }], { anna: true, annaToChess: false, dora: true }],
  [[{ groupId: 'chess' }], { anna: false, annaToChess: true, dora: false }],
  [[{ groupId: 'chess' }, { inviterId: 'dora' }], { anna: false, annaToChess: true, dora: true }],
  [[{ inviterId: groupId }, { groupId: 'anna' }], { anna: false, annaToChess: false, dora: false }],
]

describe.each(scopes)('with the opt-outs %o', (optOuts, { anna, annaToChess, dora }) => {
  const denials = (isOut: boolean) => (isOut ? [optedOut] : [])

  test('evaluate denies that scope', async () => {
    const policy = withOptOuts(...optOuts)
    for (const [request, isOut] of [
      [aRequest(), anna],
      [aRequest({ groupId: 'chess' }), annaToChess],
      [aRequest({ inviterId: 'dora' }), dora],
    ] as const) {
      const verdict = await policy.evaluate(request)
      if (isOut) expect(verdict._unsafeUnwrapErr()).toMatchObject({ denials: [optedOut] })
      else expect(verdict.isOk()).toBe(true)
    }
  })

  test('groupsFor denies it for each group by itself', async () => {
    const choices = await withOptOuts(...optOuts).groupsFor({
      inviterId: 'anna',
      recipientId: 'bernd',
    })
    expect(choices).toEqual(
      ok([
        { groupId, group: { name: 'TypeScript Hamburg' }, denials: denials(anna) },
        { groupId: 'chess', group: { name: 'Schach' }, denials: denials(annaToChess) },
      ]),
    )
  })

  test('contactsFor denies it for each contact by themselves', async () => {
    const policy = withOptOuts(...optOuts)
    const denialsIn = async (group: string) =>
      (await policy.contactsFor({ inviterId: 'anna', groupId: group }))
        ._unsafeUnwrap()
        .map((choice) => [choice.contactId, choice.denials])
    expect(await denialsIn(groupId)).toEqual([
      ['bernd', denials(anna)],
      ['clara', []],
    ])
    expect(await denialsIn('chess')).toEqual([
      ['bernd', denials(annaToChess)],
      ['clara', []],
    ])
  })

  test('recheck denies it before a delivery', async () => {
    const policy = withOptOuts(...optOuts)
    expect(await policy.recheck(SENT)).toEqual(ok(denials(anna)))
    expect(await policy.recheck({ ...SENT, groupId: 'chess' })).toEqual(ok(denials(annaToChess)))
    expect(await policy.recheck({ ...SENT, inviterId: 'dora' })).toEqual(ok(denials(dora)))
  })
})

test('each method asks once, for those members, inviters and groups', async () => {
  const { repositories, calls } = recorded(createInMemoryRepositories(network))
  const policy = new InvitationPolicy(repositories, { clock: () => NOW })
  await policy.evaluate(aRequest())
  await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  await policy.contactsFor({ inviterId: 'anna', groupId })
  await policy.recheck(SENT)
  expect(calls.filter(([name]) => name === 'preferences.findOptOuts')).toStrictEqual([
    ['preferences.findOptOuts', ['bernd'], ['anna'], [groupId]],
    ['preferences.findOptOuts', ['bernd'], ['anna'], [groupId, 'chess']],
    ['preferences.findOptOuts', ['bernd', 'clara'], ['anna'], [groupId]],
    ['preferences.findOptOuts', ['bernd'], ['anna'], [groupId]],
  ])
})

test('a store with one switch may answer all', async () => {
  const preferences = { findOptOuts: () => new Map([['bernd', ['all'] as const]]) }
  const policy = new InvitationPolicy({ ...createInMemoryRepositories(network), preferences })
  expect(await policy.recheck(SENT)).toEqual(ok([optedOut]))
})

test('more members and scopes than were asked for do no harm', async () => {
  const found = new Map<string, readonly OptOut[]>([
    ['bernd', [{ groupId: 'go' }, { inviterId: 'clara' }]],
    ['clara', ['all']],
  ])
  const preferences = { findOptOuts: () => found }
  const policy = new InvitationPolicy({ ...createInMemoryRepositories(network), preferences })
  expect(await policy.recheck(SENT)).toEqual(ok([]))
})

describe('optOut and optIn', () => {
  const each: readonly OptOut[] = ['all', { inviterId: 'anna' }, { groupId }]
  const reasons = err({ type: 'DeliveryCancelled', reasons: [optedOut] })

  test.each(each)('of %o cancel a delivery, and end that', async (optOut) => {
    const { service } = opened(SENT_NETWORK)
    expect(await service.optOut('bernd', optOut)).toEqual(ok(undefined))
    expect(await service.prepareDelivery(EMAIL)).toEqual(reasons)
    for (const other of each.filter((one) => one !== optOut)) await service.optIn('bernd', other)
    expect(await service.prepareDelivery(EMAIL)).toEqual(reasons)
    expect(await service.optIn('bernd', optOut)).toEqual(ok(undefined))
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
  })

  test('end only the one that they name', async () => {
    const { service, repositories } = opened(SENT_NETWORK)
    const stored = async () =>
      (await repositories.preferences.findOptOuts(['bernd'], ['anna'], [groupId])).get('bernd')
    for (const optOut of each) await service.optOut('bernd', optOut)
    expect(await stored()).toEqual(each)
    await service.optIn('bernd')
    expect(await stored()).toEqual([{ inviterId: 'anna' }, { groupId }])
    await service.optIn('bernd', { groupId })
    expect(await stored()).toEqual([{ inviterId: 'anna' }])
    await service.optIn('bernd', { inviterId: 'clara' })
    expect(await stored()).toEqual([{ inviterId: 'anna' }])
    await service.optIn('bernd', { inviterId: 'anna' })
    expect(await stored()).toEqual([])
  })

  test('hand over exactly one scope, by default everything', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const service = serviceOver(repositories)
    await service.optOut('bernd')
    await service.optIn('bernd', undefined)
    const more = { inviterId: 'anna', groupId: undefined, note: 'spam' } as const
    await service.optOut('bernd', more)
    await service.optIn('bernd', { groupId })
    expect(calls).toStrictEqual([
      ['preferences.setOptOut', 'bernd', 'all', true],
      ['preferences.setOptOut', 'bernd', 'all', false],
      ['preferences.setOptOut', 'bernd', { inviterId: 'anna' }, true],
      ['preferences.setOptOut', 'bernd', { groupId }, false],
    ])
  })

  test('return nothing of what the store returns', async () => {
    const { repositories } = opened()
    // A driver returns how many rows were written, or all settings of the member.
    const setOptOut = () => ({ rows: 1, optOuts: [{ inviterId: 'clara' }] }) as never
    const service = serviceOver({
      ...repositories,
      preferences: { ...repositories.preferences, setOptOut },
    })
    expect(await service.optOut('bernd')).toEqual(ok(undefined))
    expect(await service.optIn('bernd')).toEqual(ok(undefined))
  })

  const none = { message: "optOut must be 'all', { inviterId } or { groupId }", path: ['optOut'] }
  const member = { message: 'memberId must be a string', path: ['memberId'] }
  const inviter = {
    message: `optOut.inviterId must be ${AN_IDENTIFIER}`,
    path: ['optOut', 'inviterId'],
  }

  test.each<[unknown, unknown, readonly RequestIssue[]]>([
    ['bernd', null, [none]],
    ['bernd', 'everything', [none]],
    ['bernd', {}, [none]],
    ['bernd', { inviterId: 'anna', groupId }, [none]],
    ['bernd', { inviterId: 7 }, [inviter]],
    [7, 'all', [member]],
    [undefined, undefined, [member]],
    [null, {}, [member, none]],
    [7, 'none', [member, none]],
    [7, { inviterId: '' }, [member, inviter]],
  ])('of %o from %o are an InvalidRequest, and write nothing', async (memberId, optOut, issues) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const service = serviceOver(repositories)
    const expected = err({ type: 'InvalidRequest', issues })
    expect(await service.optOut(memberId as string, optOut as OptOut)).toEqual(expected)
    expect(await service.optIn(memberId as string, optOut as OptOut)).toEqual(expected)
    expect(calls).toEqual([])
  })

  test('are an outage with an unknown effect if the store cannot hold the scope', async () => {
    const { repositories } = opened()
    const cause = new Error('one switch only')
    const preferences = {
      ...repositories.preferences,
      setOptOut: () => {
        throw cause
      },
    }
    const outage = { type: 'DependencyFailed', dependency: 'preferences', operation: 'setOptOut' }
    expect(
      await serviceOver({ ...repositories, preferences }).optOut('bernd', { groupId }),
    ).toEqual(err({ ...outage, cause, effect: 'unknown' }))
  })
})
