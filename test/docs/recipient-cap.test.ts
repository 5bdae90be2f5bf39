import {
  choiceForInviter,
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type PolicyOptions,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import {
  createInMemoryRepositories,
  type InMemoryRepositories,
  type Network,
} from 'group-invitations/memory'
import { en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { type ReceivedCounter, recipientIsBelowCap } from '../../docs/examples/recipient-cap.js'
import { after, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

const DAY = 24 * 60 * 60 * 1000
const MOST = 5
const DAYS = 7
const CAP = { most: MOST, days: DAYS }

const inviters = Array.from({ length: 50 }, (_, at) => `inviter-${at}`)
const joined = Object.fromEntries(inviters.map((memberId) => [memberId, 'member' as const]))
const CROWD = {
  members: [
    ...NETWORK.members,
    ...inviters.map((memberId) => ({ memberId, displayName: 'Jemand Anderes' })),
  ],
  groups: [
    ...NETWORK.groups.map((group) => ({ ...group, standings: { ...group.standings, ...joined } })),
    { groupId: 'zen', name: 'Zen', standings: { anna: 'member' } },
  ],
  contacts: [['anna', 'bernd']],
} satisfies Network

/** What was committed, in the order of the store. */
const countIn = ({ answers }: InMemoryRepositories): ReceivedCounter => ({
  async countReceived(memberIds, since) {
    const counts = memberIds.map(async (memberId) => {
      const received = await answers.findInvitationsOf(memberId, 'recipient', 1000)
      return [memberId, received.filter(({ sentAt }) => sentAt > since).length] as const
    })
    return new Map(await Promise.all(counts))
  },
})

const received = (count: number, sentAt = after(NOW, -1)) =>
  inviters.slice(0, count).map((inviterId, at) => ({
    ...aRequest({ inviterId }),
    ...{ invitationId: `received-${at}`, sentAt },
  }))

function capped(network: Network = CROWD, options: PolicyOptions = {}) {
  const repositories = createInMemoryRepositories(network)
  const rules = [recipientIsBelowCap(countIn(repositories), CAP)]
  const policy = new InvitationPolicy(repositories, { clock: () => NOW, rules, ...options })
  return { repositories, policy, service: new InvitationService(policy, repositories) }
}
const full = () => capped({ ...CROWD, invitations: received(MOST) })

const storedIn = async ({ answers }: InMemoryRepositories) =>
  (await answers.findInvitationsOf('bernd', 'recipient', 1000)).length

describe('a cap across inviters', () => {
  test('lets so many pass one after the other, whoever sends them', async () => {
    const { repositories, service } = capped()
    const outcomes = []
    for (const inviterId of inviters.slice(0, MOST + 2)) {
      outcomes.push((await service.send(aRequest({ inviterId }))).isOk())
    }
    expect(outcomes).toEqual([true, true, true, true, true, false, false])
    expect(await storedIn(repositories)).toBe(MOST)
  })

  test('holds nothing under a race: 50 at once all find the same number', async () => {
    const { repositories, service } = capped()
    const sent = await Promise.all(
      inviters.map((inviterId) => service.send(aRequest({ inviterId }))),
    )
    expect(sent.filter((result) => result.isOk())).toHaveLength(50)
    expect(await storedIn(repositories)).toBe(50)
    // From then on it denies.
    expect(await service.send(aRequest())).toMatchObject({
      error: { denials: [{ type: 'RecipientCapReached' }] },
    })
  })

  test('counts from the sending: at the end of the days exactly the member is free again', async () => {
    const verdictAt = async (sentAt: Date) => {
      const network = { ...CROWD, invitations: received(MOST, sentAt) }
      return (await capped(network).policy.evaluate(aRequest())).isOk()
    }
    expect(await verdictAt(after(NOW, -DAYS * DAY + 1))).toBe(false)
    expect(await verdictAt(after(NOW, -DAYS * DAY))).toBe(true)
    // A server whose clock is ahead has sent it.
    expect(await verdictAt(after(NOW, 1000))).toBe(false)
  })

  test('is the same for pickers and for the decision', async () => {
    const { policy } = full()
    const error = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
    const groups = (
      await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    )._unsafeUnwrap()
    const contacts = (
      await policy.contactsFor({ inviterId: 'anna', groupId: 'zen' })
    )._unsafeUnwrap()
    const denial = { type: 'RecipientCapReached' }
    expect(error).toMatchObject({ denials: [denial] })
    expect(groups.map(({ denials }) => denials)).toEqual([
      [denial],
      [{ type: 'AlreadyMember' }, denial],
      [denial],
    ])
    expect(contacts).toMatchObject([{ contactId: 'bernd', denials: [denial] }])
  })

  test('cancels no delivery, as it would if it were applied again', async () => {
    const outcomes = async (recheck?: boolean) => {
      const { repositories, service } = capped()
      for (const inviterId of inviters.slice(0, MOST)) await service.send(aRequest({ inviterId }))
      const rule = recipientIsBelowCap(countIn(repositories), CAP)
      const policy = new InvitationPolicy(repositories, {
        ...{ clock: () => NOW, rules: [recheck === undefined ? rule : { ...rule, recheck }] },
      })
      const relay = new InvitationService(policy, repositories)
      const deliveries = repositories.pendingDeliveries()
      const prepared = await Promise.all(deliveries.map((one) => relay.prepareDelivery(one)))
      return prepared.filter((result) => result.isOk()).length
    }
    expect(await outcomes()).toBe(2 * MOST)
    expect(await outcomes(true)).toBe(0)
  })

  test('does not deny the retry of what was sent', async () => {
    const { service } = capped()
    const first = await service.send(aRequest(), { invitationId: 'i-1' })
    for (const inviterId of inviters.slice(0, MOST - 1)) await service.send(aRequest({ inviterId }))
    const again = await service.send(aRequest(), { invitationId: 'i-1' })
    expect(again._unsafeUnwrap()).toEqual({ ...first._unsafeUnwrap(), replayed: true })
  })

  test('denies nobody else', async () => {
    const { policy } = full()
    const toClara = { recipientId: 'clara', groupId: 'zen', text: 'Liebe Clara, Zen?' }
    expect((await policy.evaluate(aRequest(toClara))).isOk()).toBe(true)
  })

  test('sends nothing if the counter fails', async () => {
    const down = { countReceived: () => Promise.reject(new Error('down')) }
    const { repositories, service } = capped(CROWD, { rules: [recipientIsBelowCap(down, CAP)] })
    expect(await service.send(aRequest())).toMatchObject({
      error: { type: 'DependencyFailed', dependency: 'recipientIsBelowCap', effect: 'none' },
    })
    expect(await storedIn(repositories)).toBe(0)
  })
})

describe('what the inviter learns of the cap', () => {
  /** All that the inviter is shown, and the calls that were made for it. */
  async function shown(network: Network, request: Partial<InvitationRequest> = {}) {
    const { repositories, calls } = recorded(createInMemoryRepositories(network))
    // Beside the record: its own calls are those of the rule, which runs in every world.
    const rules = [recipientIsBelowCap(countIn(createInMemoryRepositories(network)), CAP)]
    const policy = new InvitationPolicy(repositories, { clock: () => NOW, rules })
    const service = new InvitationService(policy, repositories)
    const denied = (await policy.evaluate(aRequest(request)))._unsafeUnwrapErr()
    const notSent = (await service.send(aRequest(request)))._unsafeUnwrapErr()
    const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    const contacts = await policy.contactsFor({ inviterId: 'anna', groupId: 'zen' })
    return {
      denied: forInviter(denied),
      notSent: forInviter(notSent),
      words: en.reasons(forInviter(denied)),
      problem: toProblemDetails(forInviter(denied)),
      groups: groups._unsafeUnwrap().map((choice) => choiceForInviter(choice)),
      contacts: contacts._unsafeUnwrap().map((choice) => choiceForInviter(choice)),
      calls,
    }
  }

  const optedOut = {
    ...CROWD,
    members: CROWD.members.map((member) =>
      member.memberId === 'bernd' ? { ...member, optedOut: true } : member,
    ),
  }
  const flooded = { ...CROWD, invitations: received(MOST) }

  test.each([
    ['a good draft', {}],
    ['a bad draft', { text: 'Hallo zusammen, {name}! Mehr auf elbschach.de' }],
    ['a draft that is too long', { text: 'a'.repeat(501) }],
    ['the group route', { route: 'group' as const }],
    ['a group of somebody else', { groupId: 'nowhere' }],
  ])('is the same as for an opt-out: %s', async (_name, request) => {
    expect(await shown(flooded, request)).toEqual(await shown(optedOut, request))
    // Both at once are no third thing.
    const both = { ...optedOut, invitations: received(MOST) }
    expect(await shown(both, request)).toEqual(await shown(optedOut, request))
  })

  test('is one sentence', async () => {
    expect((await shown(flooded)).words).toEqual(['This member cannot be invited to this group.'])
  })
})
