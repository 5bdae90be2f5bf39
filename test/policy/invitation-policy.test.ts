import {
  decide,
  InvitationPolicy,
  type InvitationRequest,
  type PolicyOptions,
  type PolicyRepositories,
  type Repositories,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

const HALF_A_YEAR_ON = new Date('2026-11-12T12:00:00.000Z')
const THIRTY_DAYS_AGO = new Date('2026-04-12T12:00:00.000Z')
const HALF_A_YEAR_AGO = new Date('2025-11-12T12:00:00.000Z')

function policyOver(network: Network = NETWORK, options: PolicyOptions = {}) {
  return new InvitationPolicy(createInMemoryRepositories(network), { clock: () => NOW, ...options })
}

const denialsFor = async (request = aRequest(), network: Network = NETWORK) =>
  (await policyOver(network).evaluate(request)).match(
    () => [],
    (error) => (error.type === 'InvitationDenied' ? error.denials : [error]),
  )

const invitedAt = (sentAt: Date, changes = {}): Network => ({
  ...NETWORK,
  invitations: [
    { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt, ...changes },
  ],
})

describe('an approval', () => {
  test('carries the normalised request and the window', async () => {
    const request = aRequest({
      subject: '  Ein Treffen ',
      text: 'Lieber Bernd,\r\nTypeScript! ',
    })
    expect(await policyOver().evaluate(request)).toEqual(
      ok({
        request: { ...request, subject: 'Ein Treffen', text: 'Lieber Bernd,\nTypeScript!' },
        advisories: [],
        decidedAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
        textFingerprint: fingerprintText('Lieber Bernd,\nTypeScript!', aProfile()),
      }),
    )
  })

  test('is decided at the time of the system where no clock is given', async () => {
    const before = Date.now()
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
    const { decidedAt } = (await policy.evaluate(aRequest()))._unsafeUnwrap()
    expect(+decidedAt).toBeGreaterThanOrEqual(before)
    expect(+decidedAt).toBeLessThanOrEqual(Date.now())
  })

  test('does not change with the clock’s own Date', async () => {
    const hand = new Date(NOW)
    const policy = policyOver(NETWORK, { clock: () => hand })
    const { decidedAt } = (await policy.evaluate(aRequest()))._unsafeUnwrap()
    hand.setFullYear(1999)
    expect(decidedAt).toEqual(NOW)
  })

  test('needs no contact on the profile route, a contact on the group route', async () => {
    const strangers = { ...NETWORK, contacts: [] }
    expect(await denialsFor(aRequest({ route: 'profile' }), strangers)).toEqual([])
    expect(await denialsFor(aRequest({ route: 'group' }), NETWORK)).toEqual([])
    expect(await denialsFor(aRequest({ route: 'group' }), strangers)).toEqual([
      { type: 'NotADirectContact' },
    ])
  })
})

describe('a refusal', () => {
  test('is whole: every denial, and the draft as normalised', async () => {
    const request = aRequest({ subject: ' ', text: '\u200b ', groupId: 'chess' })
    expect(await policyOver().evaluate(request)).toEqual(
      err({
        type: 'InvitationDenied',
        denials: [{ type: 'TextEmpty' }, { type: 'AlreadyMember' }],
        advisories: [],
        draft: { text: '' },
      }),
    )
  })

  test('has no subject in its draft where there is none', async () => {
    const error = (
      await policyOver().evaluate(aRequest({ subject: ' ', text: '' }))
    )._unsafeUnwrapErr()
    expect('draft' in error && error.draft).toStrictEqual({ text: '' })
  })

  test('keeps the subject in its draft', async () => {
    const verdict = await policyOver().evaluate(aRequest({ subject: ' Hallo ', text: '' }))
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ draft: { subject: 'Hallo', text: '' } })
  })

  test('tells eight reasons at once, in the order of the rulebook', async () => {
    const request = aRequest({
      inviterId: 'emil',
      recipientId: 'dora',
      groupId: 'chess',
      route: 'group',
      subject: 'a'.repeat(121),
      text: 'b'.repeat(500) + '\u0000',
    })
    const network: Network = {
      ...NETWORK,
      groups: [{ groupId: 'chess', name: 'Schach' }],
      invitations: [{ invitationId: 'i-1', inviterId: 'emil', recipientId: 'dora', sentAt: NOW }],
    }
    expect(await denialsFor(request, network)).toEqual([
      { type: 'InviterNotInGroup', groupId: 'chess' },
      { type: 'NotADirectContact' },
      { type: 'SubjectTooLong', length: 121, limit: 120, unit: 'characters' },
      { type: 'TextTooLong', length: 501, limit: 500, unit: 'characters' },
      { type: 'UnsafeCharacter', field: 'text', index: 500, codePoint: 0 },
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
      },
      { type: 'RecipientOptedOut' },
      { type: 'SalutationMissing', names: ['Dora', 'Weiß'] },
    ])
  })

  test('of oneself tells all that is so', async () => {
    expect(await denialsFor(aRequest({ recipientId: 'anna', route: 'group' }))).toEqual([
      { type: 'SelfInvitation' },
      { type: 'NotADirectContact' },
      { type: 'AlreadyMember' },
      { type: 'SalutationMissing', names: ['Anna', 'Schmidt'] },
    ])
  })

  test('of an unknown recipient, inviter and group', async () => {
    expect(await denialsFor(aRequest({ recipientId: 'nobody' }))).toEqual([
      { type: 'RecipientNotFound' },
    ])
    expect(await denialsFor(aRequest({ inviterId: 'nobody' }))).toEqual([
      { type: 'InviterNotInGroup', groupId: 'typescript-hamburg' },
    ])
    expect(await denialsFor(aRequest({ groupId: 'nothing' }))).toEqual([
      { type: 'InviterNotInGroup', groupId: 'nothing' },
    ])
  })
})

