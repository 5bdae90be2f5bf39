import { type Delivery, deliveriesOf, InvitationPolicy, type Repositories } from 'group-invitations'
import { err, type ResultAsync } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { checkChangeOutcome } from '../../src/ports/check-changes.js'
import { aChange, SENT, SENT_NETWORK } from '../support/answering.js'
import { aRequest, NOW } from '../support/builders.js'
import { repositoriesWith } from '../support/repositories-with.js'
import { answersOver, HALF_A_YEAR_ON, serviceOver } from '../support/sending.js'

const [EMAIL] = deliveriesOf({ invitationId: 'i-1' }) as [Delivery, Delivery]

type Asking = (repositories: Repositories) => ResultAsync<unknown, unknown>

const byBernd = { invitationId: 'i-1', memberId: 'bernd' }
const accept: Asking = (repositories) => answersOver(repositories).accept(byBernd)
const decline: Asking = (repositories) => answersOver(repositories).decline(byBernd)
const withdraw: Asking = (repositories) =>
  answersOver(repositories).withdraw({ invitationId: 'i-1', network: 'spam' })
const received: Asking = (repositories) => answersOver(repositories).received('bernd')
const sent: Asking = (repositories) => answersOver(repositories).sent('anna')
const prepare: Asking = (repositories) => serviceOver(repositories).prepareDelivery(EMAIL)
const policyOver = (repositories: Repositories) =>
  new InvitationPolicy(repositories, { clock: () => NOW })
const evaluate: Asking = (repositories) => policyOver(repositories).evaluate(aRequest())
const chooseGroup: Asking = (repositories) =>
  policyOver(repositories).groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
const chooseContact: Asking = (repositories) =>
  policyOver(repositories).contactsFor({ inviterId: 'anna', groupId: 'typescript-hamburg' })

const answering = (port: string, method: string, answer: unknown) =>
  repositoriesWith(port, method, () => answer, SENT_NETWORK)

const outage = (
  dependency: string,
  operation: string,
  message: string,
  effect: 'none' | 'unknown' = 'none',
) => {
  const cause = new TypeError(message)
  return err({ type: 'DependencyFailed', dependency, operation, cause, effect })
}

const angry = () => {
  throw new TypeError('looked at')
}
const trap = new Proxy({}, { get: angry, has: angry, getOwnPropertyDescriptor: angry })

describe('changes that break a promise', () => {
  const asking = { accept, decline, withdraw, received, sent, prepare }
  const ofI1 = (changes: object) => new Map([['i-1', { ...aChange('Declined'), ...changes }]])
  const answers: readonly [string, unknown][] = [
    ['the answer must be a Map', undefined],
    ['the answer must be a Map', null],
    ['the answer must be a Map', { 'i-1': aChange('Declined') }],
    ['the answer must be a Map', [['i-1', aChange('Declined')]]],
    ['the answer must be a Map', Object.assign(new Map(), { get: angry })],
    ['the answer must be a Map with strings as keys', new Map([[1, aChange('Declined')]])],
    ["the change.invitationId must be 'i-1'", new Map([['i-1', undefined]])],
    ["the change.invitationId must be 'i-1'", new Map([['i-1', 'Declined']])],
    ["the change.invitationId must be 'i-1'", ofI1({ invitationId: 'i-2' })],
    ["the change.invitationId must be 'i-2'", new Map([['i-2', aChange('Declined')]])],
    ['the change.status must be Declined, Accepted or Withdrawn', ofI1({ status: 'Open' })],
    ['the change.status must be Declined, Accepted or Withdrawn', ofI1({ status: null })],
    ['the change.changedAt must be a valid Date', ofI1({ changedAt: NOW.toISOString() })],
    ['the change.changedAt must be a valid Date', ofI1({ changedAt: new Date(Number.NaN) })],
    ['the change.changedBy must be { memberId } or { network }', ofI1({ changedBy: 'bernd' })],
    [
      'the change.changedBy must be { memberId } or { network }',
      ofI1({ changedBy: { memberId: 'bernd', network: null } }),
    ],
    ['looked at', new Map([['i-1', trap]])],
  ]
  const rows = Object.entries(asking).flatMap(([name, ask]) =>
    answers.map(([message, answer]) => ({ name, ask, message, answer })),
  )

  test.each(rows)('are an outage of $name: $message', async ({ ask, message, answer }) => {
    const repositories = answering('answers', 'findChanges', answer)
    expect(await ask(repositories)).toEqual(outage('answers', 'findChanges', message))
  })
})

