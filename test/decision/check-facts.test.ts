import { describe, expect, test } from 'vitest'
import {
  readClaim,
  readFacts,
  readNow,
  readProfile,
  readStanding,
} from '../../src/decision/check-facts.js'
import { repeatableAt } from '../../src/model/cooldown.js'
import { aClaim, after, aProfile, NOW, someFacts } from '../support/builders.js'

test('complete facts are read as they are', () => {
  const facts = someFacts({ claim: aClaim(NOW), recipientStanding: 'pending' })
  expect(readFacts(facts)).toEqual(facts)
})

test.each(Object.keys(someFacts()))('a field that is missing is named: %s', (field) => {
  const { [field]: _missing, ...facts }: Record<string, unknown> = { ...someFacts() }
  expect(() => readFacts(facts)).toThrow(new TypeError(`facts.${field} must be given`))
})

describe('a standing', () => {
  test.each(['member', 'moderator', 'pending', 'banned', undefined])('%s is one', (standing) => {
    expect(readStanding(standing, 'it')).toBe(standing)
  })

  test.each([null, '', 'owner', 7])('%s is none', (standing) => {
    const error = new TypeError('it must be member, moderator, pending or banned')
    expect(() => readStanding(standing, 'it')).toThrow(error)
  })
})

describe('a profile', () => {
  const whole = { ...aProfile(), givenName: 'Bernd', familyName: 'Müller', locale: 'de' }

  test.each([
    ['none', undefined],
    ['a whole one', whole],
    ['one without a name to call', { ...whole, givenName: undefined }],
  ])('%s is read', (_case, profile) => {
    expect(readProfile(profile, 'it')).toEqual(profile)
  })

  test.each([
    ['it must be an object', null],
    ['it must be an object', 'Bernd'],
    ['it.displayName must be a string', { ...whole, displayName: undefined }],
    ['it.givenName must be a string or undefined', { ...whole, givenName: null }],
    ['it.familyName must be a string or undefined', { ...whole, familyName: 7 }],
    ['it.locale must be a string or undefined', { ...whole, locale: {} }],
    ['it.wants must be a list of strings', { ...whole, wants: undefined }],
    ['it.haves must be a list of strings', { ...whole, haves: 'TypeScript' }],
    ['it.other must be a list of strings', { ...whole, other: [7] }],
  ])('%s', (message, profile) => {
    expect(() => readProfile(profile, 'it')).toThrow(new TypeError(message))
  })
})

describe('a claim', () => {
  test('is read as a copy', () => {
    const claim = aClaim(NOW)
    const copy = readClaim(claim, 'it')
    expect(copy).toEqual(claim)
    expect(copy?.sentAt).not.toBe(claim.sentAt)
    expect(copy?.repeatableAt).not.toBe(claim.repeatableAt)
  })

  const invalid = new Date(Number.NaN)

  test.each([
    ['it must be an object', null],
    ['it.invitationId must be a string', { ...aClaim(NOW), invitationId: 7 }],
    ['it.sentAt must be a valid Date', { ...aClaim(NOW), sentAt: NOW.toISOString() }],
    ['it.repeatableAt must be a valid Date', { ...aClaim(NOW), repeatableAt: invalid }],
  ])('%s', (message, claim) => {
    expect(() => readClaim(claim, 'it')).toThrow(new TypeError(message))
  })
})

describe('a time of decision', () => {
  const latest = new Date(8.64e15 - 7 * 31 * 86_400_000)

  test('has an end of its window, to the last one accepted', () => {
    expect(readNow(latest, 'it')).toEqual(latest)
    expect(repeatableAt(latest).getTime()).not.toBeNaN()
  })

  test.each([
    ['it must be before the year 275760', after(latest, 1)],
    ['it must be a valid Date', new Date(Number.NaN)],
    ['it must be a valid Date', Date.now()],
  ])('%s', (message, now) => {
    expect(() => readNow(now, 'it')).toThrow(new TypeError(message))
  })
})
