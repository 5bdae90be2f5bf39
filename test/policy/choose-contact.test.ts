import fc from 'fast-check'
import {
  type CandidateDenial,
  type ContactsRequest,
  defineRule,
  type GroupsRequest,
  InvitationPolicy,
  isContentFinding,
  type PolicyOptions,
  type Repositories,
  type DependencyFailed,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { someNetwork } from '../support/arbitraries.js'
import { after, aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { runs } from '../support/runs.js'

const clock = () => NOW
const cause = new Error('connection refused')

const policyOver = (network: Network, options: PolicyOptions = {}) =>
  new InvitationPolicy(createInMemoryRepositories(network), { clock, ...options })

/** Anna is in all four groups, and has seven contacts, each with something of their own. */
const CITY: Network = {
  members: ['anna', 'bernd', 'clara', 'dora', 'emil', 'fritz', 'gerd', 'hanna'].map((memberId) => ({
    memberId,
    displayName: memberId,
    optedOut: memberId === 'dora',
  })),
  groups: [
    { groupId: 'zen', name: 'Zen', standings: { anna: 'member' } },
    {
      groupId: 'chess',
      name: 'Schach',
      standings: { anna: 'moderator', clara: 'member', emil: 'pending', fritz: 'banned' },
    },
    { groupId: 'arts', name: 'Kunst', standings: { anna: 'member', bernd: 'moderator' } },
    { groupId: 'closed', name: 'Zu', standings: { anna: 'pending', bernd: 'member' } },
    { groupId: 'run', name: 'Laufen', standings: { anna: 'member', bernd: 'pending' } },
  ],
  contacts: ['hanna', 'bernd', 'clara', 'dora', 'emil', 'fritz', 'gerd'].map((contact) => [
    'anna',
    contact,
  ]),
  invitations: [
    { invitationId: 'i-1', inviterId: 'anna', recipientId: 'gerd', sentAt: after(NOW, -1) },
  ],
}

const taken: CandidateDenial = {
  type: 'RateLimited6Months',
  invitationId: 'i-1',
  sentAt: after(NOW, -1),
  repeatableAt: after(new Date('2026-11-12T12:00:00.000Z'), -1),
}
const profileOf = (memberId: string) => aProfile({ displayName: memberId, haves: [] })

describe('groupsFor', () => {
  test('gives one choice for each group of the inviter, with every reason', async () => {
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
    ['whom one has invited', 'gerd', taken],
    ['who has opted out', 'dora', { type: 'RecipientOptedOut' }],
    ['whom nobody knows', 'nobody', { type: 'RecipientNotFound' }],
  ])('of a member %s every group has the reason', async (_case, recipientId, denial) => {
    const choices = await policyOver(CITY).groupsFor({ inviterId: 'anna', recipientId })
    expect(choices._unsafeUnwrap().map(({ denials }) => denials)).toEqual(
      Array.from({ length: 4 }, () => [denial]),
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

  test('of oneself tells all that is so', async () => {
    const choices = await policyOver(NETWORK).groupsFor({ inviterId: 'anna', recipientId: 'anna' })
    const denials = [{ type: 'SelfInvitation' }, { type: 'AlreadyMember' }]
    expect(choices).toEqual(
      ok([
        { groupId: 'typescript-hamburg', denials },
        { groupId: 'chess', denials },
      ]),
    )
  })

  test.each(['bernd', 'nobody'])('%s, who is in no group, has no choice', async (inviterId) => {
    const { repositories, calls } = recorded(createInMemoryRepositories({ ...CITY, groups: [] }))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.groupsFor({ inviterId, recipientId: 'anna' })).toEqual(ok([]))
    expect(calls).toEqual([['memberships.findGroupsOf', inviterId]])
  })

  test('a group that was left between two answers has its reason', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    const memberships = { ...inMemory.memberships, findGroupsOf: () => ['left'] }
    const policy = new InvitationPolicy({ ...inMemory, memberships }, { clock })
    expect(await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqual(
      ok([{ groupId: 'left', denials: [{ type: 'InviterNotInGroup', groupId: 'left' }] }]),
    )
  })
})

describe('contactsFor', () => {
  const ask: ContactsRequest = { inviterId: 'anna', groupId: 'chess' }

  test('gives one choice for each contact, with profile and every reason', async () => {
    expect(await policyOver(CITY).contactsFor(ask)).toEqual(
      ok([
        { contactId: 'hanna', profile: profileOf('hanna'), denials: [] },
        { contactId: 'bernd', profile: profileOf('bernd'), denials: [] },
        { contactId: 'clara', profile: profileOf('clara'), denials: [{ type: 'AlreadyMember' }] },
        { contactId: 'dora', profile: profileOf('dora'), denials: [{ type: 'RecipientOptedOut' }] },
        { contactId: 'emil', profile: profileOf('emil'), denials: [{ type: 'MembershipPending' }] },
        { contactId: 'fritz', profile: profileOf('fritz'), denials: [{ type: 'RecipientBanned' }] },
        { contactId: 'gerd', profile: profileOf('gerd'), denials: [taken] },
      ]),
    )
  })

  test('looks at those who are given, each once, in their order', async () => {
    const contactIds = ['gerd', 'nobody', 'bernd', 'gerd', 'anna', 'bernd']
    const choices = await policyOver({ ...CITY, contacts: [['gerd', 'anna']] }).contactsFor({
      ...ask,
      contactIds,
    })
    expect(choices).toEqual(
      ok([
        { contactId: 'gerd', profile: profileOf('gerd'), denials: [taken] },
        {
          contactId: 'nobody',
          profile: undefined,
          denials: [{ type: 'NotADirectContact' }, { type: 'RecipientNotFound' }],
        },
        {
          contactId: 'bernd',
          profile: profileOf('bernd'),
          denials: [{ type: 'NotADirectContact' }],
        },
        {
          contactId: 'anna',
          profile: profileOf('anna'),
          denials: [
            { type: 'SelfInvitation' },
            { type: 'NotADirectContact' },
            { type: 'AlreadyMember' },
          ],
        },
      ]),
    )
    expect(contactIds).toHaveLength(6)
  })

  test.each(['closed', 'nowhere'])(
    'to somebody who is not in the group (%s) says so on every choice',
    async (groupId) => {
      const choices = await policyOver(CITY).contactsFor({ ...ask, groupId })
      const firsts = choices._unsafeUnwrap().map(({ denials }) => denials[0])
      expect(firsts).toEqual(
        Array.from({ length: 7 }, () => ({ type: 'InviterNotInGroup', groupId })),
      )
    },
  )

  test('none given, none chosen, nobody asked', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(CITY))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.contactsFor({ ...ask, contactIds: [] })).toEqual(ok([]))
    expect(calls).toEqual([])
  })

  test('who has no contacts has no choice', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories({ ...CITY, contacts: [] }))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.contactsFor(ask)).toEqual(ok([]))
    expect(calls).toEqual([['contacts.findContactsOf', 'anna']])
  })

  test('a repository that counts oneself among the contacts invites nobody to themselves', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    const contacts = { ...inMemory.contacts, findContactsOf: () => ['anna'] }
    const policy = new InvitationPolicy({ ...inMemory, contacts }, { clock })
    const choices = (await policy.contactsFor(ask))._unsafeUnwrap()
    expect(choices.map(({ denials }) => denials)).toEqual([
      [{ type: 'SelfInvitation' }, { type: 'AlreadyMember' }],
    ])
  })
})