describe('once in six months by the same person', () => {
  const limited = [
    {
      type: 'RateLimited6Months',
      invitationId: 'i-1',
      sentAt: after(HALF_A_YEAR_AGO, 1),
      repeatableAt: after(NOW, 1),
    },
  ]

  test('1 ms before the end of the window, and at it', async () => {
    expect(await denialsFor(aRequest(), invitedAt(after(HALF_A_YEAR_AGO, 1)))).toEqual(limited)
    expect(await denialsFor(aRequest(), invitedAt(HALF_A_YEAR_AGO))).toEqual([])
  })

  test('into another group too', async () => {
    const network = invitedAt(after(HALF_A_YEAR_AGO, 1), { groupId: 'chess' })
    expect(await denialsFor(aRequest(), network)).toEqual(limited)
  })

  test('the other way round is free', async () => {
    const network = invitedAt(NOW, { inviterId: 'bernd', recipientId: 'anna' })
    expect(await denialsFor(aRequest(), network)).toEqual([])
  })

  test('another inviter is free', async () => {
    expect(await denialsFor(aRequest({ inviterId: 'clara' }), invitedAt(NOW))).toEqual([])
  })

  test('another recipient is free', async () => {
    const network = invitedAt(NOW, { recipientId: 'clara' })
    expect(await denialsFor(aRequest(), network)).toEqual([])
  })

  test('a claim that begins only after now refuses too', async () => {
    const sentAt = after(NOW, 60_000)
    expect(await denialsFor(aRequest(), invitedAt(sentAt))).toMatchObject([
      { type: 'RateLimited6Months', sentAt },
    ])
  })
})

