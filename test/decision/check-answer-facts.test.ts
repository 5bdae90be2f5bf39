import type { AnswerFacts } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import {
  checkActor,
  checkAnswered,
  checkAnswerFacts,
  checkChange,
} from '../../src/decision/check-answer-facts.js'
import { aChange, answerFacts, SENT } from '../support/answering.js'
import { NOW } from '../support/builders.js'
import { whilePolluted } from '../support/polluted.js'

const check = (value: unknown) => checkAnswerFacts(value, 'i-1')

test.each<[string, AnswerFacts]>([
  ['nothing', answerFacts({ group: undefined, inviterProfile: undefined })],
  [
    'everything',
    answerFacts({
      change: aChange('Declined'),
      inviterStanding: 'moderator',
      recipientStanding: 'pending',
      actorStanding: 'banned',
    }),
  ],
  [
    'a change by the network',
    answerFacts({ change: aChange('Withdrawn', { changedBy: network() }) }),
  ],
])('complete facts with %s are returned', (_case, facts) => {
  expect(check(facts)).toStrictEqual(facts)
})

function network() {
  return { network: 'member-erased' }
}

test('facts with getters are got once', () => {
  let calls = 0
  const facts: AnswerFacts = {
    ...answerFacts(),
    get change() {
      calls += 1
      return calls === 1 ? aChange('Declined') : undefined
    },
  }
  expect(check(facts)).toStrictEqual(answerFacts({ change: aChange('Declined') }))
  expect(calls).toBe(1)
})

test.each(Object.keys(answerFacts()))('a missing field is named: %s', (field) => {
  const { [field]: _missing, ...facts }: Record<string, unknown> = { ...answerFacts() }
  expect(() => check(facts)).toThrow(new TypeError(`facts.${field} must be given`))
})

test('what Object.prototype has is no fact', async () => {
  const { change: _missing, ...facts } = answerFacts()
  await whilePolluted('change', undefined, () => {
    expect(() => check(facts)).toThrow(new TypeError('facts.change must be given'))
  })
})

test.each<[string, unknown]>([
  ['facts must be an object', undefined],
  ['facts must be an object', null],
  ['facts must be an object', 'facts'],
  ['facts must be an object', []],
  ['facts must be an object', new Map()],
  ['facts.now must be a valid Date', { ...answerFacts(), now: +NOW }],
  ['facts.now must be a valid Date', { ...answerFacts(), now: new Date(Number.NaN) }],
  [
    "facts.change.invitationId must be 'i-1'",
    answerFacts({ change: aChange('Declined', { invitationId: 'i-2' }) }),
  ],
  ["facts.change.invitationId must be 'i-1'", { ...answerFacts(), change: null }],
  ['facts.group must be an object', { ...answerFacts(), group: 'chess' }],
  [
    'facts.group.admission must be open or approval',
    { ...answerFacts(), group: { name: 'Chess', admission: 'closed' } },
  ],
  ['facts.inviterProfile must be an object', { ...answerFacts(), inviterProfile: null }],
  ...['inviterStanding', 'recipientStanding', 'actorStanding'].map((key): [string, unknown] => [
    `facts.${key} must be member, moderator, pending or banned`,
    { ...answerFacts(), [key]: 'admin' },
  ]),
])('%s', (message, facts) => {
  expect(() => check(facts)).toThrow(new TypeError(message))
})

describe('a stored change', () => {
  test.each(['Declined', 'Accepted', 'Withdrawn'] as const)('may be %s', (status) => {
    const change = { ...aChange(status), row: 7 }
    expect(checkChange(change, 'i-1', 'the change')).toStrictEqual(aChange(status))
  })

  test('may be of a class', () => {
    class Row {
      invitationId = 'i-1'
      changedAt = NOW
      get status() {
        return 'Accepted'
      }
      get changedBy() {
        return network()
      }
    }
    expect(checkChange(new Row(), 'i-1', 'the change')).toStrictEqual(
      aChange('Accepted', { changedBy: network() }),
    )
  })

  test.each<[string, unknown]>([
    ["the change.invitationId must be 'i-1'", undefined],
    ["the change.invitationId must be 'i-1'", { ...aChange('Declined'), invitationId: 'I-1' }],
    ['the change.status must be Declined, Accepted or Withdrawn', { invitationId: 'i-1' }],
    ...['Open', 'Expired', 'declined', '', null].map((status): [string, unknown] => [
      'the change.status must be Declined, Accepted or Withdrawn',
      { ...aChange('Declined'), status },
    ]),
    ...[NOW.toISOString(), new Date(Number.NaN), null].map((changedAt): [string, unknown] => [
      'the change.changedAt must be a valid Date',
      { ...aChange('Declined'), changedAt },
    ]),
    ...[undefined, null, 'bernd', {}, { memberId: 7 }, { network: 7 }].map(
      (changedBy): [string, unknown] => [
        'the change.changedBy must be { memberId } or { network }',
        { ...aChange('Declined'), changedBy },
      ],
    ),
  ])('%s: %o', (message, change) => {
    expect(() => checkChange(change, 'i-1', 'the change')).toThrow(new TypeError(message))
  })
})

describe('who acts', () => {
  test('is a member or the network, and nothing besides', () => {
    expect(checkActor({ memberId: 'anna', role: 'admin' }, 'actor')).toStrictEqual({
      memberId: 'anna',
    })
    expect(checkActor({ network: 'spam', at: NOW }, 'actor')).toStrictEqual({ network: 'spam' })
  })

  test.each([
    { memberId: 'anna', network: 'spam' },
    { memberId: 'anna', network: null },
    { memberId: null, network: 'spam' },
  ])('is never both: %o', (actor) => {
    const message = 'actor must be { memberId } or { network }'
    expect(() => checkActor(actor, 'actor')).toThrow(new TypeError(message))
  })

  test('is nobody whom Object.prototype names', async () => {
    await whilePolluted('network', 'admin', () => {
      expect(checkActor({ memberId: 'anna' }, 'actor')).toStrictEqual({ memberId: 'anna' })
      expect(() => checkActor({}, 'actor')).toThrow(TypeError)
    })
  })
})

test('an invitation is returned as it is', () => {
  expect(checkAnswered(SENT)).toBe(SENT)
})