describe('the repositories are asked', () => {
  const many = Array.from({ length: 300 }, (_, index) => `m-${index}`)
  const crowd: Network = {
    members: ['anna', ...many].map((memberId) => ({ memberId, displayName: memberId })),
    groups: many.map((groupId) => ({ groupId, name: groupId, standings: { anna: 'member' } })),
    contacts: many.map((memberId) => ['anna', memberId]),
  }
  const callsOf = async (choose: (policy: InvitationPolicy) => Promise<unknown>) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(crowd))
    await choose(new InvitationPolicy(repositories, { clock }))
    return calls
  }

  test('six times for any number of groups, the list first', async () => {
    const calls = await callsOf(async (policy) =>
      policy.groupsFor({ inviterId: 'anna', recipientId: 'm-7' }),
    )
    expect(calls).toEqual([
      ['memberships.findGroupsOf', 'anna'],
      ['memberships.findStandings', many, ['anna', 'm-7']],
      ['profiles.findProfiles', ['m-7'], 'anna'],
      ['preferences.findOptedOut', ['m-7']],
      ['contacts.findContactsAmong', 'anna', ['m-7']],
      ['invitations.findClaims', 'anna', ['m-7']],
    ])
  })

  test('five times for any number of contacts, the list first', async () => {
    const calls = await callsOf(async (policy) =>
      policy.contactsFor({ inviterId: 'anna', groupId: 'm-7' }),
    )
    expect(calls).toEqual([
      ['contacts.findContactsOf', 'anna'],
      ['memberships.findStandings', ['m-7'], ['anna', ...many]],
      ['profiles.findProfiles', many, 'anna'],
      ['preferences.findOptedOut', many],
      ['invitations.findClaims', 'anna', many],
    ])
  })

  test('five times at once for contacts that are given, each named once', async () => {
    const calls = await callsOf(async (policy) =>
      policy.contactsFor({ inviterId: 'anna', groupId: 'm-7', contactIds: [...many, ...many] }),
    )
    expect(calls).toEqual([
      ['memberships.findStandings', ['m-7'], ['anna', ...many]],
      ['profiles.findProfiles', many, 'anna'],
      ['preferences.findOptedOut', many],
      ['contacts.findContactsAmong', 'anna', many],
      ['invitations.findClaims', 'anna', many],
    ])
  })

  test('in two waves: all of the second before the first of it has answered', async () => {
    const never = () => new Promise<never>(() => undefined)
    const { repositories, calls } = recorded({
      memberships: { findGroupsOf: () => Promise.resolve(['a', 'b']), findStandings: never },
      profiles: { findProfiles: never },
      preferences: { findOptedOut: never },
      contacts: { findContactsOf: () => Promise.resolve(['c', 'd']), findContactsAmong: never },
      invitations: { findClaims: never, findRecentFingerprints: never },
    })
    const policy = new InvitationPolicy(repositories)
    void policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    void policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })
    await new Promise(setImmediate)
    expect(calls).toHaveLength(6 + 5)
  })

  test('not the source of facts, which answers for one request', async () => {
    const facts = {
      loadFacts: () => {
        throw cause
      },
    }
    const policy = policyOver(NETWORK, { facts })
    const choices = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    expect(choices._unsafeUnwrap()).toHaveLength(2)
  })

  test('with lists of their own, which they may sort', async () => {
    const inMemory = createInMemoryRepositories(CITY)
    const spoil = (ids: readonly string[]) => (ids as string[]).sort().reverse().splice(0, 3)
    const policy = new InvitationPolicy(
      {
        ...inMemory,
        memberships: {
          ...inMemory.memberships,
          findStandings: (groupIds, memberIds) => {
            const answer = inMemory.memberships.findStandings(groupIds, memberIds)
            spoil(groupIds)
            spoil(memberIds)
            return answer
          },
        },
        profiles: {
          findProfiles: (memberIds, viewerId) => {
            const answer = inMemory.profiles.findProfiles(memberIds, viewerId)
            spoil(memberIds)
            return answer
          },
        },
      },
      { clock },
    )
    const request = { inviterId: 'anna', groupId: 'chess' }
    expect(await policy.contactsFor(request)).toEqual(await policyOver(CITY).contactsFor(request))
  })
})

