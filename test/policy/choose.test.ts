import {
  type ContactsRequest,
  type Denial,
  type DependencyFailed,
  defineRule,
  InvitationPolicy,
  type PolicyOptions,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { CITY, profileOf, taken } from '../support/city.js'
import { recorded } from '../support/recorded.js'
import { repositoriesWith } from '../support/repositories-with.js'

const clock = () => NOW
const cause = new Error('connection refused')

const cityPolicy = (options: PolicyOptions = {}) =>
  new InvitationPolicy(createInMemoryRepositories(CITY), { clock, ...options })

const failureOf = (dependency: string, operation: string, of: unknown): DependencyFailed => ({
  type: 'DependencyFailed',
  dependency,
  operation,
  cause: of,
  effect: 'none',
})

describe('the repositories are called', () => {
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

  test('seven times for any number of groups, the list first', async () => {
    const calls = await callsOf(async (policy) =>
      policy.groupsFor({ inviterId: 'anna', recipientId: 'm-7' }),
    )
    expect(calls).toEqual([
      ['memberships.findGroupsOf', 'anna'],
      ['memberships.findStandings', many, ['anna', 'm-7']],
      ['profiles.findProfiles', ['anna', 'm-7'], 'anna'],
      ['preferences.findOptOuts', ['m-7'], ['anna'], many],
      ['contacts.findContactsAmong', 'anna', ['m-7']],
      ['groups.findGroups', many],
      ['invitations.findClaims', 'anna', ['m-7']],
    ])
  })

  test('six times for any number of contacts, the list first', async () => {
    const calls = await callsOf(async (policy) =>
      policy.contactsFor({ inviterId: 'anna', groupId: 'm-7' }),
    )
    expect(calls).toEqual([
      ['contacts.findContactsOf', 'anna'],
      ['memberships.findStandings', ['m-7'], ['anna', ...many]],
      ['profiles.findProfiles', ['anna', ...many], 'anna'],
      ['preferences.findOptOuts', many, ['anna'], ['m-7']],
      ['groups.findGroups', ['m-7']],
      ['invitations.findClaims', 'anna', many],
    ])
  })

  test('six times at once for contacts that are given, each named once', async () => {
    const calls = await callsOf(async (policy) =>
      policy.contactsFor({ inviterId: 'anna', groupId: 'm-7', contactIds: [...many, ...many] }),
    )
    expect(calls).toEqual([
      ['memberships.findStandings', ['m-7'], ['anna', ...many]],
      ['profiles.findProfiles', ['anna', ...many], 'anna'],
      ['preferences.findOptOuts', many, ['anna'], ['m-7']],
      ['contacts.findContactsAmong', 'anna', many],
      ['groups.findGroups', ['m-7']],
      ['invitations.findClaims', 'anna', many],
    ])
  })

  test('in two waves: all of the second before the first of it has answered', async () => {
    const never = () => new Promise<never>(() => undefined)
    const { repositories, calls } = recorded({
      memberships: { findGroupsOf: () => Promise.resolve(['a', 'b']), findStandings: never },
      profiles: { findProfiles: never },
      preferences: { findOptOuts: never },
      contacts: { findContactsOf: () => Promise.resolve(['c', 'd']), findContactsAmong: never },
      groups: { findGroups: never },
      invitations: { findClaims: never, findRecentFingerprints: never },
    })
    const policy = new InvitationPolicy(repositories)
    void policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    void policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })
    await new Promise(setImmediate)
    expect(calls).toHaveLength(7 + 6)
  })

  test('and not loadFacts, which answers for one request', async () => {
    const policy = cityPolicy({
      loadFacts: () => {
        throw cause
      },
    })
    const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    expect(groups._unsafeUnwrap()).toHaveLength(4)
    const contacts = await policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })
    expect(contacts._unsafeUnwrap()).toHaveLength(7)
  })
})

