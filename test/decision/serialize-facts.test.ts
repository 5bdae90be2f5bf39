import { type InvitationFacts, parseFacts, serializeFacts } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { aClaim, after, anInviter, aProfile, NOW, someFacts } from '../support/builders.js'
import { whilePolluted } from '../support/polluted.js'

/** Facts with every field that there is. */
const whole = {
  now: NOW,
  inviterProfile: anInviter({ givenName: 'Anna', familyName: 'Weber', locale: 'de-DE' }),
  group: { name: 'TypeScript Hamburg', url: 'https://network.example/ts', admission: 'open' },
  inviterStanding: 'moderator',
  recipientStanding: 'pending',
  recipientProfile: aProfile({ url: 'https://network.example/bernd', other: ['\ud800', 'Elbe'] }),
  recipientOptedOut: true,
  areDirectContacts: false,
  claim: aClaim(after(NOW, 1)),
  inviterFreeAt: after(NOW, 1234),
  recentFingerprints: [{ recipientId: 'clara', textFingerprint: '1.abc' }],
  mentions: [{ field: 'haves', entry: 'TypeScript' }],
  evidence: [{ category: 'spam', term: 'gratis', index: 3, field: 'subject', certainty: 'sure' }],
} satisfies { readonly [Key in keyof InvitationFacts]-?: unknown } & InvitationFacts

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('facts with every field are written as this', () => {
  expect(serializeFacts(whole)).toStrictEqual({
    version: 1,
    now: '2026-05-12T12:00:00.000Z',
    inviterProfile: {
      ...{ displayName: 'Anna Weber', givenName: 'Anna', familyName: 'Weber', locale: 'de-DE' },
      ...{ wants: ['Schach'], haves: [], other: [] },
    },
    group: { name: 'TypeScript Hamburg', url: 'https://network.example/ts', admission: 'open' },
    inviterStanding: 'moderator',
    recipientStanding: 'pending',
    recipientProfile: {
      ...{ displayName: 'Bernd Müller', wants: [], haves: ['TypeScript'] },
      ...{ other: ['\ud800', 'Elbe'], url: 'https://network.example/bernd' },
    },
    recipientOptedOut: true,
    areDirectContacts: false,
    claim: {
      invitationId: 'invitation-1',
      sentAt: '2026-05-12T11:59:59.000Z',
      repeatableAt: '2026-05-12T12:00:00.001Z',
    },
    inviterFreeAt: '2026-05-12T12:00:01.234Z',
    recentFingerprints: [{ recipientId: 'clara', textFingerprint: '1.abc' }],
    mentions: [{ field: 'haves', entry: 'TypeScript' }],
    evidence: [{ category: 'spam', term: 'gratis', index: 3, field: 'subject', certainty: 'sure' }],
  })
})

test('what was looked up and is not there is null, and what was not looked up is missing', () => {
  const nothing = someFacts({
    ...{ inviterProfile: undefined, group: undefined, inviterStanding: undefined },
    ...{ recipientStanding: undefined, recipientProfile: undefined, claim: undefined },
  })
  const written = {
    ...{ version: 1, now: NOW.toISOString(), inviterProfile: null, group: null },
    ...{ inviterStanding: null, recipientStanding: null, recipientProfile: null },
    ...{ recipientOptedOut: false, areDirectContacts: false, claim: null, recentFingerprints: [] },
  }
  expect(serializeFacts(nothing)).toStrictEqual(written)
  expect(serializeFacts({ ...nothing, inviterFreeAt: undefined })).toStrictEqual({
    ...written,
    inviterFreeAt: null,
  })
})

test('mentions and evidence that were looked for and not found stay empty: nobody looks again', () => {
  const written = serializeFacts(someFacts({ mentions: [], evidence: [] }))
  expect(written).toMatchObject({ mentions: [], evidence: [] })
  expect(parseFacts(overJson(written))).toMatchObject({ mentions: [], evidence: [] })
})