describe('what was handed over is no request', () => {
  const policy = policyOver(CITY)
  const chooseGroup = (value: unknown) => policy.groupsFor(value as GroupsRequest)
  const chooseContact = (value: unknown) => policy.contactsFor(value as ContactsRequest)
  const identifier = 'a well-formed string of 1 to 255 code points without control characters'

  test.each([null, undefined, 7, 'anna', true])('%s', async (value) => {
    const invalid = {
      type: 'InvalidRequest',
      issues: [{ message: 'The request must be an object', path: [] }],
    }
    expect((await chooseGroup(value))._unsafeUnwrapErr()).toEqual(invalid)
    expect((await chooseContact(value))._unsafeUnwrapErr()).toEqual(invalid)
  })

  const issue = (...path: string[]) => ({
    message: `${path.join('.')} must be ${identifier}`,
    path,
  })

  test.each([
    [{}, [issue('inviterId'), issue('recipientId')]],
    [{ inviterId: 'anna', recipientId: '' }, [issue('recipientId')]],
    [{ inviterId: 7, recipientId: 'bernd' }, [issue('inviterId')]],
  ])('of groupsFor: %o', async (value, issues) => {
    expect((await chooseGroup(value))._unsafeUnwrapErr()).toEqual({
      type: 'InvalidRequest',
      issues,
    })
  })

  const revoked = Proxy.revocable([], {})
  revoked.revoke()
  const trap = new Proxy([], {
    get: () => {
      throw cause
    },
  })
  const aList = { message: 'contactIds must be a list of at most 100,000', path: ['contactIds'] }

  test.each([
    ['nothing', {}, [issue('inviterId'), issue('groupId')]],
    ['a string', { contactIds: 'bernd' }, [issue('inviterId'), issue('groupId'), aList]],
    ['null', { inviterId: 'anna', groupId: 'chess', contactIds: null }, [aList]],
    [
      'wrong items',
      { inviterId: 'anna', groupId: 'chess', contactIds: ['bernd', 7, '', 'bernd'] },
      [issue('contactIds', '1'), issue('contactIds', '2')],
    ],
    [
      'a hole',
      { inviterId: 'anna', groupId: 'chess', contactIds: new Array<string>(1) },
      [issue('contactIds', '0')],
    ],
    [
      'a revoked proxy',
      { inviterId: 'anna', groupId: 'chess', contactIds: revoked.proxy },
      [aList],
    ],
    [
      'more than anybody chooses from',
      { inviterId: 'anna', groupId: 'chess', contactIds: new Array<string>(100_001) },
      [aList],
    ],
    ['a list that throws', { inviterId: 'anna', groupId: 'chess', contactIds: trap }, [aList]],
  ])('of contactsFor: %s', async (_case, value, issues) => {
    expect((await chooseContact(value))._unsafeUnwrapErr()).toEqual({
      type: 'InvalidRequest',
      issues,
    })
  })

  test('nobody is asked', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(CITY))
    await new InvitationPolicy(repositories).contactsFor({ inviterId: '', groupId: 'chess' })
    await new InvitationPolicy(repositories).groupsFor({ inviterId: '', recipientId: 'bernd' })
    expect(calls).toEqual([])
  })

  test('an inherited contactIds is none', async () => {
    const value = Object.create({ contactIds: ['bernd'] }) as object
    const choices = await chooseContact(Object.assign(value, { inviterId: 'anna', groupId: 'zen' }))
    expect(choices._unsafeUnwrap()).toHaveLength(7)
  })
})

