import { type CandidateDenial, type GroupsRequest, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { AN_IDENTIFIER } from '../../src/model/identifiers.js'
import { NOW } from '../support/builders.js'
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
        { groupId: 'zen', denials: [] },
        { groupId: 'chess', denials: [] },
        { groupId: 'arts', denials: [{ type: 'AlreadyMember' }] },
        { groupId: 'run', denials: [{ type: 'MembershipPending' }] },
      ]),
    )
  })

  test.each<[string, string, CandidateDenial]>([
    ['who was invited before', 'gerd', taken],
    ['who has opted out', 'dora', { type: 'RecipientOptedOut' }],
    ['who does not exist', 'nobody', { type: 'RecipientNotFound' }],
  ])('has the denial of a member %s for every group', async (_case, recipientId, denial) => {
    const choices = await policyOver(CITY).groupsFor({ inviterId: 'anna', recipientId })
    expect(choices).toEqual(
      ok(['zen', 'chess', 'arts', 'run'].map((groupId) => ({ groupId, denials: [denial] }))),
    )
  })

  test('needs no contact: the way in is a profile', async () => {
    const strangers = { ...CITY, contacts: [] }
    const choices = await policyOver(strangers).groupsFor({
      inviterId: 'anna',
      recipientId: 'hanna',
    })
    expect(choices._unsafeUnwrap()[0]).toEqual({ groupId: 'zen', denials: [] })
  })

  test('has every denial for oneself', async () => {
    const choices = await policyOver(NETWORK).groupsFor({ inviterId: 'anna', recipientId: 'anna' })
    const denials = [{ type: 'SelfInvitation' }, { type: 'AlreadyMember' }]
    expect(choices).toEqual(
      ok([
        { groupId: 'typescript-hamburg', denials },
        { groupId: 'chess', denials },
      ]),
    )
  })

  test.each(['bernd', 'nobody'])('has no choice for %s, who is in no group', async (inviterId) => {
    const { repositories, calls } = recorded(createInMemoryRepositories({ ...CITY, groups: [] }))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.groupsFor({ inviterId, recipientId: 'anna' })).toEqual(ok([]))
    expect(calls).toEqual([['memberships.findGroupsOf', inviterId]])
  })

  test('has the denial of a group that the inviter left between two answers', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    const memberships = { ...inMemory.memberships, findGroupsOf: () => ['left'] }
    const policy = new InvitationPolicy({ ...inMemory, memberships }, { clock })
    expect(await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqual(
      ok([{ groupId: 'left', denials: [{ type: 'InviterNotInGroup', groupId: 'left' }] }]),
    )
  })
})

describe('a value that is no request of groupsFor', () => {
  const policy = policyOver(CITY)
  const groupsFor = (value: unknown) => policy.groupsFor(value as GroupsRequest)
  const issue = (key: string) => ({ message: `${key} must be ${AN_IDENTIFIER}`, path: [key] })

  test.each([null, undefined, 7, 'anna', true])('%s', async (value) => {
    const issues = [{ message: 'The request must be an object', path: [] }]
    expect(await groupsFor(value)).toEqual(err({ type: 'InvalidRequest', issues }))
  })

  test.each([
    [{}, [issue('inviterId'), issue('recipientId')]],
    [{ inviterId: 'anna', recipientId: '' }, [issue('recipientId')]],
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