describe('the repositories are asked', () => {
  const allCalls = (recipientId: string) => [
    ['memberships.findStandings', ['typescript-hamburg'], ['anna', recipientId]],
    ['profiles.findProfiles', [recipientId], 'anna'],
    ['preferences.findOptedOut', [recipientId]],
    ['contacts.findContactsAmong', 'anna', [recipientId]],
    ['invitations.findClaims', 'anna', [recipientId]],
    ['invitations.findRecentFingerprints', 'anna', THIRTY_DAYS_AGO, 100],
  ]

  test.each([
    ['an approval', aRequest()],
    ['an approval from the group', aRequest({ route: 'group' })],
    ['a refusal for the text', aRequest({ text: 'Hallo zusammen' })],
    ['a refusal for the recipient', aRequest({ recipientId: 'dora' })],
    ['a recipient who does not exist', aRequest({ recipientId: 'nobody' })],
    ['oneself', aRequest({ recipientId: 'anna' })],
  ])('each once, for %s', async (_case, request) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    await new InvitationPolicy(repositories, { clock: () => NOW }).evaluate(request)
    expect(calls).toEqual(allCalls(request.recipientId))
  })

  test.each([
    ['there is no text', aRequest({ text: '' }), {}],
    ['the text is far too long', aRequest({ text: 'a'.repeat(7501) }), {}],
    ['copies are allowed', aRequest(), { MassMessage: 'off' }],
  ] as const)('for no fingerprints where %s', async (_case, request, enforcement) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    await new InvitationPolicy(repositories, { clock: () => NOW, enforcement }).evaluate(request)
    expect(calls).toEqual(allCalls('bernd').slice(0, -1))
  })

  test('side by side: all of them before the first has answered', () => {
    const { repositories, calls } = recorded<PolicyRepositories>({
      memberships: {
        findStandings: () => new Promise(() => undefined),
        findGroupsOf: () => [],
      },
      profiles: { findProfiles: () => new Promise(() => undefined) },
      preferences: { findOptedOut: () => new Promise(() => undefined) },
      contacts: {
        findContactsAmong: () => new Promise(() => undefined),
        findContactsOf: () => [],
      },
      invitations: {
        findClaims: () => new Promise(() => undefined),
        findRecentFingerprints: () => new Promise(() => undefined),
      },
    })
    void new InvitationPolicy(repositories).evaluate(aRequest())
    expect(calls).toHaveLength(6)
  })

  test('not at all where the request is invalid', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const request = { ...aRequest(), inviterId: 7 as never }
    expect((await new InvitationPolicy(repositories).evaluate(request)).isErr()).toBe(true)
    expect(calls).toEqual([])
  })

  test('wherever their methods come from', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    class Store implements PolicyRepositories {
      get memberships() {
        return inMemory.memberships
      }
      get profiles() {
        return inMemory.profiles
      }
      get preferences() {
        return inMemory.preferences
      }
      get contacts() {
        return inMemory.contacts
      }
      readonly invitations = new (class {
        readonly claims = new Map()
        findClaims() {
          return this.claims
        }
        findRecentFingerprints() {
          return []
        }
      })()
    }
    expect((await new InvitationPolicy(new Store()).evaluate(aRequest())).isOk()).toBe(true)
  })

  test('by values and by promises alike', async () => {
    const { memberships, ...others } = createInMemoryRepositories(NETWORK)
    const policy = new InvitationPolicy({
      ...others,
      memberships: {
        ...memberships,
        findStandings: async (...args) => Promise.resolve(memberships.findStandings(...args)),
      },
    })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })
})

describe('a request that is none', () => {
  test.each([
    ['null', null],
    ['a number', 7],
    ['a string', 'anna'],
    ['an empty object', {}],
    ['a list', []],
    [
      'an object whose prototype throws',
      Object.create(
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('no')
            },
          },
        ),
      ),
    ],
  ])('%s is an InvalidRequest', async (_case, request) => {
    const verdict = await policyOver().evaluate(request as never)
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ type: 'InvalidRequest' })
  })
})

const ports = [
  ['memberships', 'findStandings', 'Map'],
  ['profiles', 'findProfiles', 'Map'],
  ['preferences', 'findOptedOut', 'Set'],
  ['contacts', 'findContactsAmong', 'Set'],
  ['invitations', 'findClaims', 'Map'],
  ['invitations', 'findRecentFingerprints', 'list'],
] as const

/** The in-memory repositories, one method of which is another. */
function repositoriesWith(repository: string, operation: string, method: unknown): Repositories {
  const repositories = createInMemoryRepositories(NETWORK)
  const port = Object(Reflect.get(repositories, repository)) as object
  return { ...repositories, [repository]: { ...port, [operation]: method } }
}