describe('an outage', () => {
  const groups = (policy: InvitationPolicy<Denial>) =>
    policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  const contacts = (policy: InvitationPolicy<Denial>) =>
    policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })
  const over = (port: string, method: string, replacement: unknown) =>
    new InvitationPolicy(repositoriesWith(port, method, replacement, CITY), { clock })

  const asked = [
    ['memberships', 'findGroupsOf', groups],
    ['contacts', 'findContactsAmong', groups],
    ['contacts', 'findContactsOf', contacts],
    ...[groups, contacts].flatMap((choose) => [
      ['memberships', 'findStandings', choose] as const,
      ['profiles', 'findProfiles', choose] as const,
      ['preferences', 'findOptOuts', choose] as const,
      ['groups', 'findGroups', choose] as const,
      ['invitations', 'findClaims', choose] as const,
    ]),
  ] as const

  test.each(asked)('of %s.%s is named', async (port, method, choose) => {
    const throwing = () => {
      throw cause
    }
    for (const failing of [throwing, () => Promise.reject(cause)]) {
      const outcome = await choose(over(port, method, failing))
      expect(outcome._unsafeUnwrapErr()).toEqual(failureOf(port, method, cause))
    }
    for (const answer of [undefined, null, {}, 'bernd', [7], [''], new WeakMap()]) {
      const outcome = await choose(over(port, method, () => Promise.resolve(answer)))
      const broken = expect.any(TypeError) as unknown
      expect(outcome._unsafeUnwrapErr()).toEqual(failureOf(port, method, broken))
    }
  })

  const aList = 'the answer must be a list of identifiers'

  test.each([
    ['memberships', 'findGroupsOf', {}, groups, aList],
    ['contacts', 'findContactsOf', ['bernd', ''], contacts, aList],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', 7]]),
      contacts,
      'the profile must be an object',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', null]]),
      contacts,
      'the profile must be an object',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { displayName: 'Bernd', haves: [], other: [] }]]),
      contacts,
      'the profile.wants must be a list of strings',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { ...aProfile(), wants: [{ text: 'Schach', secret: '5f4d' }] }]]),
      contacts,
      'the profile.wants must be a list of strings',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { displayName: 42 }]]),
      groups,
      'the profile.displayName must be a non-empty string',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { displayName: 'Bernd', wants: [], haves: 'UX', other: [] }]]),
      groups,
      'the profile.haves must be a list of strings',
    ],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { displayName: 'Bernd', wants: [], haves: [] }]]),
      groups,
      'the profile.other must be a list of strings',
    ],
    [
      'memberships',
      'findStandings',
      new Map([['chess', null]]),
      contacts,
      'the map of a group must be a Map',
    ],
    [
      'memberships',
      'findStandings',
      new Map([['chess', new Map([['bernd', 'owner']])]]),
      contacts,
      'the standing must be member, moderator, pending or banned',
    ],
    ['groups', 'findGroups', new Map([['zen', null]]), groups, 'the group must be an object'],
    [
      'groups',
      'findGroups',
      new Map([['zen', { name: undefined }]]),
      groups,
      'the group.name must be a non-empty string',
    ],
    [
      'invitations',
      'findClaims',
      new Map([['bernd', { invitationId: 'i' }]]),
      contacts,
      'the claim.sentAt must be a valid Date',
    ],
  ] as const)(
    'of %s.%s says which promise is broken: %o',
    async (port, method, answer, choose, message) => {
      const outcome = await choose(over(port, method, () => answer))
      expect(outcome._unsafeUnwrapErr()).toEqual(failureOf(port, method, new TypeError(message)))
    },
  )

  test('of the clock', async () => {
    const policy = cityPolicy({ clock: () => new Date(Number.NaN) })
    const failure = err(failureOf('clock', 'call', new TypeError('the time must be a valid Date')))
    expect(await groups(policy)).toEqual(failure)
    expect(await contacts(policy)).toEqual(failure)
  })
})

