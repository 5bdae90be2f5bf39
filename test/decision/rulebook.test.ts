import {
  type ContentEnforcement,
  DENIAL_TYPES,
  type InvitationDenial,
  type InvitationFacts,
  type InvitationRequest,
  type Pace,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { enforcementWith } from '../../src/decision/enforcement.js'
import { applyRules, candidateDenials, standingDenials } from '../../src/decision/rulebook.js'
import { aClaim, after, anAnalysis, aRequest, NOW, someFacts } from '../support/builders.js'
import { rulebook } from '../support/rulebook.js'

/** The order of the rulebook, as the design states it. */
const ORDER = [
  'SelfInvitation',
  'InviterNotFound',
  'GroupNotFound',
  'InviterNotInGroup',
  'NotADirectContact',
  'TooManyInvitations',
  'SubjectTooLong',
  'TextEmpty',
  'TextTooLong',
  'UnsafeCharacter',
  'RateLimited6Months',
  'RecipientNotFound',
  'RecipientOptedOut',
  'AlreadyMember',
  'MembershipPending',
  'RecipientBanned',
  'UnfilledPlaceholder',
  'SalutationMissing',
  'ProfileReferenceMissing',
  'WantsAndHavesNotAddressed',
  'LinkInText',
  'MassMessage',
  'ProhibitedContent',
]
/** The rules about people that are the invitation's own once it is sent. */
const OWN = ['TooManyInvitations', 'RateLimited6Months']
const FORM = ['SubjectTooLong', 'TextEmpty', 'TextTooLong', 'UnsafeCharacter']
const CONTENT = ORDER.slice(-7)

const text = `Liebe {name}, https://chess.example ${'Wir spielen jeden Dienstag. '.repeat(18)}`
const copy = fingerprintText('a b c')
const recentFingerprints = [
  { recipientId: 'clara', textFingerprint: copy },
  { recipientId: 'deniz', textFingerprint: copy },
]
/** An analysis to which every rule that needs it objects. */
const analysis = anAnalysis({
  given: { subject: '\u0000', text },
  evidence: [{ category: 'spam', term: 'jackpot', index: 0, certainty: 'sure' }],
  textFingerprint: copy,
})

const pace: Pace = { burst: 1, everyMs: 1 }

/** Each object of one list with each of the other. */
function times<One extends object, Other extends object>(some: One[], others: Other[]) {
  return some.flatMap((one) => others.map((other) => ({ ...one, ...other })))
}

const standings = [undefined, 'member', 'moderator', 'pending', 'banned'] as const
const either = [true, false]
const { inviterProfile, group, recipientProfile: aRecipient } = someFacts()
const everyCandidate = times(
  [{ route: 'profile' } as const, { route: 'group' } as const],
  ['bernd', 'anna'].map((recipientId) => ({ recipientId })),
)
const choices: Partial<InvitationFacts>[][] = [
  standings.map((inviterStanding) => ({ inviterStanding })),
  standings.map((recipientStanding) => ({ recipientStanding })),
  [aRecipient, undefined].map((recipientProfile) => ({ recipientProfile })),
  either.map((recipientOptedOut) => ({ recipientOptedOut })),
  [inviterProfile, undefined].map((someone) => ({ inviterProfile: someone })),
  [group, undefined].map((some) => ({ group: some })),
  either.map((areDirectContacts) => ({ areDirectContacts })),
  [
    { claim: undefined, inviterFreeAt: undefined },
    { claim: aClaim(NOW), inviterFreeAt: after(NOW, 1) },
    { claim: aClaim(after(NOW, 1)), inviterFreeAt: NOW },
    { claim: aClaim(after(NOW, 1)), inviterFreeAt: after(NOW, 1) },
  ],
]
const everyFacts = choices
  .reduce<Partial<InvitationFacts>[]>((some, others) => times(some, others), [{}])
  .map((changes) => someFacts({ recentFingerprints, ...changes }))

const typesOf = (findings: readonly { type: string }[]) => findings.map(({ type }) => type)
const inOrder = (types: readonly string[]) => ORDER.filter((type) => types.includes(type))

describe('DENIAL_TYPES', () => {
  test('has the order of the design', () => {
    expect(DENIAL_TYPES).toEqual(ORDER)
    expect(Object.keys(rulebook)).toEqual(ORDER)
  })

  test('has every type of denial, and no other', () => {
    expectTypeOf<(typeof DENIAL_TYPES)[number]>().toEqualTypeOf<InvitationDenial['type']>()
    expect(new Set(DENIAL_TYPES).size).toBe(DENIAL_TYPES.length)
  })

  test('is frozen', () => {
    expect(DENIAL_TYPES).toSatisfy(Object.isFrozen)
  })
})

describe('an invitation against everything', () => {
  const facts = someFacts({
    inviterProfile: undefined,
    group: undefined,
    inviterStanding: undefined,
    recipientStanding: 'member',
    recipientOptedOut: true,
    claim: aClaim(after(NOW, 1)),
    inviterFreeAt: after(NOW, 1),
    recentFingerprints,
  })
  const request = aRequest({ recipientId: 'anna', route: 'group', subject: 'a'.repeat(121), text })
  const resultsWith = (changes: Partial<ContentEnforcement>) => {
    const results = applyRules(request, facts, analysis, enforcementWith(changes), pace)
    return { denials: typesOf(results.denials), advisories: typesOf(results.advisories) }
  }
  // Nobody has two standings, or is unknown and a member, and no text is both empty and too long.
  const excluded = ['TextEmpty', 'RecipientNotFound', 'MembershipPending', 'RecipientBanned']
  const all = ORDER.filter((type) => !excluded.includes(type))

  test('returns every denial in order, and next to them the advisories', () => {
    const advised = ['WantsAndHavesNotAddressed', 'LinkInText']
    expect(resultsWith({})).toEqual({
      denials: all.filter((type) => !advised.includes(type)),
      advisories: advised,
    })
  })

  test.each(CONTENT)('%s can be advised, and off', (type) => {
    const { denials, advisories } = resultsWith({ [type]: 'advise' })
    expect(denials).not.toContain(type)
    expect(advisories).toEqual(inOrder(advisories))
    expect(advisories).toContain(type)
    const without = resultsWith({ [type]: 'off' })
    expect([...without.denials, ...without.advisories]).not.toContain(type)
  })

  test('LinkInText can be denied', () => {
    expect(resultsWith({ LinkInText: 'deny' }).denials).toContain('LinkInText')
  })
})

test('a text that resembles the text of one other recipient is advised, of two denied', () => {
  const resultsFor = (recent: typeof recentFingerprints) => {
    const facts = someFacts({ recentFingerprints: recent })
    const analysis = anAnalysis({ textFingerprint: copy })
    return applyRules(aRequest(), facts, analysis, enforcementWith(), undefined)
  }
  const once = resultsFor(recentFingerprints.slice(0, 1))
  expect(typesOf(once.denials)).not.toContain('MassMessage')
  expect(typesOf(once.advisories)).toContain('MassMessage')
  expect(typesOf(resultsFor(recentFingerprints).denials)).toContain('MassMessage')
})

test('each rule raises the denial that it is listed under, and no other', () => {
  const everyRequest = [
    aRequest({ recipientId: 'anna', route: 'group', subject: 'a'.repeat(121), text }),
    aRequest({ text: '' }),
  ]
  const rules = {
    ...rulebook,
    TooManyInvitations: (request: InvitationRequest, facts: InvitationFacts) =>
      rulebook.TooManyInvitations(request, facts, pace),
  }
  for (const [type, rule] of Object.entries(rules)) {
    const raised = new Set<string>()
    for (const request of everyRequest) {
      for (const facts of everyFacts) {
        const denial = rule(request, facts, analysis)
        if (denial) raised.add(denial.type)
      }
    }
    expect(raised).toEqual(new Set([type]))
  }
})

test('over all facts the denials are in order, and those of the candidate, with and without the pace and the cooldown', () => {
  const drafts = [
    { subject: undefined, text: '' },
    { subject: 'a'.repeat(121), text },
  ]
  const enforcement = enforcementWith({ LinkInText: 'deny' })
  const raised = new Set<string>()
  for (const request of times(everyCandidate, drafts).map(aRequest)) {
    for (const facts of everyFacts) {
      const { denials } = applyRules(request, facts, analysis, enforcement, pace)
      const types = typesOf(denials)
      for (const type of types) raised.add(type)
      expect(types).toEqual(inOrder(types))
      const ofTheDraft = [...FORM, ...CONTENT]
      const ofTheCandidate = denials.filter(({ type }) => !ofTheDraft.includes(type))
      expect(candidateDenials(request, facts, pace)).toEqual(ofTheCandidate)
      expect(standingDenials(request, facts)).toEqual(
        ofTheCandidate.filter(({ type }) => !OWN.includes(type)),
      )
    }
  }
  // The one that is only ever advised.
  expect(inOrder([...raised, 'WantsAndHavesNotAddressed'])).toEqual(ORDER)
})