async function outageOf(repository: string, operation: string, method: () => unknown) {
  const policy = new InvitationPolicy(repositoriesWith(repository, operation, method))
  const error = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
  if (error.type !== 'DependencyFailed') throw new Error(`Not an outage: ${error.type}`)
  return error
}

describe.each(ports)('an outage of %s.%s', (repository, operation, answers) => {
  const failure = { type: 'DependencyFailed', repository, operation }

  test.each([
    ['throws', new Error('no connection')],
    ['throws what is no error', 'no connection'],
    ['throws undefined', undefined],
  ])('%s', async (_case, cause) => {
    const thrown = await outageOf(repository, operation, () => {
      throw cause
    })
    const rejected = await outageOf(repository, operation, () => Promise.reject(cause))
    expect(thrown).toEqual({ ...failure, cause })
    expect(rejected).toEqual({ ...failure, cause })
    expect(thrown.cause).toBe(cause)
  })

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a list, or a Set for one', answers === 'list' ? new Set() : []],
    ['an object', {}],
    ['a string', 'bernd'],
    ['a Set for a Map, a Map for a Set', answers === 'Map' ? new Set() : new Map()],
  ])('answers with %s', async (_case, answer) => {
    const outage = await outageOf(repository, operation, () => answer)
    expect(outage).toMatchObject(failure)
    expect(outage.cause).toEqual(new TypeError(`the answer must be a ${answers}`))
  })

  test('answers with a promise that throws when it is awaited', async () => {
    const cause = new Error('no')
    const answer = Object.defineProperty({}, 'then', {
      get: () => {
        throw cause
      },
    })
    expect(await outageOf(repository, operation, () => answer)).toEqual({ ...failure, cause })
  })
})

describe('an answer that breaks its promise inside', () => {
  const claim = { invitationId: 'i-1', sentAt: NOW, repeatableAt: NOW }
  const invalid = new Date(Number.NaN)

  test.each([
    ['memberships', 'findStandings', new Map([['typescript-hamburg', []]])],
    ['memberships', 'findStandings', new Map([['typescript-hamburg', null]])],
    [
      'memberships',
      'findStandings',
      new Map([['typescript-hamburg', new Map([['anna', 'owner']])]]),
    ],
    ['memberships', 'findStandings', new Map([['typescript-hamburg', new Map([['bernd', null]])]])],
    ['profiles', 'findProfiles', new Map([['bernd', null]])],
    ['profiles', 'findProfiles', new Map([['bernd', 'Bernd']])],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), displayName: undefined }]])],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), givenName: 7 }]])],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), locale: null }]])],
    [
      'profiles',
      'findProfiles',
      new Map([['bernd', { ...aProfile(), wants: new Array<string>(1) }]]),
    ],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), wants: undefined }]])],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), haves: 'TypeScript' }]])],
    ['profiles', 'findProfiles', new Map([['bernd', { ...aProfile(), other: [7] }]])],
    ['invitations', 'findClaims', new Map([['bernd', null]])],
    ['invitations', 'findClaims', new Map([['bernd', { ...claim, invitationId: 7 }]])],
    ['invitations', 'findClaims', new Map([['bernd', { ...claim, sentAt: invalid }]])],
    ['invitations', 'findClaims', new Map([['bernd', { ...claim, repeatableAt: invalid }]])],
    [
      'invitations',
      'findClaims',
      new Map([['bernd', { ...claim, repeatableAt: NOW.toISOString() }]]),
    ],
    ['invitations', 'findRecentFingerprints', [null]],
    ['invitations', 'findRecentFingerprints', ['1.']],
    ['invitations', 'findRecentFingerprints', new Array<object>(1)],
    ['invitations', 'findRecentFingerprints', [{ recipientId: 7, textFingerprint: '1.' }]],
    ['invitations', 'findRecentFingerprints', [{ recipientId: 'clara', textFingerprint: null }]],
  ])('%s.%s: %o', async (repository, operation, answer) => {
    const outage = await outageOf(repository, operation, () => answer)
    expect(outage).toMatchObject({ type: 'DependencyFailed', repository, operation })
    expect(outage.cause).toBeInstanceOf(TypeError)
  })

  test.each([
    [
      'what it has for a group must be a Map',
      'memberships',
      'findStandings',
      new Map([['typescript-hamburg', []]]),
    ],
    [
      'the standing must be member, moderator, pending or banned',
      'memberships',
      'findStandings',
      new Map([['typescript-hamburg', new Map([['anna', 'owner']])]]),
    ],
    ['the profile must be an object', 'profiles', 'findProfiles', new Map([['bernd', null]])],
    ['the claim must be an object', 'invitations', 'findClaims', new Map([['bernd', null]])],
    [
      'the answer[1].textFingerprint must be a string',
      'invitations',
      'findRecentFingerprints',
      [{ recipientId: 'clara', textFingerprint: '1.' }, { recipientId: 'dora' }],
    ],
  ])('says what: %s', async (message, repository, operation, answer) => {
    const { cause } = await outageOf(repository, operation, () => answer)
    expect(cause).toEqual(new TypeError(message))
  })

  test('a Map that throws when it is read', async () => {
    const cause = new Error('no')
    class Trap extends Map {
      override get(): never {
        throw cause
      }
    }
    expect(await outageOf('profiles', 'findProfiles', () => new Trap())).toEqual({
      type: 'DependencyFailed',
      repository: 'profiles',
      operation: 'findProfiles',
      cause,
    })
  })

  test('a Set that throws when it is read', async () => {
    const broken = new Proxy(new Set(), {})
    const outage = await outageOf('preferences', 'findOptedOut', () => broken)
    expect(outage).toMatchObject({ repository: 'preferences', operation: 'findOptedOut' })
    expect(outage.cause).toBeInstanceOf(TypeError)
  })
})

