import {
  defineRule,
  deliveriesOf,
  type Delivery,
  InvitationPolicy,
  InvitationService,
  type InvitationStatus,
  type ProfileRepository,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { HALF_A_YEAR_ON, serviceOver } from '../support/sending.js'

const sent = { ...aRequest(), invitationId: 'i-1', sentAt: NOW }
const SENT: Network = { ...NETWORK, invitations: [sent] }
const [EMAIL, NEWS] = deliveriesOf({ invitationId: 'i-1' }) as [Delivery, Delivery]

const prepared = (network: Network, delivery = EMAIL) =>
  serviceOver(createInMemoryRepositories(network)).prepareDelivery(delivery)

describe('a delivery that must not go out', () => {
  const cancelled = (...reasons: readonly object[]) => err({ type: 'DeliveryCancelled', reasons })
  const groupId = 'typescript-hamburg'
  const optedOut: Network = {
    ...SENT,
    members: NETWORK.members.map((member) => ({ ...member, optedOut: true })),
  }
  const inGroup = (standings: Readonly<Record<string, string>>): Network => ({
    ...SENT,
    groups: [{ groupId, name: 'TypeScript Hamburg', standings }],
  })
  const without = (memberId: string): Network => ({
    members: NETWORK.members.filter((member) => member.memberId !== memberId),
    groups: [{ groupId, name: 'TypeScript Hamburg', standings: { clara: 'member' } }],
    invitations: [sent],
  })

  test.each<[string, Network, object[]]>([
    ['has opted out', optedOut, [{ type: 'RecipientOptedOut' }]],
    ['has joined', inGroup({ anna: 'member', bernd: 'member' }), [{ type: 'AlreadyMember' }]],
    [
      'has asked to join',
      inGroup({ anna: 'moderator', bernd: 'pending' }),
      [{ type: 'MembershipPending', inviterMayAdmit: true }],
    ],
    ['was banned', inGroup({ anna: 'member', bernd: 'banned' }), [{ type: 'RecipientBanned' }]],
    ['has an inviter who left', inGroup({}), [{ type: 'InviterNotInGroup', groupId }]],
    [
      'has an inviter who was banned',
      inGroup({ anna: 'banned' }),
      [{ type: 'InviterNotInGroup', groupId }],
    ],
    [
      'is no contact any more',
      { ...SENT, contacts: [], invitations: [{ ...sent, route: 'group' }] },
      [{ type: 'NotADirectContact' }],
    ],
    [
      'has no group any more',
      { ...SENT, groups: [] },
      [
        { type: 'GroupNotFound', groupId },
        { type: 'InviterNotInGroup', groupId },
      ],
    ],
    [
      'is gone',
      without('bernd'),
      [{ type: 'InviterNotInGroup', groupId }, { type: 'RecipientNotFound' }],
    ],
    [
      'and everything else is gone',
      { invitations: [sent] },
      [
        { type: 'InviterNotFound' },
        { type: 'GroupNotFound', groupId },
        { type: 'InviterNotInGroup', groupId },
        { type: 'RecipientNotFound' },
      ],
    ],
  ])('is cancelled if the recipient %s', async (_case, network, reasons) => {
    for (const delivery of [EMAIL, NEWS]) {
      expect(await prepared(network, delivery)).toEqual(cancelled(...reasons))
    }
  })

  test('is cancelled at the end of the cooldown, and not 1 ms before', async () => {
    const at = (now: Date, network = SENT) =>
      serviceOver(createInMemoryRepositories(network), { clock: () => now }).prepareDelivery(EMAIL)
    const expired = { type: 'InvitationExpired', repeatableAt: HALF_A_YEAR_ON }
    expect((await at(after(HALF_A_YEAR_ON, -1))).isOk()).toBe(true)
    expect(await at(HALF_A_YEAR_ON)).toEqual(cancelled(expired))
    expect(await at(HALF_A_YEAR_ON, optedOut)).toEqual(
      cancelled(expired, { type: 'RecipientOptedOut' }),
    )
  })

  test('is cancelled by a custom rule, unless the rule is not to be applied again', async () => {
    const rules = (recheck?: boolean) => [
      defineRule({
        name: 'blockList',
        check: (candidate, _loaded, { claim }) => ({ type: 'Blocked', candidate, claim }),
        recheck,
      }),
    ]
    const withRules = (recheck?: boolean) =>
      serviceOver(createInMemoryRepositories(SENT), { rules: rules(recheck) })
    const { inviterId, recipientId, route } = sent
    const candidate = { inviterId, recipientId, groupId, route }
    const blocked = { type: 'Blocked', candidate, claim: undefined }
    expect(await withRules().prepareDelivery(EMAIL)).toEqual(cancelled(blocked))
    expect(await withRules(true).prepareDelivery(EMAIL)).toEqual(cancelled(blocked))
    expect((await withRules(false).prepareDelivery(EMAIL)).isOk()).toBe(true)
  })

  test.each([
    ['anna', { type: 'InviterNotFound' }],
    ['bernd', { type: 'RecipientNotFound' }],
  ])('is cancelled if %s is not to be seen by the recipient', async (hiddenId, reason) => {
    const repositories = createInMemoryRepositories(SENT)
    const profiles: ProfileRepository = {
      findProfiles: (memberIds, viewerId) =>
        repositories.profiles.findProfiles(
          memberIds.filter((memberId) => viewerId === 'anna' || memberId !== hiddenId),
          viewerId,
        ),
    }
    const service = serviceOver({ ...repositories, profiles })
    expect(await service.prepareDelivery(EMAIL)).toEqual(cancelled(reason))
  })

  test('is cancelled if its group is deleted between two answers', async () => {
    const repositories = createInMemoryRepositories(SENT)
    let calls = 0
    const groups = {
      findGroups: (groupIds: readonly string[]) => {
        calls += 1
        return repositories.groups.findGroups(calls === 1 ? groupIds : [])
      },
    }
    const service = serviceOver({ ...repositories, groups })
    expect(await service.prepareDelivery(EMAIL)).toEqual(
      cancelled({ type: 'GroupNotFound', groupId }),
    )
  })

  test('is cancelled by the first in the rulebook of those who are gone between two answers', async () => {
    const repositories = createInMemoryRepositories(SENT)
    let asked = 0
    const service = (isInviterThere: boolean) =>
      serviceOver({
        ...repositories,
        profiles: {
          findProfiles: (memberIds, viewerId) => {
            const isSeen = viewerId === 'anna'
            const seen = memberIds.filter((id) => isSeen || (isInviterThere && id === 'anna'))
            return repositories.profiles.findProfiles(seen, viewerId)
          },
        },
        groups: {
          findGroups: (groupIds) =>
            repositories.groups.findGroups((asked += 1) % 2 === 1 ? groupIds : []),
        },
      })
    expect(await service(false).prepareDelivery(EMAIL)).toEqual(
      cancelled({ type: 'InviterNotFound' }),
    )
    expect(await service(true).prepareDelivery(EMAIL)).toEqual(
      cancelled({ type: 'GroupNotFound', groupId }),
    )
  })

  test('is not cancelled by what has become of another invitation', async () => {
    const repositories = createInMemoryRepositories(SENT)
    const change = {
      invitationId: 'i-2',
      status: 'Withdrawn',
      changedAt: NOW,
      changedBy: { memberId: 'anna' },
    } as const
    const answers = { ...repositories.answers, findChanges: () => new Map([['i-2', change]]) }
    const service = serviceOver({ ...repositories, answers })
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
  })

  const changed = (status: InvitationStatus) => {
    const change = { status, changedAt: NOW, changedBy: { memberId: 'bernd' } }
    const found = new Map([['i-1', { invitationId: 'i-1', ...change }]])
    return { findChanges: () => found }
  }

  test.each(['Declined', 'Accepted', 'Withdrawn'] as const)(
    'is cancelled if the invitation is %s, which comes first of all',
    async (status) => {
      const at = (now: Date, network: Network) => {
        const repositories = createInMemoryRepositories(network)
        const policy = new InvitationPolicy(repositories, { clock: () => now })
        const answers = changed(status)
        return new InvitationService(policy, { ...repositories, answers }).prepareDelivery(EMAIL)
      }
      const closed = { type: 'InvitationClosed', status }
      const expired = { type: 'InvitationExpired', repeatableAt: HALF_A_YEAR_ON }
      expect(await at(NOW, SENT)).toEqual(cancelled(closed))
      expect(await at(HALF_A_YEAR_ON, optedOut)).toEqual(
        cancelled(closed, expired, { type: 'RecipientOptedOut' }),
      )
    },
  )

  test('is not asked for answers if nobody answers by this library', async () => {
    const { answers: _absent, ...others } = createInMemoryRepositories(SENT)
    const policy = new InvitationPolicy(others, { clock: () => NOW })
    const { repositories, calls } = recorded(others)
    const service = new InvitationService(policy, { ...repositories, answers: undefined })
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
    expect(calls.map(([call]) => call)).not.toContain('answers.findChanges')
    expect(calls).not.toEqual([])
  })

  test.each([
    ['is not there', NETWORK],
    ['was erased', { ...NETWORK, invitations: [{ ...sent, text: '' }] }],
  ])('is one of an invitation that %s', async (_case, network) => {
    expect(await prepared(network)).toEqual(
      err({ type: 'InvitationNotFound', invitationId: 'i-1' }),
    )
  })

  test('is cancelled as soon as the recipient opts out, though it was sent before', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = serviceOver(repositories)
    expect((await service.send(aRequest())).isOk()).toBe(true)
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    for (const delivery of repositories.pendingDeliveries()) {
      expect(await service.prepareDelivery(delivery)).toEqual(
        cancelled({ type: 'RecipientOptedOut' }),
      )
    }
  })

  test.each([
    [{ inviterId: 'anna' }, { inviterId: 'clara' }],
    [{ groupId }, { groupId: 'chess' }],
  ] as const)('is cancelled by an opt-out from %o, and not by one from %o', async (own, other) => {
    const service = serviceOver(createInMemoryRepositories(SENT))
    expect((await service.optOut('bernd', other)).isOk()).toBe(true)
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
    expect((await service.optOut('bernd', own)).isOk()).toBe(true)
    expect(await service.prepareDelivery(EMAIL)).toEqual(cancelled({ type: 'RecipientOptedOut' }))
    expect((await service.optIn('bernd', own)).isOk()).toBe(true)
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
  })
})
