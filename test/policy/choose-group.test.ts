import {
  type CandidateDenial,
  type Group,
  type GroupsRequest,
  InvitationPolicy,
  type PolicyRepositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { AN_IDENTIFIER } from '../../src/model/identifiers.js'
import { aProfile, NOW } from '../support/builders.js'
import { CITY, taken } from '../support/city.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

const clock = () => NOW
const policyOver = (network: Network) =>
  new InvitationPolicy(createInMemoryRepositories(network), { clock })

describe('groupsFor', () => {
  test('returns one choice for each group of the inviter, with every denial', async () => {
    expect(await policyOver(CITY).groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqual(
      ok([
        { groupId: 'zen', group: { name: 'Zen' }, denials: [] },
        { groupId: 'chess', group: { name: 'Schach' }, denials: [] },
        { groupId: 'arts', group: { name: 'Kunst' }, denials: [{ type: 'AlreadyMember' }] },
        {
          groupId: 'run',
          group: { name: 'Laufen' },
          denials: [{ type: 'MembershipPending', inviterMayAdmit: false }],
        },
      ]),
    )
  })

  test.each<[string, string, CandidateDenial]>([
    ['who was invited before', 'gerd', taken],
    ['who has opted out', 'dora', { type: 'RecipientOptedOut' }],
    ['who does not exist', 'nobody', { type: 'RecipientNotFound' }],
  ])('has the denial of a member %s for every group', async (_case, recipientId, denial) => {
    const choices = await policyOver(CITY).groupsFor({ inviterId: 'anna', recipientId })
    const found = choices._unsafeUnwrap().map(({ groupId, denials }) => [groupId, denials])
    expect(found).toEqual(['zen', 'chess', 'arts', 'run'].map((groupId) => [groupId, [denial]]))
  })

  test('has dates of its own in each choice', async () => {
    const request = { inviterId: 'anna', recipientId: 'gerd' }
    const [first, second] = (await policyOver(CITY).groupsFor(request))._unsafeUnwrap()
    for (const denial of first?.denials ?? []) {
      if (denial.type === 'RateLimited6Months') denial.repeatableAt.setTime(0)
    }
    expect(first?.denials).not.toEqual([taken])
    expect(second?.denials).toEqual([taken])
  })

  test('needs no contact: the way in is a profile', async () => {
    const strangers = { ...CITY, contacts: [] }
    const choices = await policyOver(strangers).groupsFor({
      inviterId: 'anna',
      recipientId: 'hanna',
    })
    expect(choices._unsafeUnwrap()[0]).toMatchObject({ groupId: 'zen', denials: [] })
  })

  test('has every denial for oneself', async () => {
    const choices = await policyOver(NETWORK).groupsFor({ inviterId: 'anna', recipientId: 'anna' })
    const denials = [{ type: 'SelfInvitation' }, { type: 'AlreadyMember' }]
    expect(choices).toEqual(
      ok([
        { groupId: 'typescript-hamburg', group: { name: 'TypeScript Hamburg' }, denials },
        { groupId: 'chess', group: { name: 'Schach' }, denials },
      ]),
    )
  })

  test.each(['bernd', 'nobody'])('has no choice for %s, who is in no group', async (inviterId) => {
    const { repositories, calls } = recorded(createInMemoryRepositories({ ...CITY, groups: [] }))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.groupsFor({ inviterId, recipientId: 'anna' })).toEqual(ok([]))
    expect(calls).toEqual([['memberships.findGroupsOf', inviterId]])
  })

  const groupsOver = async (changes: Partial<PolicyRepositories>) => {
    const policy = new InvitationPolicy(
      { ...createInMemoryRepositories(NETWORK), ...changes },
      { clock },
    )
    return policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  }

  test('has the denial of a group that the inviter left between two answers', async () => {
    const { memberships } = createInMemoryRepositories(NETWORK)
    const left = { ...memberships, findGroupsOf: () => ['left'] }
    const groups = { findGroups: () => new Map([['left', { name: 'Left' }]]) }
    expect(await groupsOver({ memberships: left, groups })).toEqual(
      ok([
        {
          groupId: 'left',
          group: { name: 'Left' },
          denials: [{ type: 'InviterNotInGroup', groupId: 'left' }],
        },
      ]),
    )
  })

  test.each<[string, Map<string, Group>]>([
    ['was deleted, and has members left over', new Map()],
    ['has no name', new Map([['chess', { name: '' }]])],
  ])('has the denial of a group that %s', async (_case, found) => {
    const hamburg = ['typescript-hamburg', { name: 'TypeScript Hamburg' }] as const
    const others = { findGroups: () => new Map([hamburg, ...found]) }
    expect(await groupsOver({ groups: others })).toEqual(
      ok([
        { groupId: 'typescript-hamburg', group: { name: 'TypeScript Hamburg' }, denials: [] },
        {
          groupId: 'chess',
          group: undefined,
          denials: [{ type: 'GroupNotFound', groupId: 'chess' }, { type: 'AlreadyMember' }],
        },
      ]),
    )
  })

  test.each([
    ['a profile', []],
    ['a name', [['anna', { displayName: '', wants: [], haves: [], other: [] }] as const]],
  ])('has the denial of an inviter without %s for every group', async (_case, ofAnna) => {
    const profiles = { findProfiles: () => new Map([['bernd', aProfile()], ...ofAnna]) }
    const choices = await groupsOver({ profiles })
    for (const { denials } of choices._unsafeUnwrap()) {
      expect(denials[0]).toEqual({ type: 'InviterNotFound' })
    }
  })
})

describe('a value that is no request of groupsFor', () => {
  const policy = policyOver(CITY)
  const groupsFor = (value: unknown) => policy.groupsFor(value as GroupsRequest)
  const issue = (key: string, expected = 'a string') => ({
    message: `${key} must be ${expected}`,
    path: [key],
  })

  test.each([null, undefined, 7, 'anna', true])('%s', async (value) => {
    const issues = [{ message: 'The request must be an object', path: [] }]
    expect(await groupsFor(value)).toEqual(err({ type: 'InvalidRequest', issues }))
  })

  test.each([
    [{}, [issue('inviterId'), issue('recipientId')]],
    [{ inviterId: 'anna', recipientId: '' }, [issue('recipientId', AN_IDENTIFIER)]],
    [{ inviterId: 7, recipientId: 'bernd' }, [issue('inviterId')]],
    [
      Object.create({ inviterId: 'anna', recipientId: 'bernd' }) as object,
      [issue('inviterId'), issue('recipientId')],
    ],
  ])('%o', async (value, issues) => {
    expect(await groupsFor(value)).toEqual(err({ type: 'InvalidRequest', issues }))
  })

  test('calls no repository', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(CITY))
    await new InvitationPolicy(repositories).groupsFor({ inviterId: '', recipientId: 'bernd' })
    expect(calls).toEqual([])
  })
})