test('a promise with a then of its own may throw', async () => {
  const cause = new Error('no')
  const odd = Object.assign(Promise.resolve(new Set()), {
    then: () => {
      throw cause
    },
  })
  expect(await outageOf('contacts', 'findContactsAmong', () => odd)).toMatchObject({ cause })
})

test('a promise whose own then throws only once is no call without an end', async () => {
  const cause = new Error('once')
  const promise = Promise.resolve(new Set())
  const then = promise.then.bind(promise)
  let isFirst = true
  const odd = Object.assign(promise, {
    then: (...args: Parameters<typeof then>) => {
      if (!isFirst) return then(...args)
      isFirst = false
      throw cause
    },
  })
  expect(await outageOf('contacts', 'findContactsAmong', () => odd)).toMatchObject({ cause })
})

test('a Set that says neither yes nor no is no answer', async () => {
  class Vague extends Set {
    override has(): never {
      return 1 as never
    }
  }
  const outage = await outageOf('preferences', 'findOptedOut', () => new Vague())
  const cause = new TypeError('the answer must be a Set')
  expect(outage).toMatchObject({ repository: 'preferences', operation: 'findOptedOut', cause })
})

test('what is only like a promise, as a query builder is, is started once, though it fails', async () => {
  let started = 0
  const lazy = {
    then: (_done: unknown, fail: (cause: unknown) => void) => {
      started += 1
      fail('no connection')
    },
  }
  const outage = await outageOf('contacts', 'findContactsAmong', () => lazy)
  expect(outage).toMatchObject({ repository: 'contacts', cause: 'no connection' })
  expect(started).toBe(1)
})

describe('of several outages', () => {
  const failing = (contacts: Promise<never>, invitations: Promise<never>): PolicyRepositories => ({
    ...createInMemoryRepositories(NETWORK),
    contacts: { findContactsAmong: () => contacts, findContactsOf: () => [] },
    invitations: { findClaims: () => invitations, findRecentFingerprints: () => [] },
  })
  const outageAmong = async (repositories: PolicyRepositories) =>
    (await new InvitationPolicy(repositories).evaluate(aRequest()))._unsafeUnwrapErr()

  test('known at once the first in the order of the repositories is told', async () => {
    const repositories = failing(Promise.reject(new Error()), Promise.reject(new Error()))
    expect(await outageAmong(repositories)).toMatchObject({ repository: 'contacts' })
  })

  test('the first known is told, without waiting for the others', async () => {
    const hanging = new Promise<never>(() => undefined)
    const repositories = failing(hanging, Promise.reject(new Error()))
    expect(await outageAmong(repositories)).toMatchObject({ repository: 'invitations' })
  })
})

