import {
  decide,
  DENIAL_TYPES,
  defineRule,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aClaim, after, aRequest, NOW, someFacts } from '../support/builders.js'
import { PROHIBITED } from '../support/clear-texts.js'
import { facts, paces, phrase, requests, settings } from '../support/decision-arbitraries.js'
import { runs } from '../support/runs.js'
import { ruleResultsIn } from '../support/verdicts.js'

test('the same request and facts give the same decision, and are left as they were', () => {
  fc.assert(
    fc.property(requests, facts, settings, paces, (request, known, enforcement, pace) => {
      const before = structuredClone([request, known])
      const first = decide(request, known, { enforcement, pace })
      expect([request, known]).toEqual(before)
      expect(decide(request, known, { enforcement, pace })).toEqual(first)
      const [request2, known2] = structuredClone([request, known] as const)
      expect(decide(request2, known2, { enforcement, pace })).toEqual(first)
    }),
    runs(1_000),
  )
})

test('evaluate decides what decide does', async () => {
  await fc.assert(
    fc.asyncProperty(
      requests,
      facts,
      settings,
      paces,
      async (request, known, enforcement, pace) => {
        const policy = new InvitationPolicy(createInMemoryRepositories(), {
          ...{ enforcement, pace, clock: () => NOW, loadFacts: () => known },
        })
        expect(await policy.evaluate(request)).toEqual(
          decide(request, known, { enforcement, pace }),
        )
      },
    ),
    runs(500),
  )
})

test('denials and advisories come in the order of the rulebook, each type once', () => {
  fc.assert(
    fc.property(requests, facts, settings, paces, (request, known, enforcement, pace) => {
      const { denials, advisories } = ruleResultsIn(decide(request, known, { enforcement, pace }))
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
  TooManyInvitations: [{}, { inviterFreeAt: after(NOW, 60_001) }],
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
  const pace = { burst: 2, every: { minutes: 1 } }
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
          ruleResultsIn(decide(some, all, { pace })).denials.map(({ type }) => type)
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
