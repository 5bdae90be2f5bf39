import { type DependencyFailed, InvitationPolicy, type PolicyRepositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aClaim, aProfile, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { repositoriesWith } from '../support/repositories-with.js'

const ports = [
  ['memberships', 'findStandings', 'Map'],
  ['profiles', 'findProfiles', 'Map'],
  ['preferences', 'findOptOuts', 'Map'],
  ['contacts', 'findContactsAmong', 'Set'],
  ['invitations', 'findClaims', 'Map'],
  ['invitations', 'findRecentFingerprints', 'list'],
] as const

const failureOf = (dependency: string, operation: string, cause: unknown): DependencyFailed => ({
  type: 'DependencyFailed',
  dependency,
  operation,
  cause,
  effect: 'none',
})

const evaluateWith = (port: string, method: string, replacement: () => unknown) =>
  new InvitationPolicy(repositoriesWith(port, method, replacement)).evaluate(aRequest())

async function causeIn(port: string, method: string, replacement: () => unknown) {
  const error = (await evaluateWith(port, method, replacement))._unsafeUnwrapErr()
  if (error.type !== 'DependencyFailed') throw new Error(`Not an outage: ${error.type}`)
  return error.cause
}

describe.each(ports)('an outage of %s.%s', (port, method, expected) => {
  test.each([
    ['an error', new Error('no connection')],
    ['a string', 'no connection'],
    ['undefined', undefined],
  ])('throws or rejects with %s', async (_case, cause) => {
    const throwing = () => {
      throw cause
    }
    const failure = err(failureOf(port, method, cause))
    expect(await evaluateWith(port, method, throwing)).toEqual(failure)
    expect(await evaluateWith(port, method, () => Promise.reject(cause))).toEqual(failure)
    expect(await causeIn(port, method, throwing)).toBe(cause)
  })

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a list, or a Set for one', expected === 'list' ? new Set() : []],
    ['an object', {}],
    ['a string', 'bernd'],
    ['a Set for a Map, a Map for a Set', expected === 'Map' ? new Set() : new Map()],
  ])('returns %s', async (_case, answer) => {
    const cause = new TypeError(`the answer must be a ${expected}`)
    expect(await evaluateWith(port, method, () => answer)).toEqual(
      err(failureOf(port, method, cause)),
    )
    expect(await causeIn(port, method, () => Promise.resolve(answer))).toEqual(cause)
  })

  test('returns a promise that throws when it is awaited', async () => {
    const cause = new Error('no')
    const answer = Object.defineProperty({}, 'then', {
      get: () => {
        throw cause
      },
    })
    expect(await evaluateWith(port, method, () => answer)).toEqual(
      err(failureOf(port, method, cause)),
    )
  })
})