describe('a clock', () => {
  const failure = { type: 'DependencyFailed', repository: 'clock', operation: 'now' }

  test('that gives a promise that cannot even be looked at', async () => {
    const odd = Object.defineProperty(Promise.resolve(), 'constructor', {
      get() {
        throw new Error('no')
      },
    })
    const policy = policyOver(NETWORK, { clock: () => odd as never })
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr()).toMatchObject(failure)
  })

  test('that throws', async () => {
    const cause = new Error('no')
    const policy = policyOver(NETWORK, {
      clock: () => {
        throw cause
      },
    })
    expect(await policy.evaluate(aRequest())).toEqual(err({ ...failure, cause }))
  })

  test.each([
    ['an invalid Date', new Date(Number.NaN)],
    ['a number', Date.now()],
    ['a string', NOW.toISOString()],
    ['undefined', undefined],
    ['what only looks like a Date', Object.create(Date.prototype, { getTime: { value: () => 5 } })],
  ])('that gives %s', async (_case, now) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const policy = new InvitationPolicy(repositories, { clock: () => now as Date })
    const outage = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
    expect(outage).toMatchObject(failure)
    expect(String('cause' in outage && outage.cause)).toMatch(
      /TypeError: (the time must be a valid Date|this is not a Date)/,
    )
    expect(calls).toEqual([])
  })
})

