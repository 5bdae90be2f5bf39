import { expect, test } from 'vitest'
import { denialsOf, rulebook } from '../src/rulebook.js'
import { aClaim, after, aRequest, NOW, someFacts } from './support/builders.js'

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
]

const allAgainst = () =>
  [
    someFacts({
      inviterStanding: undefined,
      recipientStanding: 'member',
      recipientProfile: undefined,
      recipientOptedOut: true,
      claim: aClaim(after(NOW, 1)),
    }),
    { subject: '\u0000', text: '' },
  ] as const

test('lists the denials in order', () => {
  expect(Object.keys(rulebook)).toEqual(ORDER)
})

test('tells every denial that there is, in order', () => {
  const request = aRequest({
    recipientId: 'anna',
    route: 'group',
    subject: 'a'.repeat(121),
    text: 'b'.repeat(501),
  })
  const types = denialsOf(request, ...allAgainst()).map(({ type }) => type)
  // Nobody has two standings, and no text is both empty and too long.
  const excluded = ['TextEmpty', 'MembershipPending', 'RecipientBanned']
  expect(types).toEqual(ORDER.filter((type) => !excluded.includes(type)))
})

test('each rule raises the denial that it is listed under, and no other', () => {
  const everyRequest = [
    aRequest({ recipientId: 'anna', route: 'group', subject: 'a'.repeat(121), text: '' }),
    aRequest({ text: 'b'.repeat(501) }),
  ]
  const [facts, given] = allAgainst()
  const everyFacts = [
    facts,
    someFacts({ recipientStanding: 'pending' }),
    someFacts({ recipientStanding: 'banned' }),
  ]
  for (const [type, rule] of Object.entries(rulebook)) {
    const raised = everyRequest.flatMap((request) =>
      everyFacts.map((facts) => rule(request, facts, given)?.type),
    )
    expect(new Set(raised.filter((denial) => denial !== undefined))).toEqual(new Set([type]))
  }
})