describe('an answer that breaks its promise inside', () => {
  const claim = { invitationId: 'i-1', sentAt: NOW, repeatableAt: NOW }
  const invalid = new Date(Number.NaN)
  const standingsOf = (inGroup: unknown) => new Map([['typescript-hamburg', inGroup]])
  const aStanding = 'the standing must be member, moderator, pending or banned'
  const profiles = (profile: unknown) => new Map([['bernd', profile]])
  const claims = (broken: unknown) => new Map([['bernd', broken]])

  test.each([
    [standingsOf([]), 'the map of a group must be a Map'],
    [standingsOf(null), 'the map of a group must be a Map'],
    [standingsOf(new Map([['anna', 'owner']])), aStanding],
    [standingsOf(new Map([['bernd', null]])), aStanding],
  ])('of memberships.findStandings: %o', async (answer, message) => {
    expect(await evaluateWith('memberships', 'findStandings', () => answer)).toEqual(
      err(failureOf('memberships', 'findStandings', new TypeError(message))),
    )
  })

  test.each([
    [null, 'the profile must be an object'],
    ['Bernd', 'the profile must be an object'],
    [{ ...aProfile(), displayName: '' }, 'the profile.displayName must be a non-empty string'],
    [
      { ...aProfile(), displayName: undefined },
      'the profile.displayName must be a non-empty string',
    ],
    [{ ...aProfile(), givenName: 7 }, 'the profile.givenName must be a string or undefined'],
    [{ ...aProfile(), familyName: 7 }, 'the profile.familyName must be a string or undefined'],
    [{ ...aProfile(), locale: null }, 'the profile.locale must be a string or undefined'],
    [{ ...aProfile(), wants: new Array<string>(1) }, 'the profile.wants must be a list of strings'],
    [{ ...aProfile(), wants: undefined }, 'the profile.wants must be a list of strings'],
    [{ ...aProfile(), haves: 'TypeScript' }, 'the profile.haves must be a list of strings'],
    [{ ...aProfile(), other: [7] }, 'the profile.other must be a list of strings'],
  ])('of profiles.findProfiles: %o', async (profile, message) => {
    expect(await evaluateWith('profiles', 'findProfiles', () => profiles(profile))).toEqual(
      err(failureOf('profiles', 'findProfiles', new TypeError(message))),
    )
  })

  test.each([
    [null, 'the claim must be an object'],
    [{ ...claim, invitationId: 7 }, 'the claim.invitationId must be a string'],
    [{ ...claim, sentAt: invalid }, 'the claim.sentAt must be a valid Date'],
    [{ ...claim, repeatableAt: invalid }, 'the claim.repeatableAt must be a valid Date'],
    [{ ...claim, repeatableAt: NOW.toISOString() }, 'the claim.repeatableAt must be a valid Date'],
  ])('of invitations.findClaims: %o', async (broken, message) => {
    expect(await evaluateWith('invitations', 'findClaims', () => claims(broken))).toEqual(
      err(failureOf('invitations', 'findClaims', new TypeError(message))),
    )
  })

  test.each([
    [[null], 'the answer[0].recipientId must be a string'],
    [['1.'], 'the answer[0].recipientId must be a string'],
    [new Array<object>(1), 'the answer[0].recipientId must be a string'],
    [[{ recipientId: 7, textFingerprint: '1.' }], 'the answer[0].recipientId must be a string'],
    [
      [{ recipientId: 'clara', textFingerprint: '1.' }, { recipientId: 'dora' }],
      'the answer[1].textFingerprint must be a string',
    ],
    [
      [{ recipientId: 'clara', textFingerprint: null }],
      'the answer[0].textFingerprint must be a string',
    ],
  ])('of invitations.findRecentFingerprints: %o', async (answer, message) => {
    expect(await evaluateWith('invitations', 'findRecentFingerprints', () => answer)).toEqual(
      err(failureOf('invitations', 'findRecentFingerprints', new TypeError(message))),
    )
  })
})

describe('a Map or a Set that is no real one', () => {
  test('a Map that throws when a value is looked up', async () => {
    class Trap extends Map {
      override get(): never {
        throw new Error('no')
      }
    }
    const cause = new TypeError('the answer must be a Map')
    expect(await evaluateWith('profiles', 'findProfiles', () => new Trap())).toEqual(
      err(failureOf('profiles', 'findProfiles', cause)),
    )
  })

  test('a Set that says neither yes nor no', async () => {
    class Vague extends Set {
      override has(): never {
        return 1 as never
      }
    }
    const cause = new TypeError('the answer must be a Set')
    expect(await evaluateWith('contacts', 'findContactsAmong', () => new Vague())).toEqual(
      err(failureOf('contacts', 'findContactsAmong', cause)),
    )
  })

  test('a Set that throws when its items are checked', async () => {
    const broken = new Proxy(new Set(), {})
    expect(await causeIn('contacts', 'findContactsAmong', () => broken)).toBeInstanceOf(TypeError)
  })
})