describe('an outage', () => {
  /** The in-memory repositories, one method of which is another. */
  const over = (repository: keyof Repositories, operation: string, method: unknown) => {
    const inMemory = createInMemoryRepositories(CITY)
    const ports = { ...inMemory, [repository]: { ...inMemory[repository], [operation]: method } }
    return new InvitationPolicy(ports, { clock })
  }
  const groups = (policy: InvitationPolicy) =>
    policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  const contacts = (policy: InvitationPolicy) =>
    policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })

  const asked = [
    ['memberships', 'findGroupsOf', groups],
    ['contacts', 'findContactsAmong', groups],
    ['contacts', 'findContactsOf', contacts],
    ...[groups, contacts].flatMap((choose) => [
      ['memberships', 'findStandings', choose] as const,
      ['profiles', 'findProfiles', choose] as const,
      ['preferences', 'findOptedOut', choose] as const,
      ['invitations', 'findClaims', choose] as const,
    ]),
  ] as const

  test.each(asked)('of %s.%s is named', async (repository, operation, choose) => {
    const named = { type: 'DependencyFailed', repository, operation }
    for (const method of [
      () => {
        throw cause
      },
      () => Promise.reject(cause),
    ]) {
      const outcome = await choose(over(repository, operation, method))
      expect(outcome._unsafeUnwrapErr()).toEqual({ ...named, cause })
    }
    for (const answer of [undefined, null, {}, 'bernd', [7], [''], new WeakMap()]) {
      const outcome = await choose(over(repository, operation, () => Promise.resolve(answer)))
      const error = outcome._unsafeUnwrapErr() as DependencyFailed
      expect(error).toMatchObject(named)
      expect(error.cause).toBeInstanceOf(TypeError)
    }
  })

  test.each([
    ['memberships', 'findStandings', new Map([['chess', new Map([['bernd', 'owner']])]])],
    ['memberships', 'findStandings', new Map([['chess', null]])],
    ['profiles', 'findProfiles', new Map([['bernd', null]])],
    ['profiles', 'findProfiles', new Map([['bernd', 'Bernd']])],
    ['invitations', 'findClaims', new Map([['bernd', { invitationId: 'i' }]])],
  ] as const)('of a part of the answer of %s.%s: %o', async (repository, operation, answer) => {
    const error = (await contacts(over(repository, operation, () => answer)))._unsafeUnwrapErr()
    expect(error).toMatchObject({ type: 'DependencyFailed', repository, operation })
  })

  test.each([
    ['memberships', 'findGroupsOf', {}, groups, 'the answer must be a list of identifiers'],
    [
      'contacts',
      'findContactsOf',
      ['bernd', ''],
      contacts,
      'the answer must be a list of identifiers',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', 7]]),
      contacts,
      'the profile must be an object',
    ],
    [
      'memberships',
      'findStandings',
      new Map([['chess', new Map([['bernd', 'owner']])]]),
      contacts,
      'the standing must be member, moderator, pending or banned',
    ],
  ] as const)(
    'of %s.%s says what is wrong',
    async (repository, operation, answer, choose, message) => {
      const error = (await choose(over(repository, operation, () => answer)))._unsafeUnwrapErr()
      expect(error).toMatchObject({ cause: new TypeError(message) })
    },
  )

  test('of the clock', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(CITY), {
      clock: () => new Date(Number.NaN),
    })
    const named = { type: 'DependencyFailed', repository: 'clock', operation: 'now' }
    expect((await groups(policy))._unsafeUnwrapErr()).toMatchObject(named)
    expect((await contacts(policy))._unsafeUnwrapErr()).toMatchObject(named)
  })
})