describe('custom rules', () => {
  const request: ContactsRequest = { inviterId: 'anna', groupId: 'zen' }
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp' }) })

  test('load once for all candidates, and their denials come last', async () => {
    const loads: unknown[] = []
    const blockList = defineRule({
      name: 'blockList',
      load: (...args) => {
        loads.push(args)
        return new Set(['bernd'])
      },
      check: ({ recipientId }, blocked) =>
        blocked.has(recipientId) ? { type: 'InviterBlocked' } : undefined,
    })
    const contactIds = ['bernd', 'gerd', 'hanna']
    const policy = cityPolicy({ rules: [blockList, quota] })
    expect(await policy.contactsFor({ ...request, contactIds })).toEqual(
      ok([
        {
          contactId: 'bernd',
          profile: profileOf('bernd'),
          denials: [{ type: 'InviterBlocked' }, { type: 'QuotaUsedUp' }],
        },
        {
          contactId: 'gerd',
          profile: profileOf('gerd'),
          denials: [taken, { type: 'QuotaUsedUp' }],
        },
        { contactId: 'hanna', profile: profileOf('hanna'), denials: [{ type: 'QuotaUsedUp' }] },
      ]),
    )
    const candidates = { inviterId: 'anna', recipientIds: contactIds, groupIds: ['zen'] }
    expect(loads).toEqual([[{ ...candidates, route: 'group' }, NOW]])
  })

  test('do not load if there is nobody to choose', async () => {
    const loads: unknown[] = []
    const spy = defineRule({
      name: 'spy',
      load: (...args) => void loads.push(args),
      check: () => undefined,
    })
    const policy = cityPolicy({ rules: [spy] })
    expect(await policy.contactsFor({ ...request, contactIds: [] })).toEqual(ok([]))
    expect(loads).toEqual([])
  })

  test('get the same candidate and facts as in an evaluation', async () => {
    const seen: unknown[] = []
    const spy = defineRule({
      name: 'spy',
      check: (candidate, _loaded, facts): undefined => void seen.push([candidate, facts]),
    })
    const policy = cityPolicy({ rules: [spy] })
    await policy.evaluate(aRequest({ recipientId: 'gerd', groupId: 'zen', route: 'profile' }))
    await policy.groupsFor({ inviterId: 'anna', recipientId: 'gerd' })
    expect(seen[1]).toEqual(seen[0])
    const { recentFingerprints: _none, ...ofPeople } = someFacts({
      inviterProfile: profileOf('anna'),
      group: { name: 'Zen' },
      inviterStanding: 'member',
      recipientProfile: profileOf('gerd'),
      areDirectContacts: true,
    })
    const { type: _type, ...claim } = taken
    expect(seen[0]).toEqual([
      { inviterId: 'anna', recipientId: 'gerd', groupId: 'zen', route: 'profile' },
      expect.objectContaining({ ...ofPeople, claim }),
    ])
  })

  test('get the route of the picker', async () => {
    const routes: string[] = []
    const spy = defineRule({
      name: 'spy',
      check: ({ route }): undefined => void routes.push(route),
    })
    const policy = cityPolicy({ rules: [spy] })
    await policy.contactsFor({ ...request, contactIds: ['bernd'] })
    await policy.groupsFor({ inviterId: 'bernd', recipientId: 'anna' })
    expect(routes).toEqual(['group', 'profile', 'profile'])
  })

  test('that fail leave no choices', async () => {
    const failing = defineRule({
      name: 'failing',
      check: ({ recipientId }) => {
        if (recipientId === 'gerd') throw cause
        return undefined
      },
    })
    expect(await cityPolicy({ rules: [failing] }).contactsFor(request)).toEqual(
      err(failureOf('failing', 'check', cause)),
    )
  })

  test('are not blamed for a profile that breaks its promise', async () => {
    const profiles = { findProfiles: () => new Map([['bernd', {} as never]]) }
    const repositories = { ...createInMemoryRepositories(CITY), profiles }
    const reading = defineRule({
      name: 'reading',
      check: (_candidate, _loaded, { recipientProfile }) =>
        recipientProfile?.wants.includes('quiet') ? { type: 'WantsToBeLeftAlone' } : undefined,
    })
    const policy = new InvitationPolicy(repositories, { clock, rules: [reading] })
    const broken = new TypeError('the profile.displayName must be a non-empty string')
    const failure = err(failureOf('profiles', 'findProfiles', broken))
    expect(await policy.contactsFor(request)).toEqual(failure)
    expect(await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqual(failure)
  })
})