describe('invitations of a member that break a promise', () => {
  const one = (changes: object) => [{ ...SENT, ...changes }]
  const answers: readonly [string, unknown][] = [
    ['the answer must be a list of invitations', undefined],
    ['the answer must be a list of invitations', null],
    ['the answer must be a list of invitations', { length: 0 }],
    ['the answer must be a list of invitations', new Set([SENT])],
    ['the invitation.invitationId must be a string', [undefined]],
    ['the invitation.invitationId must be a string', [null]],
    ['the invitation.invitationId must be a string', new Array(1)],
    ['the invitation.invitationId must be a string', Object.assign(new Array(2), { 1: SENT })],
    ['the invitation.invitationId must be a string', one({ invitationId: 1 })],
    ['the invitation: groupId must be a string', one({ groupId: undefined })],
    ["the invitation: route must be 'profile' or 'group'", one({ route: 'search' })],
    ['the invitation.sentAt must be a valid Date', one({ sentAt: '2026-05-12' })],
    ['the invitation.repeatableAt must be a valid Date', one({ repeatableAt: +NOW })],
    ['looked at', [trap]],
  ]
  const rows = Object.entries({ received, sent }).flatMap(([name, ask]) =>
    answers.map(([message, answer]) => ({ name, ask, message, answer })),
  )

  test.each(rows)('are an outage of $name: $message', async ({ ask, message, answer }) => {
    const repositories = answering('answers', 'findInvitationsOf', answer)
    expect(await ask(repositories)).toEqual(outage('answers', 'findInvitationsOf', message))
  })

  test('are an outage if one is somebody else’s', async () => {
    const toClara = answering('answers', 'findInvitationsOf', [
      SENT,
      { ...SENT, invitationId: 'i-2', recipientId: 'clara' },
    ])
    expect(await received(toClara)).toEqual(
      outage('answers', 'findInvitationsOf', "the recipient of the invitation must be 'bernd'"),
    )
    expect((await sent(toClara)).isOk()).toBe(true)
    const byClara = answering('answers', 'findInvitationsOf', one({ inviterId: 'clara' }))
    expect(await sent(byClara)).toEqual(
      outage('answers', 'findInvitationsOf', "the inviter of the invitation must be 'anna'"),
    )
    expect((await received(byClara)).isOk()).toBe(true)
    // What the member has sent is none of what they have received, and the other way round.
    const bySelf = one({ inviterId: 'bernd', recipientId: 'anna' })
    for (const [ask, message] of [
      [received, "the recipient of the invitation must be 'bernd'"],
      [sent, "the inviter of the invitation must be 'anna'"],
    ] as const) {
      expect(await ask(answering('answers', 'findInvitationsOf', bySelf))).toEqual(
        outage('answers', 'findInvitationsOf', message),
      )
    }
  })

  test('are cut if there are more than were asked for, and no more are checked', async () => {
    const many = ['i-1', 'i-2', 'i-3', 'i-4'].map((invitationId) => ({ ...SENT, invitationId }))
    const repositories = answering('answers', 'findInvitationsOf', [...many, 'what is this?'])
    const page = (await answersOver(repositories).received('bernd', { limit: 2 }))._unsafeUnwrap()
    expect(page.items.map(({ invitation }) => invitation.invitationId)).toEqual(['i-1', 'i-2'])
    expect(page.next).toBe('i-2')
  })
})

describe('an outcome of a change that breaks a promise', () => {
  const unknown = 'what change gives must be Changed, NotChanged or NotAdmitted'
  const foreign = { type: 'NotChanged', change: aChange('Accepted', { invitationId: 'i-2' }) }
  const forAll: readonly [string, unknown][] = [
    [unknown, undefined],
    [unknown, null],
    [unknown, true],
    [unknown, 'Changed'],
    [unknown, {}],
    [unknown, { type: 'Committed' }],
    ["the change.invitationId must be 'i-1'", { type: 'NotChanged' }],
    ["the change.invitationId must be 'i-1'", { type: 'NotChanged', change: null }],
    ["the change.invitationId must be 'i-1'", foreign],
    [
      'the change.status must be Declined, Accepted or Withdrawn',
      { type: 'NotChanged', change: { ...aChange('Accepted'), status: 'Open' } },
    ],
    [
      'the change.changedAt must be a valid Date',
      { type: 'NotChanged', change: { ...aChange('Accepted'), changedAt: 'now' } },
    ],
    ['looked at', trap],
  ]
  const noStanding = 'the standing must be member, moderator, pending or banned'
  const ofAccepting: readonly [string, unknown][] = [
    [noStanding, { type: 'Changed' }],
    [noStanding, { type: 'Changed', standing: null }],
    [noStanding, { type: 'Changed', standing: 'admin' }],
    ['the standing must be member, moderator or pending', { type: 'Changed', standing: 'banned' }],
  ]
  const notAdmitted: readonly [string, unknown][] = [
    ['what change gives must be NotAdmitted only with admit', { type: 'NotAdmitted' }],
  ]
  const rows = [
    { name: 'accept', ask: accept, answers: [...forAll, ...ofAccepting] },
    { name: 'decline', ask: decline, answers: [...forAll, ...notAdmitted] },
    { name: 'withdraw', ask: withdraw, answers: [...forAll, ...notAdmitted] },
  ].flatMap(({ answers, ...row }) =>
    answers.map(([message, answer]) => ({ ...row, message, answer })),
  )

  test.each(rows)('is an outage of $name: $message', async ({ ask, message, answer }) => {
    const repositories = answering('answers', 'change', answer)
    expect(await ask(repositories)).toEqual(outage('answers', 'change', message, 'unknown'))
  })

  test.each([
    ['thrown', () => angry()],
    ['rejected', () => Promise.reject(new TypeError('looked at'))],
  ])('is an outage if it is %s', async (_case, change) => {
    const repositories = repositoriesWith('answers', 'change', change, SENT_NETWORK)
    const expected = outage('answers', 'change', 'looked at', 'unknown')
    for (const ask of [accept, decline, withdraw]) expect(await ask(repositories)).toEqual(expected)
  })
})