test('profiles are handed on as the repository gives them', async () => {
  const inMemory = createInMemoryRepositories(CITY)
  const profile = { ...profileOf('bernd'), badge: 'Premium' }
  const profiles = { findProfiles: () => new Map([['bernd', profile]]) }
  const policy = new InvitationPolicy({ ...inMemory, profiles }, { clock })
  const [choice] = (
    await policy.contactsFor({ inviterId: 'anna', groupId: 'zen', contactIds: ['bernd'] })
  )._unsafeUnwrap()
  expect(choice?.profile).toBe(profile)
})

describe('own rules', () => {
  const request: ContactsRequest = { inviterId: 'anna', groupId: 'zen' }
  const loads: unknown[][] = []
  const blockList = defineRule({
    name: 'blockList',
    load: (...about) => {
      loads.push(about)
      return new Set(['bernd'])
    },
    check: ({ recipientId }, blocked) =>
      blocked.has(recipientId) ? { type: 'InviterBlocked' } : undefined,
  })
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp' }) })
  const repositories = createInMemoryRepositories(CITY)

  test('load once for all, and are told last', async () => {
    const policy = new InvitationPolicy(repositories, { clock, rules: [blockList, quota] })
    const contactIds = ['bernd', 'gerd', 'hanna']
    const choices = await policy.contactsFor({ ...request, contactIds })
    expect(choices._unsafeUnwrap().map(({ denials }) => denials)).toEqual([
      [{ type: 'InviterBlocked' }, { type: 'QuotaUsedUp' }],
      [taken, { type: 'QuotaUsedUp' }],
      [{ type: 'QuotaUsedUp' }],
    ])
    expect(loads).toEqual([['anna', contactIds, ['zen']]])
  })

  test('judge the same facts as in an evaluation', async () => {
    const seen: unknown[] = []
    const watching = defineRule({
      name: 'watching',
      check: (candidate, _loaded, facts): undefined => void seen.push(candidate, facts),
    })
    const policy = new InvitationPolicy(repositories, { clock, rules: [watching] })
    const route = 'profile'
    await policy.evaluate(aRequest({ recipientId: 'gerd', groupId: 'zen', route }))
    await policy.groupsFor({ inviterId: 'anna', recipientId: 'gerd' })
    expect(seen.slice(2, 4)).toEqual(seen.slice(0, 2))
    const { recentFingerprints: _none, ...facts } = someFacts({
      inviterStanding: 'member',
      recipientProfile: profileOf('gerd'),
      areDirectContacts: true,
    })
    expect(seen[1]).toEqual({
      ...facts,
      claim: expect.objectContaining({ invitationId: 'i-1' }) as unknown,
    })
  })

  test('are told the way in', async () => {
    const routes: string[] = []
    const watching = defineRule({
      name: 'watching',
      check: ({ route }): undefined => void routes.push(route),
    })
    const policy = new InvitationPolicy(repositories, { clock, rules: [watching] })
    await policy.contactsFor({ ...request, contactIds: ['bernd'] })
    await policy.groupsFor({ inviterId: 'bernd', recipientId: 'anna' })
    expect(routes).toEqual(['group', 'profile', 'profile'])
  })

  test('that fail make no choices', async () => {
    const failing = defineRule({
      name: 'failing',
      check: ({ recipientId }) => {
        if (recipientId === 'gerd') throw cause
        return undefined
      },
    })
    const policy = new InvitationPolicy(repositories, { clock, rules: [failing] })
    expect((await policy.contactsFor(request))._unsafeUnwrapErr()).toEqual({
      type: 'DependencyFailed',
      repository: 'failing',
      operation: 'check',
      cause,
    })
  })

  test('are not blamed for a profile that is none', async () => {
    const profiles = { findProfiles: () => new Map([['bernd', {} as never]]) }
    const policy = new InvitationPolicy({ ...repositories, profiles }, { clock, rules: [quota] })
    expect((await policy.contactsFor(request))._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      repository: 'profiles',
      operation: 'findProfiles',
      cause: new TypeError('the profile.displayName must be a string'),
    })
  })
})

