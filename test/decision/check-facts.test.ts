import type { InvitationFacts } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import {
  checkClaim,
  checkFacts,
  checkGroup,
  checkNow,
  checkProfile,
  checkStanding,
} from '../../src/decision/check-facts.js'
import { repeatableAt } from '../../src/model/cooldown.js'
import { aClaim, after, aProfile, NOW, someFacts } from '../support/builders.js'
import { whilePolluted } from '../support/polluted.js'

test.each([
  ['nothing', someFacts({ inviterStanding: undefined, recipientProfile: undefined })],
  ['much', someFacts({ claim: aClaim(NOW), recipientStanding: 'pending' })],
  [
    'mentions and evidence',
    someFacts({
      mentions: [{ field: 'haves', entry: 'TypeScript' }],
      evidence: [{ category: 'spam', term: 'jackpot', index: 0, certainty: 'sure' }],
    }),
  ],
])('complete facts with %s are returned', (_case, facts) => {
  expect(checkFacts(facts, false)).toEqual(facts)
})

test('facts with getters are returned as plain fields, each got once', () => {
  let calls = 0
  const facts: InvitationFacts = {
    ...someFacts(),
    get claim() {
      calls += 1
      return aClaim(NOW)
    },
  }
  expect({ ...checkFacts(facts, false) }).toEqual(someFacts({ claim: aClaim(NOW) }))
  expect(calls).toBe(1)
})

test('what Object.prototype has is no fact', async () => {
  await whilePolluted('evidence', [], () => {
    expect(checkFacts(someFacts(), false).evidence).toBeUndefined()
  })
  const { claim: _missing, ...facts } = someFacts()
  await whilePolluted('claim', undefined, () => {
    expect(() => checkFacts(facts, false)).toThrow(new TypeError('facts.claim must be given'))
  })
})

test.each(Object.keys(someFacts()))('a missing field is named: %s', (field) => {
  const { [field]: _missing, ...facts }: Record<string, unknown> = { ...someFacts() }
  expect(() => checkFacts(facts, false)).toThrow(new TypeError(`facts.${field} must be given`))
})

test.each([
  ['facts must be an object', null],
  ['facts.now must be a valid Date', { ...someFacts(), now: NOW.toISOString() }],
  [
    'facts.inviterStanding must be member, moderator, pending or banned',
    { ...someFacts(), inviterStanding: null },
  ],
  [
    'facts.recipientStanding must be member, moderator, pending or banned',
    { ...someFacts(), recipientStanding: 'owner' },
  ],
  ['facts.inviterProfile must be an object', { ...someFacts(), inviterProfile: null }],
  ['facts.group must be an object', { ...someFacts(), group: 'chess' }],
  ['facts.recipientProfile must be an object', { ...someFacts(), recipientProfile: null }],
  ['facts.recipientOptedOut must be true or false', { ...someFacts(), recipientOptedOut: 0 }],
  ['facts.areDirectContacts must be true or false', { ...someFacts(), areDirectContacts: null }],
  ['facts.claim must be an object', { ...someFacts(), claim: null }],
  ['facts.recentFingerprints must be a list', { ...someFacts(), recentFingerprints: null }],
  ['facts.mentions must be a list', { ...someFacts(), mentions: null }],
  ['facts.evidence must be a list', { ...someFacts(), evidence: null }],
])('%s', (message, facts) => {
  expect(() => checkFacts(facts, false)).toThrow(new TypeError(message))
})

describe('a standing', () => {
  test.each(['member', 'moderator', 'pending', 'banned'])('%s is one', (standing) => {
    expect(checkStanding(standing, 'it')).toBe(standing)
  })

  test.each([undefined, null, '', 'owner', 7])('%s is not one', (standing) => {
    const error = new TypeError('it must be member, moderator, pending or banned')
    expect(() => checkStanding(standing, 'it')).toThrow(error)
  })
})

describe('a profile', () => {
  const whole = { ...aProfile(), givenName: 'Bernd', familyName: 'Müller', locale: 'de' }

  test.each([
    ['a whole one', whole],
    ['one without separate names', { ...whole, givenName: undefined }],
    ['one with a page', { ...whole, url: 'https://network.example/bernd' }],
  ])('%s is returned as it is', (_case, profile) => {
    expect(checkProfile(profile, 'it')).toBe(profile)
  })

  test.each([
    ['it must be an object', null],
    ['it must be an object', 'Bernd'],
    ['it.displayName must be a non-empty string', { ...whole, displayName: undefined }],
    ['it.givenName must be a string or undefined', { ...whole, givenName: null }],
    ['it.familyName must be a string or undefined', { ...whole, familyName: 7 }],
    ['it.locale must be a string or undefined', { ...whole, locale: {} }],
    ['it.wants must be a list of strings', { ...whole, wants: undefined }],
    ['it.haves must be a list of strings', { ...whole, haves: 'TypeScript' }],
    ['it.other must be a list of strings', { ...whole, other: [7] }],
    ['it.other must be a list of strings', { ...whole, other: Array(1) }],
    ['it.url must be a string or undefined', { ...whole, url: null }],
  ])('%s', (message, profile) => {
    expect(() => checkProfile(profile, 'it')).toThrow(new TypeError(message))
  })
})

describe('a group', () => {
  test.each([{ name: 'Schach' }, { name: 'Schach', url: 'https://network.example/chess' }])(
    'is returned as it is: %o',
    (group) => {
      expect(checkGroup(group, 'it')).toBe(group)
    },
  )

  test.each([
    ['it must be an object', null],
    ['it.name must be a non-empty string', {}],
    ['it.name must be a non-empty string', { name: '' }],
    ['it.url must be a string or undefined', { name: 'Schach', url: null }],
  ])('%s', (message, group) => {
    expect(() => checkGroup(group, 'it')).toThrow(new TypeError(message))
  })
})

describe('a claim', () => {
  test('is returned as it is', () => {
    const claim = aClaim(NOW)
    expect(checkClaim(claim, 'it')).toBe(claim)
  })

  const invalid = new Date(Number.NaN)

  test.each([
    ['it must be an object', null],
    ['it.invitationId must be a string', { ...aClaim(NOW), invitationId: 7 }],
    ['it.sentAt must be a valid Date', { ...aClaim(NOW), sentAt: NOW.toISOString() }],
    ['it.repeatableAt must be a valid Date', { ...aClaim(NOW), repeatableAt: invalid }],
  ])('%s', (message, claim) => {
    expect(() => checkClaim(claim, 'it')).toThrow(new TypeError(message))
  })
})

describe('the time of a decision', () => {
  const latest = new Date(8.64e15 - 7 * 31 * 86_400_000)

  test('is returned as a copy, since a clock may move its Date', () => {
    const now = checkNow(NOW, 'it')
    expect(now).toEqual(NOW)
    expect(now).not.toBe(NOW)
  })

  test('leaves room for the end of its cooldown, up to the last one accepted', () => {
    expect(checkNow(latest, 'it')).toEqual(latest)
    expect(repeatableAt(latest).getTime()).not.toBeNaN()
  })

  test.each([
    ['it must be before the year 275760', after(latest, 1)],
    ['it must be a valid Date', new Date(Number.NaN)],
    ['it must be a valid Date', Date.now()],
  ])('%s', (message, now) => {
    expect(() => checkNow(now, 'it')).toThrow(new TypeError(message))
  })
})
