import {
  type ContentEnforcement,
  decide,
  DENIAL_TYPES,
  defineRule,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
  type ScreenedEvidence,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../support/arbitraries.js'
import { PROHIBITED } from '../support/clear-texts.js'
import {
  aClaim,
  after,
  anInviter,
  aProfile,
  aRequest,
  NOW,
  someFacts,
} from '../support/builders.js'
import { runs } from '../support/runs.js'
import { ruleResultsIn } from '../support/verdicts.js'

const enforcements = ['deny', 'advise', 'off'] as const
const standing = fc.constantFrom('member', 'moderator', 'pending', 'banned', undefined)
const COPY =
  'Lieber Bernd, wir treffen uns jeden ersten Montag im Monat im Hafen und reden über TypeScript.'

/** What people write, and what they should not write. */
const phrase = fc.constantFrom(
  ...['Lieber Bernd, ', 'Hallo zusammen! ', 'du bietest TypeScript an. ', 'Spielst du Schach? '],
  ...[
    '{name} ',
    'www.elbschach.de ',
    'passives Einkommen ',
    'Network-Marketing: verdiene von zuhause ein p4ssives Einkommen ',
    `${COPY} `,
  ],
  ...['\u202e', '\n', 'a'.repeat(100), '👨‍👩‍👧‍👦', ''],
)
const text = fc.oneof(
  fc.array(phrase, { maxLength: 8 }).map((phrases) => phrases.join('')),
  anyText(),
)

const requests: fc.Arbitrary<InvitationRequest> = fc.record({
  inviterId: fc.constant('anna'),
  recipientId: fc.constantFrom('bernd', 'anna'),
  groupId: fc.constant('typescript-hamburg'),
  route: fc.constantFrom('profile', 'group'),
  subject: fc.option(text, { nil: undefined }),
  text,
})

const profiles = fc.record({
  displayName: fc.constantFrom('Bernd Müller', '–'),
  wants: fc.subarray(['Schach']),
  haves: fc.subarray(['TypeScript']),
  other: fc.subarray(['Elbwerk GmbH']),
})

const evidence: fc.Arbitrary<ScreenedEvidence> = fc.record({
  category: fc.constantFrom('spam', 'multi-level-marketing', 'harassment'),
  term: fc.constant('gratis'),
  index: fc.constant(0),
  certainty: fc.constantFrom('sure', 'suspected', undefined),
})

const facts: fc.Arbitrary<InvitationFacts> = fc.record({
  now: fc.constant(NOW),
  inviterProfile: fc.option(fc.constant(anInviter()), { nil: undefined }),
  group: fc.option(fc.constant({ name: 'TypeScript Hamburg' }), { nil: undefined }),
  inviterStanding: standing,
  recipientStanding: standing,
  recipientProfile: fc.option(profiles, { nil: undefined }),
  recipientOptedOut: fc.boolean(),
  areDirectContacts: fc.boolean(),
  claim: fc.option(
    fc.integer({ min: -2, max: 2 }).map((sooner) => aClaim(after(NOW, sooner))),
    { nil: undefined },
  ),
  recentFingerprints: fc.subarray(
    ['clara', 'deniz'].map((recipientId) => ({
      recipientId,
      textFingerprint: fingerprintText(COPY, aProfile()),
    })),
  ),
  evidence: fc.option(fc.array(evidence, { maxLength: 3 }), { nil: undefined }),
})

const settings: fc.Arbitrary<Partial<ContentEnforcement>> = fc.record({
  UnfilledPlaceholder: fc.constantFrom(...enforcements),
  SalutationMissing: fc.constantFrom(...enforcements),
  ProfileReferenceMissing: fc.constantFrom(...enforcements),
  WantsAndHavesNotAddressed: fc.constantFrom('advise', 'off'),
  LinkInText: fc.constantFrom(...enforcements),
  MassMessage: fc.constantFrom(...enforcements),
  ProhibitedContent: fc.constantFrom(...enforcements),
})

test('the same request and facts give the same decision, and are left as they were', () => {
  fc.assert(
    fc.property(requests, facts, settings, (request, known, enforcement) => {
      const before = structuredClone([request, known])
      const first = decide(request, known, { enforcement })
      expect([request, known]).toEqual(before)
      expect(decide(request, known, { enforcement })).toEqual(first)
      const [request2, known2] = structuredClone([request, known] as const)
      expect(decide(request2, known2, { enforcement })).toEqual(first)
    }),
    runs(1_000),
  )
})

test('evaluate decides what decide does', async () => {
  await fc.assert(
    fc.asyncProperty(requests, facts, settings, async (request, known, enforcement) => {
      const policy = new InvitationPolicy(createInMemoryRepositories(), {
        ...{ enforcement, clock: () => NOW, loadFacts: () => known },
      })
      expect(await policy.evaluate(request)).toEqual(decide(request, known, { enforcement }))
    }),
    runs(500),
  )
})

test('denials and advisories come in the order of the rulebook, each type once', () => {
  fc.assert(
    fc.property(requests, facts, settings, (request, known, enforcement) => {
      const { denials, advisories } = ruleResultsIn(decide(request, known, { enforcement }))
      for (const results of [denials, advisories]) {
        const types = results.map(({ type }) => type)
        expect(types).toEqual(DENIAL_TYPES.filter((type) => types.includes(type)))
      }
    }),
    runs(2_000),
  )
})

const certaintyOf = (finding: object): unknown =>
  'certainty' in finding ? finding.certainty : undefined

test('what is only suspected is advised, and what is sure is as it is enforced', () => {
  fc.assert(
    fc.property(requests, facts, settings, (request, known, enforcement) => {
      const { denials, advisories } = ruleResultsIn(decide(request, known, { enforcement }))
      expect(denials.map(certaintyOf)).not.toContain('suspected')
      for (const finding of advisories) {
        const setting = new Map<string, unknown>(Object.entries(enforcement)).get(finding.type)
        if (certaintyOf(finding) === 'sure') expect(setting).not.toBe('deny')
        if (!('evidence' in finding)) continue
        const isSure = JSON.stringify(finding.evidence).includes('"certainty":"sure"')
        expect(certaintyOf(finding)).toBe(isSure ? 'sure' : 'suspected')
      }
    }),
    runs(2_000),
  )
})

test('denials of custom rules come last, in the order of their rules', async () => {
  const custom = ['BlockedByRecipient', 'QuotaUsedUp', 'TooYoung']
  const order = [...DENIAL_TYPES, ...custom]
  await fc.assert(
    fc.asyncProperty(requests, facts, fc.subarray(custom), async (request, known, raised) => {
      const rules = custom.map((type) =>
        defineRule({ name: type, check: () => (raised.includes(type) ? { type } : undefined) }),
      )
      const policy = new InvitationPolicy(createInMemoryRepositories(), {
        ...{ rules, clock: () => NOW, loadFacts: () => known },
      })
      const { denials } = ruleResultsIn(await policy.evaluate(request))
      const types = denials.map(({ type }) => type)
      expect(types).toEqual(order.filter((type) => types.includes(type)))
      expect(types).toEqual(expect.arrayContaining(raised))
    }),
    runs(500),
  )
})

/** For each denial about the people or the subject: the change that adds it. */
const changes: Record<string, [Partial<InvitationRequest>, Partial<InvitationFacts>]> = {
  SelfInvitation: [{ recipientId: 'anna' }, {}],
  InviterNotFound: [{}, { inviterProfile: undefined }],
  GroupNotFound: [{}, { group: undefined }],
  InviterNotInGroup: [{}, { inviterStanding: undefined }],
  NotADirectContact: [{ route: 'group' }, { areDirectContacts: false }],
  SubjectTooLong: [{ subject: 'x'.repeat(121) }, {}],
  RateLimited6Months: [{}, { claim: aClaim(after(NOW, 1)) }],
  RecipientOptedOut: [{}, { recipientOptedOut: true }],
  AlreadyMember: [{}, { recipientStanding: 'member' }],
  MembershipPending: [{}, { recipientStanding: 'pending' }],
  RecipientBanned: [{}, { recipientStanding: 'banned' }],
}
/** A member has one standing at a time. */
const exclusive = ['AlreadyMember', 'MembershipPending', 'RecipientBanned']

test('a further denial is added, and removes no other', () => {
  fc.assert(
    fc.property(
      requests,
      facts,
      fc.constantFrom(...Object.keys(changes)),
      (given, known, added) => {
        // A subject of its own would be replaced, and its denials with it.
        const request = { ...given, subject: undefined }
        const [ofRequest, ofFacts] = changes[added] ?? [{}, {}]
        const typesOf = (some: InvitationRequest, all: InvitationFacts) =>
          ruleResultsIn(decide(some, all)).denials.map(({ type }) => type)
        const before = typesOf(request, known)
        const now = typesOf({ ...request, ...ofRequest }, { ...known, ...ofFacts })
        const kept = before.filter(
          (type) => !(exclusive.includes(added) && exclusive.includes(type)),
        )
        expect(now).toEqual(expect.arrayContaining([...kept, added]))
      },
    ),
    runs(2_000),
  )
})

/** Each adds a finding to the text before it. */
const additions: Record<string, string> = {
  UnfilledPlaceholder: ' {firma}',
  LinkInText: ' elbschach.de',
  ProhibitedContent: ` ${PROHIBITED['multi-level-marketing'][0]}`,
}

test('a further finding is added, and removes no other', () => {
  const own = fc.array(phrase, { maxLength: 4 }).map((phrases) => phrases.join(''))
  fc.assert(
    fc.property(own, fc.constantFrom(...Object.keys(additions)), (written, added) => {
      const request = aRequest({ text: `Hallo. ${written}` })
      const typesOf = (some: InvitationRequest) => {
        const { denials, advisories } = ruleResultsIn(decide(some, someFacts()))
        return [...denials, ...advisories].map(({ type }) => type)
      }
      const more = { ...request, text: request.text + (additions[added] ?? '') }
      // The screener weighs a text as a whole.
      const kept = typesOf(request).filter((type) => type !== 'ProhibitedContent')
      expect(typesOf(more)).toEqual(expect.arrayContaining([...kept, added]))
    }),
    runs(1_000),
  )
})