test('a preview and the decision agree, in every network', async () => {
  await fc.assert(
    fc.asyncProperty(someNetwork(), async ({ network, members, groups }) => {
      const policy = policyOver(network)
      const decided = async (recipientId: string, groupId: string, route: 'profile' | 'group') => {
        const [inviterId = ''] = members
        const verdict = await policy.evaluate(aRequest({ inviterId, recipientId, groupId, route }))
        return verdict.match(
          () => [],
          (error) =>
            error.type === 'InvitationDenied'
              ? error.denials.filter((denial) => !isContentFinding(denial))
              : [error],
        )
      }
      const [inviterId = ''] = members
      for (const recipientId of members) {
        const choices = (await policy.groupsFor({ inviterId, recipientId }))._unsafeUnwrap()
        for (const { groupId, denials } of choices) {
          expect(denials).toEqual(await decided(recipientId, groupId, 'profile'))
        }
      }
      for (const groupId of groups) {
        for (const contactIds of [undefined, [...members, 'nobody']]) {
          const request = { inviterId, groupId, contactIds }
          const choices = (await policy.contactsFor(request))._unsafeUnwrap()
          for (const { contactId, denials } of choices) {
            expect(denials).toEqual(await decided(contactId, groupId, 'group'))
          }
        }
      }
    }),
    runs(150),
  )
})

test('100,000 contacts may be asked about, and each is looked at once', async () => {
  const contactIds = new Array<string>(100_000).fill('bernd')
  const choices = await policyOver(CITY).contactsFor({
    inviterId: 'anna',
    groupId: 'chess',
    contactIds,
  })
  expect(choices._unsafeUnwrap()).toHaveLength(1)
})
