import type {
  Group,
  Invitation,
  InvitationStatus,
  MemberProfile,
  OptOut,
  Standing,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT, SENT_NETWORK, storeChange } from '../../support/answering.js'
import { after, NOW } from '../../support/builders.js'
import { NETWORK } from '../../support/network.js'
import { answersOver, HALF_A_YEAR_ON } from '../../support/sending.js'

const groupId = 'typescript-hamburg'
const inviter = { displayName: 'Anna Schmidt', wants: [], haves: [], other: [] }
const group = { name: 'TypeScript Hamburg' }
const shown = ok({ items: [{ invitation: SENT, inviter, group }] })
const nothing = ok({ items: [] })

test('an open invitation is shown with its inviter and its group', async () => {
  const { service } = answering()
  expect(await service.received('bernd')).toEqual(shown)
  expect(await service.received('anna')).toEqual(nothing)
  expect(await service.received('nobody')).toEqual(nothing)
})

describe('what cannot be answered is hidden:', () => {
  test.each<InvitationStatus>(['Declined', 'Accepted', 'Withdrawn'])('%s', async (status) => {
    const { service, repositories } = answering()
    await storeChange(repositories, aChange(status, { changedBy: { network: 'spam' } }))
    expect(await service.received('bernd')).toEqual(nothing)
  })

  test.each([
    [-1, shown],
    [0, nothing],
    [1, nothing],
  ])('at its end and %d ms', async (milliseconds, expected) => {
    const clock = () => after(HALF_A_YEAR_ON, milliseconds)
    const { service } = answering(SENT_NETWORK, { clock })
    expect(await service.received('bernd')).toEqual(expected)
  })

  test('erased', async () => {
    const { service } = answering({ ...NETWORK, invitations: [{ ...SENT, text: '' }] })
    expect(await service.received('bernd')).toEqual(nothing)
  })

  test.each<[OptOut, typeof nothing | typeof shown]>([
    ['all', nothing],
    [{ inviterId: 'anna' }, nothing],
    [{ groupId }, nothing],
    [{ inviterId: 'clara' }, shown],
    [{ groupId: 'chess' }, shown],
    [{ inviterId: groupId }, shown],
    [{ groupId: 'anna' }, shown],
  ])('opted out of %o', async (optOut, expected) => {
    const { service, repositories } = answering()
    await repositories.preferences.setOptOut('bernd', optOut, true)
    // Somebody else’s are no concern.
    await repositories.preferences.setOptOut('anna', 'all', true)
    expect(await service.received('bernd')).toEqual(expected)
    await repositories.preferences.setOptOut('bernd', optOut, false)
    expect(await service.received('bernd')).toEqual(shown)
  })

  test.each<[Standing, typeof nothing | typeof shown]>([
    ['member', nothing],
    ['moderator', nothing],
    ['banned', nothing],
    ['pending', shown],
  ])('in the group as %s', async (standing, expected) => {
    const { service, repositories } = answering()
    repositories.setStanding(groupId, 'bernd', standing)
    expect(await service.received('bernd')).toEqual(expected)
  })

  test('without its group', async () => {
    const { service } = answering({ ...SENT_NETWORK, groups: [] })
    expect(await service.received('bernd')).toEqual(nothing)
  })

  test('without its inviter', async () => {
    const members = NETWORK.members.filter(({ memberId }) => memberId !== 'anna')
    const standings = { clara: 'moderator' }
    const { service } = answering({
      members,
      groups: [{ groupId, ...group, standings }],
      invitations: [SENT],
    })
    expect(await service.received('bernd')).toEqual(nothing)
  })

  test('by an inviter whom the recipient does not see', async () => {
    const { repositories } = answering()
    const findProfiles = repositories.profiles.findProfiles.bind(repositories.profiles)
    const profiles = {
      findProfiles: (memberIds: readonly string[], viewerId: string) =>
        findProfiles(
          memberIds.filter((memberId) => viewerId !== 'bernd' || memberId !== 'anna'),
          viewerId,
        ),
    }
    expect(await answersOver({ ...repositories, profiles }).received('bernd')).toEqual(nothing)
  })

  test.each<[string, object]>([
    ['profiles', { findProfiles: () => new Map([['anna', { ...inviter, displayName: '' }]]) }],
    ['groups', { findGroups: () => new Map([[groupId, { name: '' }]]) }],
  ])('nameless in %s', async (port, repository) => {
    const { repositories } = answering()
    const service = answersOver({ ...repositories, [port]: repository })
    expect(await service.received('bernd')).toEqual(nothing)
  })

  test('of each what it is, beside each other', async () => {
    const many = (invitationId: string, changes: Partial<Invitation> = {}): Invitation => ({
      ...SENT,
      invitationId,
      ...changes,
    })
    const network: Network = {
      ...NETWORK,
      invitations: [
        many('open-1'),
        many('declined'),
        many('erased', { text: '' }),
        many('expired', { repeatableAt: NOW }),
        many('lost', { groupId: 'gone' }),
        many('joined', { groupId: 'chess' }),
        many('stranger', { inviterId: 'gone' }),
        many('muted', { inviterId: 'dora' }),
        many('open-2', { inviterId: 'clara', sentAt: after(NOW, -1) }),
      ],
    }
    const { service, repositories } = answering(network)
    await storeChange(repositories, aChange('Declined', { invitationId: 'declined' }))
    await repositories.preferences.setOptOut('bernd', { inviterId: 'dora' }, true)
    const { items } = (await service.received('bernd'))._unsafeUnwrap()
    expect(items.map(({ invitation }) => invitation.invitationId)).toEqual(['open-1', 'open-2'])
    expect(items.map((item) => item.inviter.displayName)).toEqual(['Anna Schmidt', 'Clara Nowak'])
  })
})