describe('what is like a promise', () => {
  test.each([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['does nothing', () => undefined],
  ])('a promise is waited for, also if a then of its own %s', async (_what, then) => {
    const odd = Object.assign(Promise.resolve(new Set<string>()), { then })
    const repositories = createInMemoryRepositories(NETWORK)
    const contacts = { ...repositories.contacts, findContactsAmong: () => odd as never }
    const policy = new InvitationPolicy({ ...repositories, contacts })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('a query builder is started once, also if it fails', async () => {
    let started = 0
    const lazy = {
      then: (_done: unknown, fail: (cause: unknown) => void) => {
        started += 1
        fail('no connection')
      },
    }
    expect(await causeIn('contacts', 'findContactsAmong', () => lazy)).toBe('no connection')
    expect(started).toBe(1)
  })
})

describe('of several outages', () => {
  const failing = (contacts: Promise<never>, invitations: Promise<never>): PolicyRepositories => ({
    ...createInMemoryRepositories(NETWORK),
    contacts: { findContactsAmong: () => contacts, findContactsOf: () => [] },
    invitations: { findClaims: () => invitations, findRecentFingerprints: () => [] },
  })
  const cause = new Error('no connection')

  test('at once, the first in the order of the repositories is returned', async () => {
    const policy = new InvitationPolicy(failing(Promise.reject(cause), Promise.reject(cause)))
    expect(await policy.evaluate(aRequest())).toEqual(
      err(failureOf('contacts', 'findContactsAmong', cause)),
    )
  })

  test('the first is returned without waiting for the others', async () => {
    const hanging = new Promise<never>(() => undefined)
    const policy = new InvitationPolicy(failing(hanging, Promise.reject(cause)))
    expect(await policy.evaluate(aRequest())).toEqual(
      err(failureOf('invitations', 'findClaims', cause)),
    )
  })

  test('the others do not end the process', async () => {
    const unhandled: unknown[] = []
    const notice = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', notice)
    const policy = new InvitationPolicy(failing(Promise.reject(cause), Promise.reject(cause)))
    await policy.evaluate(aRequest())
    // It would be reported at the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', notice)
    expect(unhandled).toEqual([])
  })
})

describe('a clock', () => {
  const evaluateAt = (clock: () => unknown) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const policy = new InvitationPolicy(repositories, { clock: clock as () => Date })
    return policy.evaluate(aRequest()).match(
      () => ({ error: undefined, calls }),
      (error) => ({ error, calls }),
    )
  }

  test('that throws', async () => {
    const cause = new Error('no')
    const clock = () => {
      throw cause
    }
    expect(await evaluateAt(clock)).toEqual({ error: failureOf('clock', 'call', cause), calls: [] })
  })

  test.each([
    ['an invalid Date', new Date(Number.NaN), 'the time must be a valid Date'],
    ['a number', Date.now(), 'the time must be a valid Date'],
    ['a string', NOW.toISOString(), 'the time must be a valid Date'],
    ['undefined', undefined, 'the time must be a valid Date'],
    ['a promise', Promise.resolve(NOW), 'the time must be a valid Date'],
    ['the end of time', new Date(8.64e15), 'the time must be before the year 275760'],
  ])('that returns %s', async (_case, answer, message) => {
    const error = failureOf('clock', 'call', new TypeError(message))
    expect(await evaluateAt(() => answer)).toEqual({ error, calls: [] })
  })

  test('that returns an object that only looks like a Date', async () => {
    const fake: unknown = Object.create(Date.prototype, { getTime: { value: () => 5 } })
    const cause = expect.any(TypeError) as unknown
    expect(await evaluateAt(() => fake)).toEqual({
      error: failureOf('clock', 'call', cause),
      calls: [],
    })
  })

  test('that returns a promise that cannot even be inspected', async () => {
    const odd = Object.defineProperty(Promise.resolve(), 'constructor', {
      get() {
        throw new Error('no')
      },
    })
    const cause = new TypeError('the time must be a valid Date')
    expect(await evaluateAt(() => odd)).toEqual({
      error: failureOf('clock', 'call', cause),
      calls: [],
    })
  })
})

describe('an answer that fails only when a rule gets a property of it', () => {
  const cause = new Error('the session is closed')
  const once = <Value extends object>(value: Value, key: keyof Value, times: number): Value => {
    let gets = 0
    return Object.defineProperty({ ...value }, key, {
      enumerable: true,
      get: () => {
        gets += 1
        if (gets > times) throw cause
        return value[key]
      },
    })
  }
  const unknown = err(failureOf('unknown', 'unknown', cause))

  test.each([
    [
      'profiles',
      'findProfiles',
      () =>
        new Map([
          ['anna', aProfile()],
          ['bernd', once(aProfile(), 'haves', 1)],
        ]),
    ],
    ['invitations', 'findClaims', () => new Map([['bernd', once(aClaim(NOW), 'repeatableAt', 1)]])],
  ])('is an outage of something unknown, and no rejection: %s.%s', async (port, method, answer) => {
    expect(await evaluateWith(port, method, answer)).toEqual(unknown)
  })
})
