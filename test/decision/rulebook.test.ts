import type { ContentEnforcement } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { enforcementWith } from '../../src/decision/enforcement.js'
import { applyRules, rulebook } from '../../src/decision/rulebook.js'
import { aClaim, after, anAnalysis, aRequest, NOW, someFacts } from '../support/builders.js'

/** The rulebook's order, as the design states it. */
const ORDER = [
  'SelfInvitation',
  'InviterNotInGroup',
  'NotADirectContact',
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

const text = `Liebe {name}, https://chess.example ${'Wir spielen jeden Dienstag. '.repeat(18)}`
const copy = fingerprintText('a b c d e f g h i j k l')

const everyFacts = [
  someFacts({
    inviterStanding: undefined,
    recipientStanding: 'member',
    recipientOptedOut: true,
    claim: aClaim(after(NOW, 1)),
    recentFingerprints: [
      { recipientId: 'clara', textFingerprint: copy },
      { recipientId: 'deniz', textFingerprint: copy },
    ],
  }),
  someFacts({ recipientStanding: 'pending', recipientProfile: undefined }),
  someFacts({ recipientStanding: 'banned' }),
] as const
const reading = anAnalysis({
  given: { subject: '\u0000', text },
  evidence: [{ category: 'spam', term: 'jackpot', index: 0 }],
  textFingerprint: copy,
})

test('lists the denials in order', () => {
  expect(Object.keys(rulebook)).toEqual(ORDER)
})

describe('all against it', () => {
  const [facts] = everyFacts
  const request = aRequest({
    recipientId: 'anna',
    route: 'group',
    subject: 'a'.repeat(121),
    text,
  })
  const typesIn = (findings: readonly { type: string }[]) => findings.map(({ type }) => type)
  const opinionWith = (changes: Partial<ContentEnforcement>) => {
    const opinion = applyRules(request, facts, reading, enforcementWith(changes))
    return { denials: typesIn(opinion.denials), advisories: typesIn(opinion.advisories) }
  }
  // Nobody has two standings, or is unknown and a member, and no text is both empty and too long.
  const excluded = ['TextEmpty', 'RecipientNotFound', 'MembershipPending', 'RecipientBanned']
  const all = ORDER.filter((type) => !excluded.includes(type))
  const content = ORDER.slice(-7)

  test('tells every denial in order, and beside it what could be better', () => {
    const advised = ['WantsAndHavesNotAddressed', 'LinkInText']
    expect(opinionWith({})).toEqual({
      denials: all.filter((type) => !advised.includes(type)),
      advisories: advised,
    })
  })

  test.each(content)('%s can be advised, and left off', (type) => {
    const { denials, advisories } = opinionWith({ [type]: 'advise' })
    expect(denials).not.toContain(type)
    expect(advisories).toEqual(content.filter((other) => advisories.includes(other)))
    expect(advisories).toContain(type)
    const without = opinionWith({ [type]: 'off' })
    expect([...without.denials, ...without.advisories]).not.toContain(type)
  })

  test('LinkInText can be denied', () => {
    expect(opinionWith({ LinkInText: 'deny' }).denials).toContain('LinkInText')
  })

  test('a text like that of one other recipient is advised, of two denied', () => {
    const [recent] = facts.recentFingerprints
    const once = someFacts({ recentFingerprints: recent ? [recent] : [] })
    const opinion = applyRules(
      aRequest(),
      once,
      anAnalysis({ textFingerprint: copy }),
      enforcementWith(),
    )
    expect(typesIn(opinion.denials)).not.toContain('MassMessage')
    expect(typesIn(opinion.advisories)).toContain('MassMessage')
  })
})

test('each rule raises the denial that it is listed under, and no other', () => {
  const everyRequest = [
    aRequest({ recipientId: 'anna', route: 'group', subject: 'a'.repeat(121), text }),
    aRequest({ text: '' }),
  ]
  for (const [type, rule] of Object.entries(rulebook)) {
    const raised = everyRequest.flatMap((request) =>
      everyFacts.map((facts) => rule(request, facts, reading)?.type),
    )
    expect(new Set(raised.filter((denial) => denial !== undefined))).toEqual(new Set([type]))
  }
})
