import {
  AnswerService,
  type InvitationDenied,
  type InvitationId,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type MemberId,
  repeatableAt,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { beforeEach, describe, expect, test } from 'vitest'
import { join } from '../../docs/examples/asking-to-join.js'
import { addToGroup } from '../../docs/examples/joining-elsewhere.js'
import {
  deleteAccess,
  removeFromGroup,
  withdrawOpen,
} from '../../docs/examples/removing-a-member.js'
import { after, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const GROUP = 'typescript-hamburg'
const BEFORE = after(NOW, -1000)

/** A network over which Anna, Clara or others have invited. */
function networkOf(network: Network = NETWORK, changes: Partial<Repositories> = {}) {
  const repositories = createInMemoryRepositories(network)
  const all = { ...repositories, ...changes }
  const policy = new InvitationPolicy(all, { clock: () => NOW })
  const service = new InvitationService(policy, all)
  const answers = new AnswerService(policy, all)
  return {
    ...{ repositories, policy, service, answers },
    send: async (invitationId: InvitationId, request: Partial<InvitationRequest> = {}) => {
      expect(await service.send(aRequest(request), { invitationId })).toMatchObject({ value: {} })
    },
    receivedBy: async (memberId: MemberId) =>
      (await answers.received(memberId))._unsafeUnwrap().items.map(idOf),
    sentBy: async (memberId: MemberId) =>
      Object.fromEntries(
        (await answers.sent(memberId))
          ._unsafeUnwrap()
          .items.map((item) => [idOf(item), item.status]),
      ),
    standingOf: async (memberId: MemberId, groupId = GROUP) =>
      (await repositories.memberships.findStandings([groupId], [memberId]))
        .get(groupId)
        ?.get(memberId),
  }
}

const idOf = ({ invitation }: { invitation: { invitationId: InvitationId } }) =>
  invitation.invitationId

let network: ReturnType<typeof networkOf>
beforeEach(() => {
  network = networkOf()
})

describe('asking to join while invited', () => {
  const asked: string[] = []
  const requests = {
    ask: (groupId: string, memberId: string) => {
      asked.push(`${memberId} into ${groupId}`)
      return Promise.resolve('pending' as const)
    },
  }
  beforeEach(() => void asked.splice(0))
  const byClara = { inviterId: 'clara', text: 'Lieber Bernd, TypeScript?' }

  test('accepts the invitation, which opens the door further than a request', async () => {
    await network.send('by-clara', byClara)
    expect(await join(network.answers, requests, 'bernd', GROUP)).toEqual(ok('member'))
    expect(asked).toEqual([])
    expect(await network.sentBy('clara')).toEqual({ 'by-clara': 'Accepted' })
    expect(await network.standingOf('bernd')).toBe('member')
  })

  test('accepts one after the other until the member is in', async () => {
    const both = networkOf({
      ...NETWORK,
      invitations: [
        { ...aRequest(), invitationId: 'by-anna', sentAt: NOW },
        { ...aRequest(byClara), invitationId: 'by-clara', sentAt: BEFORE },
      ],
    })
    expect(await join(both.answers, requests, 'bernd', GROUP)).toEqual(ok('member'))
    expect(await both.sentBy('anna')).toEqual({ 'by-anna': 'Accepted' })
    expect(await both.sentBy('clara')).toEqual({ 'by-clara': 'Accepted' })
    expect(asked).toEqual([])
  })

  test('by a simple member asks a moderator, and is no second request', async () => {
    await network.send('by-anna')
    expect(await join(network.answers, requests, 'bernd', GROUP)).toEqual(ok('pending'))
    expect(asked).toEqual([])
  })

  test('looks at every page', async () => {
    const others = Array.from({ length: 150 }, (_, index) => ({
      ...aRequest({ inviterId: `m${index}`, groupId: 'hiking' }),
      invitationId: `other-${index}`,
      sentAt: NOW,
    }))
    const crowded = networkOf({
      ...NETWORK,
      invitations: [...others, { ...aRequest(byClara), invitationId: 'by-clara', sentAt: BEFORE }],
    })
    expect(await join(crowded.answers, requests, 'bernd', GROUP)).toEqual(ok('member'))
  })

  test('answers no invitation into another group', async () => {
    const hiking = { groupId: 'hiking', name: 'Hiking', standings: { anna: 'moderator' } }
    const other = networkOf({ ...NETWORK, groups: [...NETWORK.groups, hiking] })
    await other.send('hiking', { groupId: 'hiking' })
    expect(await join(other.answers, requests, 'bernd', GROUP)).toEqual(ok('pending'))
    expect(asked).toEqual([`bernd into ${GROUP}`])
    expect(await other.receivedBy('bernd')).toEqual(['hiking'])
  })

  test('asks if there is none into this group, or it was withdrawn at that moment', async () => {
    expect(await join(network.answers, requests, 'bernd', GROUP)).toEqual(ok('pending'))
    await network.send('by-clara', byClara)
    const withdrawnMeanwhile = {
      ...network.repositories.answers,
      change: () => ({
        type: 'NotChanged' as const,
        change: {
          ...{ invitationId: 'by-clara', status: 'Withdrawn' as const, changedAt: NOW },
          changedBy: { memberId: 'clara' },
        },
      }),
    }
    const answers = new AnswerService(network.policy, {
      ...network.repositories,
      answers: withdrawnMeanwhile,
    })
    expect(await join(answers, requests, 'bernd', GROUP)).toEqual(ok('pending'))
    expect(asked).toEqual([`bernd into ${GROUP}`, `bernd into ${GROUP}`])
  })

  test('does not ask if a store has failed: nobody knows', async () => {
    await network.send('by-clara', byClara)
    for (const method of ['change', 'findInvitationsOf'] as const) {
      const failing = {
        ...network.repositories.answers,
        [method]: () => Promise.reject(new Error()),
      }
      const all = { ...network.repositories, answers: failing }
      const done = await join(new AnswerService(network.policy, all), requests, 'bernd', GROUP)
      expect(done).toMatchObject({ error: { type: 'DependencyFailed', operation: method } })
    }
    expect(asked).toEqual([])
  })
})

describe('joining elsewhere', () => {
  test('hides the invitation, stops its messages, and is no acceptance', async () => {
    await network.send('i-1')
    const [email] = network.repositories.pendingDeliveries()
    if (email === undefined) throw new Error('There is no delivery.')
    expect(await network.receivedBy('bernd')).toEqual(['i-1'])
    expect(await addToGroup(network.repositories, GROUP, 'bernd')).toBe('member')
    expect(await network.receivedBy('bernd')).toEqual([])
    expect(await network.sentBy('anna')).toEqual({ 'i-1': 'Open' })
    expect(await network.repositories.answers.findChanges(['i-1'])).toEqual(new Map())
    expect(await network.service.prepareDelivery(email)).toMatchObject({
      error: { reasons: [{ type: 'AlreadyMember' }] },
    })
  })

  test('can be taken back: then the invitation is there again', async () => {
    await network.send('i-1')
    await addToGroup(network.repositories, GROUP, 'bernd')
    network.repositories.setStanding(GROUP, 'bernd')
    expect(await network.receivedBy('bernd')).toEqual(['i-1'])
  })

  test.each([
    ['pending', 'member'],
    ['member', 'member'],
    ['moderator', 'moderator'],
    ['banned', 'banned'],
  ] as const)('makes of %s: %s', async (before, standing) => {
    network.repositories.setStanding(GROUP, 'bernd', before)
    expect(await addToGroup(network.repositories, GROUP, 'bernd')).toBe(standing)
    expect(await network.standingOf('bernd')).toBe(standing)
  })
})

describe('removing a member', () => {
  const SENT = 250
  const invitations = Array.from({ length: SENT }, (_, index) => ({
    ...aRequest({ recipientId: `m${index}`, groupId: index % 2 === 0 ? GROUP : 'chess' }),
    invitationId: `i-${index}`,
    sentAt: after(BEFORE, -index),
  }))
  const expired = {
    ...aRequest({ recipientId: 'expired' }),
    ...{ invitationId: 'expired', sentAt: BEFORE, repeatableAt: NOW },
  }
  const members = [
    ...NETWORK.members,
    ...invitations.map(({ recipientId }) => ({ memberId: recipientId, displayName: 'Somebody' })),
  ]
  const crowd = { ...NETWORK, members, invitations: [...invitations, expired] }
  const statusesIn = async ({ repositories }: ReturnType<typeof networkOf>) => {
    const ids = [...invitations, expired].map(({ invitationId }) => invitationId)
    const changes = await repositories.answers.findChanges(ids)
    const count = (status: string) =>
      [...changes.values()].filter((change) => change.status === status).length
    return { withdrawn: count('Withdrawn'), accepted: count('Accepted') }
  }

  test('from a group: withdraws what is open into it, and nothing else', async () => {
    const { repositories, answers, service } = (network = networkOf(crowd))
    expect((await answers.accept({ invitationId: 'i-0', memberId: 'm0' })).isOk()).toBe(true)
    expect((await answers.decline({ invitationId: 'i-2', memberId: 'm2' })).isOk()).toBe(true)
    const order: string[] = []
    const endMembership = (groupId: string, memberId: string) => {
      repositories.setStanding(groupId, memberId)
      order.push('ended')
      return Promise.resolve()
    }
    const findInvitationsOf: typeof repositories.answers.findInvitationsOf = (...request) => {
      order.push('looked')
      return repositories.answers.findInvitationsOf(...request)
    }
    const removal = { groupId: GROUP, memberId: 'anna', now: NOW }
    const withdrawn = await removeFromGroup(
      ...([endMembership, answers, { findInvitationsOf }, removal] as const),
    )
    expect(withdrawn).toHaveLength(SENT / 2 - 1)
    expect(order.slice(0, 2)).toEqual(['ended', 'looked'])
    expect(await statusesIn(network)).toEqual({ withdrawn: SENT / 2 - 1, accepted: 1 })
    expect(await network.standingOf('m0')).toBe('pending')
    expect(await network.sentBy('anna')).toMatchObject({ 'i-1': 'Open', 'i-2': 'Withdrawn' })
    const [change] = (await repositories.answers.findChanges(['i-2'])).values()
    expect(change?.changedBy).toEqual({ network: 'removed-from-group' })
    expect(await answers.accept({ invitationId: 'i-4', memberId: 'm4' })).toMatchObject({
      error: { type: 'InvitationWithdrawn' },
    })
    repositories.setStanding(GROUP, 'anna', 'member')
    const again = await service.send(aRequest({ recipientId: 'm4' }))
    const { denials } = again._unsafeUnwrapErr() as InvitationDenied
    expect(denials[0]).toMatchObject({ type: 'RateLimited6Months', invitationId: 'i-4' })
  })

  test('from the network: withdraws what is open into any group, except what has expired', async () => {
    const gone = new Set<MemberId>()
    const { profiles } = createInMemoryRepositories(crowd)
    const visible = {
      findProfiles: async (memberIds: readonly string[], viewerId: string) =>
        profiles.findProfiles(
          memberIds.filter((memberId) => !gone.has(memberId)),
          viewerId,
        ),
    }
    const { repositories, answers } = (network = networkOf(crowd, { profiles: visible }))
    const endAccess = (memberId: MemberId) => Promise.resolve(void gone.add(memberId))
    const deletion = { memberId: 'anna', now: NOW }
    expect(await deleteAccess(endAccess, answers, repositories.answers, deletion)).toHaveLength(
      SENT,
    )
    expect(await statusesIn(network)).toEqual({ withdrawn: SENT, accepted: 0 })
    expect(await network.sentBy('anna')).toMatchObject({ 'i-1': 'Withdrawn' })
    expect((await repositories.answers.findChanges(['expired'])).size).toBe(0)
    const again = await network.service.send(aRequest())
    const { denials } = again._unsafeUnwrapErr() as InvitationDenied
    expect(denials[0]).toEqual({ type: 'InviterNotFound' })
    // Nothing is left, and nothing is written again.
    expect(await deleteAccess(endAccess, answers, repositories.answers, deletion)).toEqual([])
  })

  test('withdraws what a member got, up to the last millisecond', async () => {
    const { repositories, answers } = (network = networkOf({
      ...NETWORK,
      invitations: [
        { ...aRequest(), invitationId: 'i-1', sentAt: NOW },
        { ...aRequest({ inviterId: 'clara' }), invitationId: 'i-2', sentAt: after(NOW, -1) },
      ],
    }))
    const end = repeatableAt(after(NOW, -1))
    const got = { memberId: 'bernd', role: 'recipient', reason: 'test' } as const
    const at = (now: Date) => withdrawOpen(answers, repositories.answers, { ...got, now })
    expect(await at(end)).toEqual(['i-1'])
    expect(await at(after(end, -1))).toEqual(['i-2'])
  })

  test('throws if a store fails, and goes on where it was', async () => {
    const { repositories, policy } = (network = networkOf(crowd))
    let writes = 0
    const failing: typeof repositories.answers = {
      ...repositories.answers,
      change: (record) => {
        writes += 1
        if (writes === 120) throw new Error('down')
        return repositories.answers.change(record)
      },
    }
    const answers = new AnswerService(policy, { ...repositories, answers: failing })
    const withdrawal = { memberId: 'anna', role: 'inviter', reason: 'test', now: NOW } as const
    await expect(withdrawOpen(answers, failing, withdrawal)).rejects.toThrow(/may still be open/)
    expect((await statusesIn(network)).withdrawn).toBe(119)
    expect(await withdrawOpen(answers, failing, withdrawal)).toHaveLength(SENT - 119)
  })
})