describe('the outcome of an acceptance', () => {
  const record = (standing: 'member' | 'pending') => ({
    change: aChange('Accepted'),
    from: ['Open'] as const,
    invitation: SENT,
    admit: { groupId: SENT.groupId, memberId: 'bernd', standing },
  })

  test.each(['member', 'pending'] as const)('as %s is any but a ban', (asked) => {
    // `pending` also for `member`: another service may admit only later.
    for (const standing of ['pending', 'member', 'moderator']) {
      const outcome = { type: 'Changed', standing }
      expect(checkChangeOutcome({ ...outcome, row: 7 }, record(asked))).toStrictEqual(outcome)
    }
    expect(() =>
      checkChangeOutcome({ type: 'Changed', standing: 'banned' }, record(asked)),
    ).toThrow(new TypeError('the standing must be member, moderator or pending'))
  })

  test('has no standing that nobody asked for', () => {
    const { admit: _admit, ...declined } = record('member')
    const outcome = { type: 'Changed', standing: 'banned' }
    expect(checkChangeOutcome(outcome, declined)).toStrictEqual({ type: 'Changed' })
  })
})

describe('opt-outs that break a promise', () => {
  const asking = { evaluate, chooseGroup, chooseContact, prepare, received }
  const none = "the opt-out must be 'all', { inviterId } or { groupId }"
  const ofBernd = (optOuts: unknown) => new Map([['bernd', optOuts]])
  const answers: readonly [string, unknown][] = [
    ['the answer must be a Map', undefined],
    ['the answer must be a Map', new Set(['bernd'])],
    ['the answer must be a Map with strings as keys', new Map([[7, []]])],
    ['the opt-outs of a member must be a list', ofBernd(undefined)],
    ['the opt-outs of a member must be a list', ofBernd(true)],
    ['the opt-outs of a member must be a list', ofBernd('all')],
    ['the opt-outs of a member must be a list', ofBernd(new Set(['all']))],
    [none, ofBernd([undefined])],
    [none, ofBernd(new Array(1))],
    [none, ofBernd(['none'])],
    [none, ofBernd(['all', {}])],
    [none, ofBernd([{ inviterId: 7 }])],
    [none, ofBernd([{ groupId: '' }])],
    [none, ofBernd([{ inviterId: 'x', groupId: 'y' }])],
    [none, ofBernd([{ inviterId: 'x', groupId: null }])],
    [none, new Map([['dora', [{ inviter: 'anna' }]]])],
    ['looked at', ofBernd([trap])],
  ]
  const rows = Object.entries(asking).flatMap(([name, ask]) =>
    answers.map(([message, answer]) => ({ name, ask, message, answer })),
  )

  test.each(rows)('are an outage of $name: $message', async ({ ask, message, answer }) => {
    const repositories = answering('preferences', 'findOptOuts', answer)
    expect(await ask(repositories)).toEqual(outage('preferences', 'findOptOuts', message))
  })

  test('are none if the list is empty, or the member is absent', async () => {
    for (const answer of [new Map(), ofBernd([])]) {
      const page = (await received(answering('preferences', 'findOptOuts', answer)))._unsafeUnwrap()
      expect(page).toMatchObject({ items: [{ invitation: { repeatableAt: HALF_A_YEAR_ON } }] })
    }
  })
})