describe('a source of facts', () => {
  test('is asked once, with the normalised request and the time, in place of the repositories', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories())
    const asked: unknown[] = []
    const policy = new InvitationPolicy(repositories, {
      clock: () => NOW,
      facts: {
        loadFacts: (...args) => {
          asked.push(args)
          return someFacts()
        },
      },
    })
    const verdict = await policy.evaluate(aRequest({ subject: ' Hallo ' }))
    expect(asked).toEqual([[aRequest({ subject: 'Hallo' }), NOW]])
    expect(calls).toEqual([])
    expect(verdict).toEqual(decide(aRequest({ subject: ' Hallo ' }), someFacts()))
  })

  test('may put its own time in place of the clock’s', async () => {
    const now = new Date('2026-08-31T00:00:00.000Z')
    const policy = policyOver(NETWORK, {
      facts: { loadFacts: () => Promise.resolve(someFacts({ now })) },
    })
    const approval = (await policy.evaluate(aRequest()))._unsafeUnwrap()
    expect(approval).toMatchObject({
      decidedAt: now,
      repeatableAt: new Date('2027-02-28T00:00:00Z'),
    })
  })

  const { claim: _forgotten, ...withoutClaim } = someFacts()

  test.each([
    ['undefined', undefined, ' must be an object'],
    ['null', null, ' must be an object'],
    ['a claim forgotten', withoutClaim, '.claim must be given'],
    ['no time', { ...someFacts(), now: undefined }, '.now must be a valid Date'],
    ['an invalid time', { ...someFacts(), now: new Date(Number.NaN) }, '.now must be a valid Date'],
    [
      'a time at the end of time',
      { ...someFacts(), now: new Date(8.64e15) },
      '.now must be before the year 275760',
    ],
    [
      'an unknown standing',
      { ...someFacts(), inviterStanding: 'owner' },
      '.inviterStanding must be member, moderator, pending or banned',
    ],
    [
      'null for no standing',
      { ...someFacts(), recipientStanding: null },
      '.recipientStanding must be member, moderator, pending or banned',
    ],
    [
      'null for no profile',
      { ...someFacts(), recipientProfile: null },
      '.recipientProfile must be an object',
    ],
    [
      'a profile without entries',
      { ...someFacts(), recipientProfile: { displayName: 'Bernd' } },
      '.recipientProfile.wants must be a list of strings',
    ],
    [
      'no word on the opt-out',
      { ...someFacts(), recipientOptedOut: undefined },
      '.recipientOptedOut must be true or false',
    ],
    [
      'a number for the contact',
      { ...someFacts(), areDirectContacts: 1 },
      '.areDirectContacts must be true or false',
    ],
    [
      'a claim without dates',
      { ...someFacts(), claim: { invitationId: 'i-1' } },
      '.claim.sentAt must be a valid Date',
    ],
    [
      'no fingerprints',
      { ...someFacts(), recentFingerprints: undefined },
      '.recentFingerprints must be a list',
    ],
    [
      'a mention of no field',
      { ...someFacts(), mentions: [{ entry: 'TypeScript' }] },
      '.mentions[0].field must be wants, haves or other',
    ],
    [
      'evidence for nothing',
      { ...someFacts(), evidence: [{ term: 'x', index: 0 }] },
      '.evidence[0].category must be multi-level-marketing or spam',
    ],
  ])('that answers with %s', async (_case, facts, message) => {
    const policy = policyOver(NETWORK, { facts: { loadFacts: () => facts as never } })
    const cause = new TypeError(`facts${message}`)
    expect(await policy.evaluate(aRequest())).toEqual(
      err({ type: 'DependencyFailed', repository: 'facts', operation: 'loadFacts', cause }),
    )
  })

  test('whose lists answer differently when they are read again is read once', async () => {
    let reads = 0
    const haves = Object.defineProperty(['TypeScript'], 0, {
      get: () => ((reads += 1) > 1 ? Symbol('again') : 'TypeScript'),
    })
    Object.assign(haves, { filter: () => 'no list' })
    const facts = someFacts({ recipientProfile: aProfile({ haves }) })
    const policy = policyOver(NETWORK, { facts: { loadFacts: () => facts } })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('that changes its facts when they are read again is read once', async () => {
    let reads = 0
    const facts = Object.defineProperty(someFacts(), 'claim', {
      enumerable: true,
      get: () => {
        if ((reads += 1) > 1) throw new Error('read twice')
        return undefined
      },
    })
    const policy = policyOver(NETWORK, { facts: { loadFacts: () => facts } })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('cannot change the request that is decided on', async () => {
    const loadFacts = (request: InvitationRequest) => {
      Object.assign(request, { text: 'Hallo\u202e' })
      Object.assign(request.reference ?? {}, { entry: 'TypeScript' })
      return someFacts()
    }
    const asked = aRequest({ reference: { field: 'haves', entry: 'Java' } })
    for (const request of [aRequest(), asked]) {
      const policy = policyOver(NETWORK, { facts: { loadFacts } })
      const approval = (await policy.evaluate(request))._unsafeUnwrap()
      expect(approval.request).toEqual(request)
    }
  })

  test('is asked about the whole request', async () => {
    const request = aRequest({ reference: { field: 'haves', entry: 'TypeScript' } })
    const asked: InvitationRequest[] = []
    const loadFacts = (about: InvitationRequest) => {
      asked.push(structuredClone(about))
      return someFacts()
    }
    expect((await policyOver(NETWORK, { facts: { loadFacts } }).evaluate(request)).isOk()).toBe(
      true,
    )
    expect(asked).toEqual([request])
  })

  test('that rejects', async () => {
    const cause = new Error('no connection')
    const policy = policyOver(NETWORK, { facts: { loadFacts: () => Promise.reject(cause) } })
    expect(await policy.evaluate(aRequest())).toEqual(
      err({ type: 'DependencyFailed', repository: 'facts', operation: 'loadFacts', cause }),
    )
  })
})

describe('what is missing at construction is a defect, and named', () => {
  const repositories = createInMemoryRepositories()
  const construct = (...args: unknown[]): unknown => Reflect.construct(InvitationPolicy, args)

  test.each<readonly [repository: string, operation: string]>([
    ...ports.map(([repository, operation]) => [repository, operation] as const),
    ['memberships', 'findGroupsOf'],
    ['contacts', 'findContactsOf'],
  ])('repositories.%s.%s', (repository, operation) => {
    const error = new TypeError(`repositories.${repository}.${operation} must be a method`)
    expect(() => construct({ ...repositories, [repository]: undefined })).toThrow(TypeError)
    const method = (): void => undefined
    expect(() => construct(repositoriesWith(repository, operation, undefined))).toThrow(error)
    expect(() => construct(repositoriesWith(repository, operation, 7))).toThrow(error)
    expect(construct(repositoriesWith(repository, operation, method))).toBeDefined()
  })

  test.each([
    ['options.clock must be a function', { clock: NOW }],
    ['options.facts.loadFacts must be a method', { facts: {} }],
    ['options.facts.loadFacts must be a method', { facts: null }],
    ['options must be an object', null],
    ['options must be an object', 7],
    ['options.clock must be a function', { clock: null }],
    ['options.rules must be an array', { rules: null }],
    [
      "options.rules[1].name must be unique, and 'a' is taken",
      {
        rules: [
          { name: 'a', check: () => undefined },
          { name: 'a', check: () => undefined },
        ],
      },
    ],
    [
      "options.rules[0].name must be unique, and 'contacts' is taken",
      { rules: [{ name: 'contacts', check: () => undefined }] },
    ],
    [
      "options.rules[0].name must be unique, and 'facts' is taken",
      { rules: [{ name: 'facts', check: () => undefined }] },
    ],
    [
      "options.rules[0].name must be unique, and 'clock' is taken",
      { rules: [{ name: 'clock', check: () => undefined }] },
    ],
    [
      "options.rules[0].name must be unique, and 'findMentions' is taken",
      { rules: [{ name: 'findMentions', check: () => undefined }] },
    ],
    ...['crypto', 'groups'].map((name): [string, object] => [
      `options.rules[0].name must be unique, and '${name}' is taken`,
      { rules: [{ name, check: () => undefined }] },
    ]),
    [
      "options.rules[0].name must be unique, and 'screen' is taken",
      { rules: [{ name: 'screen', check: () => undefined }] },
    ],
    ['options.findMentions must be a function', { findMentions: {} }],
    ['options.findMentions must be a function', { findMentions: null }],
    ['options.screen must be a function', { screen: [] }],
    ['options.enforcement must be an object', { enforcement: 'off' }],
    ['options.enforcement must be an object', { enforcement: null }],
    [
      'options.enforcement.AlreadyMember must be the name of a content finding',
      { enforcement: { AlreadyMember: 'off' } },
    ],
    [
      'options.enforcement.LinkInText must be deny, advise or off',
      { enforcement: { LinkInText: 'warn' } },
    ],
    [
      'options.enforcement.WantsAndHavesNotAddressed must be advise or off',
      { enforcement: { WantsAndHavesNotAddressed: 'deny' } },
    ],
    ['options.rules must be an array', { rules: {} }],
    ['options.rules[0].name must be a non-empty string', { rules: [{ check: () => undefined }] }],
    [
      'options.rules[0].name must be a non-empty string',
      { rules: [{ name: '', check: () => undefined }] },
    ],
    [
      'options.rules[1].check must be a method',
      { rules: [{ name: 'a', check: () => undefined }, { name: 'b' }] },
    ],
    [
      'options.rules[0].load must be a method',
      { rules: [{ name: 'a', check: () => undefined, load: [] }] },
    ],
    ['options.rules[0].name must be a non-empty string', { rules: [undefined] }],
  ])('%s', (message, options) => {
    expect(() => construct(repositories, options)).toThrow(new TypeError(message))
  })

  test('no repositories at all', () => {
    expect(() => construct()).toThrow(
      new TypeError('repositories.memberships.findStandings must be a method'),
    )
  })

  test('repositories exchanged later are not asked', async () => {
    const exchangeable: Record<string, unknown> = { ...createInMemoryRepositories(NETWORK) }
    const policy = construct(exchangeable) as InvitationPolicy
    exchangeable['contacts'] = undefined
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('a policy works behind a proxy', async () => {
    const policy = new Proxy(policyOver(), {})
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('options may be absent, each of them too', () => {
    expect(construct(repositories)).toBeInstanceOf(InvitationPolicy)
    expect(
      construct(repositories, {
        clock: undefined,
        rules: undefined,
        facts: undefined,
        matcher: undefined,
        screener: undefined,
        enforcement: undefined,
      }),
    ).toBeInstanceOf(InvitationPolicy)
  })
})