test.each<[string, InvitationFacts]>([
  ['every field', whole],
  ['little', someFacts()],
  ['a pace of which nothing is used', someFacts({ inviterFreeAt: undefined })],
  ['neither mentions nor evidence', { ...whole, mentions: undefined, evidence: undefined }],
  ['a year of six digits', { ...whole, now: new Date('+012026-05-12T12:00:00.001Z') }],
  ['a year before the first', { ...whole, inviterFreeAt: new Date('-000001-05-12T12:00:00.001Z') }],
  [
    'a suspicion',
    { ...whole, evidence: [{ ...whole.evidence[0], certainty: 'suspected' }] } as InvitationFacts,
  ],
])('facts with %s are the same after JSON', (_case, facts) => {
  const parsed = parseFacts(overJson(serializeFacts(facts)))
  expect(parsed).toEqual(facts)
  expect('inviterFreeAt' in parsed).toBe('inviterFreeAt' in facts)
  expect(parseFacts(serializeFacts(facts))).toEqual(facts)
})

test('only the fields of the types are written, whatever else a repository’s objects have', () => {
  const more = { passwordHash: 'secret', email: 'secret@network.example' }
  const facts = {
    ...whole,
    ...more,
    inviterProfile: { ...whole.inviterProfile, ...more },
    recipientProfile: { ...whole.recipientProfile, ...more },
    group: { ...whole.group, ...more },
    claim: { ...whole.claim, ...more },
    recentFingerprints: whole.recentFingerprints.map((one) => ({ ...one, ...more })),
    mentions: whole.mentions.map((one) => ({ ...one, ...more })),
    evidence: whole.evidence.map((one) => ({ ...one, ...more })),
  }
  expect(serializeFacts(facts)).toStrictEqual(serializeFacts(whole))
  expect(JSON.stringify(serializeFacts(facts))).not.toContain('secret')
})

test('facts that are incomplete or wrong are not written', () => {
  const { claim: _missing, ...incomplete } = someFacts()
  expect(() => serializeFacts(incomplete as InvitationFacts)).toThrow(
    new TypeError('facts.claim must be given'),
  )
  expect(() => serializeFacts(someFacts({ inviterFreeAt: null as never }))).toThrow(
    new TypeError('facts.inviterFreeAt must be a valid Date'),
  )
  expect(() => serializeFacts(null as never)).toThrow(new TypeError('facts must be an object'))
})

const written = () => overJson(serializeFacts(whole)) as Record<string, unknown>
const serializedClaim = written()['claim'] as object
const AN_INSTANT = 'an instant in ISO 8601, such as 2026-08-31T12:00:00.000Z'

