import {
  type InvitationFacts,
  parseFacts,
  type SerializedFacts,
  serializeFacts,
} from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { aClaim, after, anInviter, NOW, someFacts } from '../support/builders.js'

const AT = NOW.toISOString()
const LATER = after(NOW, 1)

/** Facts that have everything. */
const WHOLE: InvitationFacts = someFacts({
  inviterProfile: anInviter({ givenName: 'Anna', familyName: 'Weber', locale: 'de', url: '/anna' }),
  group: { name: 'TypeScript Hamburg', url: '/typescript', admission: 'open' },
  recipientStanding: 'pending',
  claim: aClaim(LATER, NOW),
  inviterFreeAt: LATER,
  recentFingerprints: [{ recipientId: 'clara', textFingerprint: 'f' }],
  mentions: [{ field: 'haves', entry: 'TypeScript' }],
  evidence: [
    { category: 'spam', term: 'jackpot', index: 3, field: 'subject', certainty: 'suspected' },
  ],
})

const SERIALIZED: SerializedFacts = {
  ...WHOLE,
  version: 1,
  now: AT,
  claim: { invitationId: 'invitation-1', sentAt: AT, repeatableAt: LATER.toISOString() },
  inviterFreeAt: LATER.toISOString(),
}

/** What comes back of a value that was written as JSON. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('serializeFacts', () => {
  test('makes JSON of everything', () => {
    expect(serializeFacts(WHOLE)).toStrictEqual(SERIALIZED)
    expect(throughJson(serializeFacts(WHOLE))).toStrictEqual(SERIALIZED)
  })

  test('makes null of what was looked up and is not there, and leaves out what was not looked up', () => {
    const nobody = someFacts({
      inviterProfile: undefined,
      group: undefined,
      inviterStanding: undefined,
      recipientProfile: undefined,
      inviterFreeAt: undefined,
      mentions: [],
      evidence: [],
    })
    const serialized = {
      version: 1,
      now: AT,
      inviterProfile: null,
      group: null,
      inviterStanding: null,
      recipientStanding: null,
      recipientProfile: null,
      recipientOptedOut: false,
      areDirectContacts: false,
      claim: null,
      inviterFreeAt: null,
      recentFingerprints: [],
      mentions: [],
      evidence: [],
    }
    expect(serializeFacts(nobody)).toStrictEqual(serialized)
    const without = serializeFacts(someFacts())
    for (const key of ['inviterFreeAt', 'mentions', 'evidence'])
      expect(without).not.toHaveProperty(key)
  })

  test('leaves out the other fields of a repository’s objects', () => {
    const row = { email: 'anna@mail.example', password: 'secret', createdAt: NOW }
    const withRow = <Value extends object>(value: Value | undefined) =>
      value && { ...value, ...row }
    const facts: InvitationFacts = {
      ...{ ...WHOLE, ...row },
      inviterProfile: withRow(WHOLE.inviterProfile),
      recipientProfile: withRow(WHOLE.recipientProfile),
      group: withRow(WHOLE.group),
      claim: withRow(WHOLE.claim),
      recentFingerprints: WHOLE.recentFingerprints.map((item) => ({ ...item, ...row })),
      mentions: WHOLE.mentions?.map((item) => ({ ...item, ...row })),
      evidence: WHOLE.evidence?.map((item) => ({ ...item, ...row })),
    }
    expect(serializeFacts(facts)).toStrictEqual(SERIALIZED)
  })

  test('throws of facts that are incomplete or wrong', () => {
    const { claim: _none, ...facts } = someFacts()
    expect(() => serializeFacts(facts as InvitationFacts)).toThrow(
      new TypeError('facts.claim must be given'),
    )
    expect(() => serializeFacts(someFacts({ now: new Date(Number.NaN) }))).toThrow(
      new TypeError('facts.now must be a valid Date'),
    )
  })
})

describe('parseFacts', () => {
  test.each<[string, InvitationFacts]>([
    ['everything', WHOLE],
    ['little', someFacts({ recipientProfile: undefined, group: undefined })],
    ['a pace that is unused', someFacts({ inviterFreeAt: undefined })],
    ['a look for mentions and evidence that found none', someFacts({ mentions: [], evidence: [] })],
  ])('takes back %s', (_case, facts) => {
    const parsed = parseFacts(throughJson(serializeFacts(facts)))
    expect(parsed).toEqual(facts)
    expect('inviterFreeAt' in parsed).toBe('inviterFreeAt' in facts)
    expect(serializeFacts(parsed)).toStrictEqual(serializeFacts(facts))
  })

  test('ignores unknown keys', () => {
    expect(parseFacts({ ...SERIALIZED, later: 1 })).toEqual(parseFacts(SERIALIZED))
  })

  const aDate = 'an instant in ISO 8601, such as 2026-08-31T12:00:00.000Z'
  const { recentFingerprints: _none, ...incomplete } = SERIALIZED
  const { version: _version, ...ofNoVersion } = SERIALIZED

  test.each<[string, unknown]>([
    ['facts must be an object', null],
    ['facts must be an object', JSON.stringify(SERIALIZED)],
    ['facts.version must be 1, the only version so far', ofNoVersion],
    ['facts.version must be 1, the only version so far', { ...SERIALIZED, version: 2 }],
    ['facts.version must be 1, the only version so far', { ...SERIALIZED, version: '1' }],
    ['facts.recentFingerprints must be given', incomplete],
    ['facts.recipientOptedOut must be true or false', { ...SERIALIZED, recipientOptedOut: null }],
    ['facts.recipientProfile must be an object', { ...SERIALIZED, recipientProfile: 'Bernd' }],
    ['facts.now must be a valid Date', { ...SERIALIZED, now: null }],
    [`facts.now must be ${aDate}`, { ...SERIALIZED, now: +NOW }],
    [`facts.now must be ${aDate}`, { ...SERIALIZED, now: AT.slice(0, -1) }],
    [`facts.now must be ${aDate}`, { ...SERIALIZED, now: AT.replace('Z', '+00:00') }],
    [`facts.inviterFreeAt must be ${aDate}`, { ...SERIALIZED, inviterFreeAt: NOW.toString() }],
    [`facts.claim.sentAt must be ${aDate}`, { ...SERIALIZED, claim: { sentAt: 'yesterday' } }],
  ])('throws: %s', (message, value) => {
    expect(() => parseFacts(value)).toThrow(new TypeError(message))
  })
})