test('more than was asked for neither hides nor shows anything', async () => {
  const { repositories } = answering()
  const preferences = {
    ...repositories.preferences,
    findOptOuts: () => new Map([['dora', ['all'] as const]]),
  }
  const answers = {
    ...repositories.answers,
    findChanges: () => new Map([['i-0', aChange('Withdrawn', { invitationId: 'i-0' })]]),
  }
  const memberships = {
    ...repositories.memberships,
    findStandings: () =>
      new Map<string, ReadonlyMap<string, Standing>>([
        ['chess', new Map([['bernd', 'member']])],
        [groupId, new Map([['dora', 'banned']])],
      ]),
  }
  const service = answersOver({ ...repositories, preferences, answers, memberships })
  expect(await service.received('bernd')).toEqual(shown)
})

test('no other field of a profile or a group is shown, and what is shown is a copy', async () => {
  const { repositories } = answering()
  const stored = { ...inviter, haves: ['Go'], email: 'anna@mail.example', birthday: NOW }
  const profiles = { findProfiles: () => new Map([['anna', stored]]) }
  const groups = { findGroups: () => new Map([[groupId, { ...group, owner: 'clara' }]]) }
  const page = await answersOver({ ...repositories, profiles, groups }).received('bernd')
  stored.haves.push('TypeScript')
  const item = { invitation: SENT, inviter: { ...inviter, haves: ['Go'] }, group }
  expect(page).toStrictEqual(ok({ items: [item] }))
})

describe('the reference', () => {
  const withReference = (entry: string, field = 'haves'): Network => ({
    ...NETWORK,
    invitations: [{ ...SENT, reference: { field, entry } }],
  })
  const referenceIn = async (network: Network, own: Partial<MemberProfile> = {}) => {
    const repositories = createInMemoryRepositories(network)
    const findProfiles = repositories.profiles.findProfiles.bind(repositories.profiles)
    const profiles = {
      async findProfiles(memberIds: readonly string[], viewerId: string) {
        const found = await findProfiles(memberIds, viewerId)
        const bernd = found.get('bernd')
        return new Map([...found, ...(bernd ? [['bernd', { ...bernd, ...own }] as const] : [])])
      },
    }
    const page = await answersOver({ ...repositories, profiles }).received('bernd')
    const [item] = page._unsafeUnwrap().items
    return item?.invitation
  }

  test('is shown as the recipient’s own profile has it', async () => {
    expect(await referenceIn(withReference(' TypeScript '))).toEqual({
      ...SENT,
      reference: { field: 'haves', entry: 'TypeScript' },
    })
  })

  test.each([
    ['is no entry', 'example.org', 'haves', {}],
    ['stands under another heading', 'TypeScript', 'wants', {}],
    ['is no entry any more', 'TypeScript', 'haves', { haves: ['Go'] }],
  ])('is absent if it %s', async (_case, entry, field, own) => {
    expect(await referenceIn(withReference(entry, field), own)).toEqual(SENT)
  })

  test('is absent if the recipient’s own profile is gone', async () => {
    const { repositories } = answering(withReference('TypeScript'))
    const profiles = { findProfiles: () => new Map([['anna', inviter]]) }
    expect(await answersOver({ ...repositories, profiles }).received('bernd')).toEqual(shown)
  })
})

test('the profiles are as the recipient sees them, and the group as it is', async () => {
  const { repositories } = answering()
  const seen: Group = { name: 'Hamburg', url: 'https://example.org/', admission: 'open' }
  const groups = { findGroups: () => new Map([[groupId, seen]]) }
  const profiles = {
    findProfiles: (memberIds: readonly string[], viewerId: string) =>
      new Map(memberIds.map((id) => [id, { ...inviter, displayName: `${id} for ${viewerId}` }])),
  }
  const service = answersOver({ ...repositories, groups, profiles })
  const displayName = 'anna for bernd'
  expect(await service.received('bernd')).toEqual(
    ok({ items: [{ invitation: SENT, inviter: { ...inviter, displayName }, group: seen }] }),
  )
})