describe('facts are not read', () => {
  test.each([null, undefined, 7, 'facts', [], [1], new Map(), new Date()])('of %o', (value) => {
    expect(() => parseFacts(value)).toThrow(new TypeError('facts must be an object'))
  })

  test.each([undefined, null, 0, 2, '1', 1.5, [1], true])('of version %o', (version) => {
    expect(() => parseFacts({ ...written(), version })).toThrow(
      new TypeError('facts.version must be 1, the only version so far'),
    )
  })

  test('without a version', () => {
    const { version: _missing, ...rest } = written()
    expect(() => parseFacts(rest)).toThrow(
      new TypeError('facts.version must be 1, the only version so far'),
    )
  })

  const optional = ['version', 'inviterFreeAt', 'mentions', 'evidence']

  test.each(Object.keys(whole).filter((key) => !optional.includes(key)))('without %s', (key) => {
    const { [key]: _missing, ...rest } = written()
    expect(() => parseFacts(rest)).toThrow(new TypeError(`facts.${key} must be given`))
  })

  test.each([
    ...[NOW, 0, '', 'today', '2026-05-12', '2026-05-12T12:00:00Z', '2026-05-12T14:00:00.000+02:00'],
    ...['2026-05-12T12:00:00.000z', ' 2026-05-12T12:00:00.000Z', '2026-02-30T12:00:00.000Z'],
    ...[
      '2026-05-12T24:00:00.000Z',
      'Tue, 12 May 2026 12:00:00 GMT',
      {},
      [NOW.toISOString()],
      true,
      10n,
    ],
  ])('with the instant %o', (instant) => {
    for (const key of ['now', 'inviterFreeAt']) {
      expect(() => parseFacts({ ...written(), [key]: instant })).toThrow(
        new TypeError(`facts.${key} must be ${AN_INSTANT}`),
      )
    }
    for (const key of ['sentAt', 'repeatableAt']) {
      const claim = { ...serializedClaim, [key]: instant }
      expect(() => parseFacts({ ...written(), claim })).toThrow(
        new TypeError(`facts.claim.${key} must be ${AN_INSTANT}`),
      )
    }
  })

  test.each<[complaint: string, fields: object]>([
    ['now must be a valid Date', { now: null }],
    ['now must be before the year 275760', { now: '+275760-09-13T00:00:00.000Z' }],
    ['claim must be an object', { claim: 'i-1' }],
    ['claim.invitationId must be a string', { claim: [] }],
    ['claim.sentAt must be a valid Date', { claim: { invitationId: 'i-1' } }],
    [`claim.sentAt must be ${AN_INSTANT}`, { claim: { invitationId: 'i-1', sentAt: null } }],
    ['inviterStanding must be member, moderator, pending or banned', { inviterStanding: 'owner' }],
    ['recipientStanding must be member, moderator, pending or banned', { recipientStanding: 1 }],
    ['inviterProfile must be an object', { inviterProfile: 'Anna' }],
    ['inviterProfile.displayName must be a non-empty string', { inviterProfile: {} }],
    [
      'recipientProfile.wants must be a list of strings',
      { recipientProfile: { displayName: 'Bernd' } },
    ],
    [
      'recipientProfile.url must be a string or undefined',
      { recipientProfile: { ...aProfile(), url: null } },
    ],
    ['group.name must be a non-empty string', { group: {} }],
    ['group.admission must be open or approval', { group: { name: 'Zen', admission: 'no' } }],
    ['recipientOptedOut must be true or false', { recipientOptedOut: null }],
    ['areDirectContacts must be true or false', { areDirectContacts: 'yes' }],
    ['recentFingerprints must be a list', { recentFingerprints: null }],
    [
      'recentFingerprints[0].textFingerprint must be a string',
      { recentFingerprints: [{ recipientId: 'clara' }] },
    ],
    ['mentions must be a list', { mentions: {} }],
    ['mentions[0].field must be wants, haves or other', { mentions: [{ entry: 'Go' }] }],
    ['evidence must be a list', { evidence: 'spam' }],
    [
      'evidence[0].index must be a whole number from 0 on',
      { evidence: [{ ...whole.evidence[0], index: -1 }] },
    ],
  ])('whose %s', (complaint, fields) => {
    expect(() => parseFacts({ ...written(), ...fields })).toThrow(
      new TypeError(`facts.${complaint}`),
    )
  })
})

test('unknown keys are ignored, also such as could do harm', () => {
  const more = JSON.parse('{"__proto__": {"claim": null}, "constructor": 1, "later": []}') as object
  expect(parseFacts({ ...written(), ...more })).toEqual(whole)
  expect(parseFacts(Object.assign(Object.create(null), written()))).toEqual(whole)
})

test('what Object.prototype has is no fact', async () => {
  const { inviterFreeAt: _one, mentions: _other, ...facts } = whole
  const plain = serializeFacts(facts)
  const { claim: _claim, ...withoutClaim } = written()
  for (const value of [NOW.toISOString(), NOW]) {
    await whilePolluted('inviterFreeAt', value, () => {
      expect(Object.keys(serializeFacts(facts))).toEqual(Object.keys(plain))
      expect(Object.keys(parseFacts(plain))).not.toContain('inviterFreeAt')
    })
  }
  await whilePolluted('claim', written()['claim'], () => {
    expect(() => parseFacts(withoutClaim)).toThrow(new TypeError('facts.claim must be given'))
  })
  await whilePolluted('sentAt', NOW.toISOString(), () => {
    const claim = { invitationId: 'i-1', repeatableAt: NOW.toISOString() }
    expect(() => parseFacts({ ...written(), claim })).toThrow(TypeError)
  })
  await whilePolluted('version', 1, () => {
    const { version: _missing, ...rest } = written()
    expect(() => parseFacts(rest)).toThrow(TypeError)
  })
})
