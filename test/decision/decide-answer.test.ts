import {
  type AnswerAction,
  decideAnswer,
  type Invitation,
  type InvitationActor,
  type InvitationStatus,
  type Standing,
} from 'group-invitations'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answerFacts, SENT } from '../support/answering.js'
import { after, anInviter } from '../support/builders.js'
import { whilePolluted } from '../support/polluted.js'
import { HALF_A_YEAR_ON } from '../support/sending.js'

const groupId = 'typescript-hamburg'
const bernd: InvitationActor = { memberId: 'bernd' }
const anna: InvitationActor = { memberId: 'anna' }
const clara: InvitationActor = { memberId: 'clara' }
const network: InvitationActor = { network: 'complaint-upheld' }

const STATUSES = ['Open', 'Declined', 'Accepted', 'Withdrawn'] as const
const changeTo = (status: (typeof STATUSES)[number]) =>
  status === 'Open' ? undefined : aChange(status)

const notFound = err({ type: 'InvitationNotFound', invitationId: 'i-1' })
const replay = (status: InvitationStatus) => ok({ replayed: true, status })
const admit = { groupId, memberId: 'bernd', standing: 'member' }
const accepted = ok({ replayed: false, status: 'Accepted', from: ['Open', 'Declined'], admit })
const declined = ok({ replayed: false, status: 'Declined', from: ['Open'] })
const withdrawn = ok({ replayed: false, status: 'Withdrawn', from: ['Open', 'Declined'] })
const alreadyAccepted = err({ type: 'InvitationAccepted', invitationId: 'i-1' })
const alreadyWithdrawn = err({ type: 'InvitationWithdrawn', invitationId: 'i-1' })
const expired = err({ type: 'InvitationExpired', repeatableAt: HALF_A_YEAR_ON })

describe('what an action leads to', () => {
  const answers = [
    ['accept', bernd, [accepted, accepted, replay('Accepted'), alreadyWithdrawn]],
    ['decline', bernd, [declined, replay('Declined'), alreadyAccepted, replay('Withdrawn')]],
    ['withdraw', anna, [withdrawn, withdrawn, alreadyAccepted, replay('Withdrawn')]],
    ['withdraw', clara, [withdrawn, withdrawn, alreadyAccepted, replay('Withdrawn')]],
    ['withdraw', network, [withdrawn, withdrawn, alreadyAccepted, replay('Withdrawn')]],
  ] as const
  const rows = answers.flatMap(([action, actor, expected]) =>
    STATUSES.map((status, index) => ({ action, actor, status, expected: expected[index] })),
  )

  test.each(rows)('$action by $actor if it is $status', ({ action, actor, status, expected }) => {
    const actorStanding = actor === clara ? 'moderator' : undefined
    const facts = answerFacts({ change: changeTo(status), actorStanding })
    expect(decideAnswer(action, SENT, actor, facts)).toStrictEqual(expected)
  })
})

describe('to anybody else there is no such invitation', () => {
  const standings = [undefined, 'pending', 'member', 'banned'] as const
  const strangers: readonly (readonly [AnswerAction, InvitationActor, readonly Standing[]])[] = [
    ['accept', anna, ['moderator']],
    ['accept', clara, ['moderator']],
    ['accept', network, []],
    ['decline', anna, ['moderator']],
    ['decline', clara, ['moderator']],
    ['decline', network, []],
    ['withdraw', bernd, []],
    ['withdraw', clara, []],
    // A key without a value does not make a member the network.
    ['withdraw', { ...clara, network: undefined }, []],
  ]
  const rows = strangers.flatMap(([action, actor, others]) =>
    [...standings, ...others].flatMap((actorStanding) =>
      STATUSES.map((status) => ({ action, actor, actorStanding, status })),
    ),
  )

  test.each(rows)('$action by $actor, $actorStanding, if it is $status', (row) => {
    const { action, actor, actorStanding, status } = row
    const facts = answerFacts({ change: changeTo(status), actorStanding })
    expect(decideAnswer(action, SENT, actor, facts)).toStrictEqual(notFound)
    const late = { ...facts, now: HALF_A_YEAR_ON, group: undefined }
    expect(decideAnswer(action, SENT, actor, late)).toStrictEqual(notFound)
  })

  test('a recipient who moderates the group may withdraw it', () => {
    const facts = answerFacts({ actorStanding: 'moderator' })
    expect(decideAnswer('withdraw', SENT, bernd, facts)).toStrictEqual(withdrawn)
  })

  test('the reason of the network makes it no member of that name', () => {
    const facts = answerFacts()
    expect(decideAnswer('accept', SENT, { network: 'bernd' }, facts)).toStrictEqual(notFound)
  })
})

describe('the end', () => {
  test.each([
    ['a millisecond before it', -1, accepted],
    ['at it', 0, expired],
    ['a millisecond after it', 1, expired],
  ])('%s', (_case, milliseconds, expected) => {
    const now = after(HALF_A_YEAR_ON, milliseconds)
    for (const change of [undefined, aChange('Declined')]) {
      const facts = answerFacts({ now, change })
      expect(decideAnswer('accept', SENT, bernd, facts)).toStrictEqual(expected)
    }
    const facts = answerFacts({ now })
    expect(decideAnswer('decline', SENT, bernd, facts)).toStrictEqual(declined)
    expect(decideAnswer('withdraw', SENT, anna, facts)).toStrictEqual(withdrawn)
  })

  test('does not end what was accepted or withdrawn', () => {
    const now = after(HALF_A_YEAR_ON, 1)
    const after1 = answerFacts({ now, change: aChange('Accepted') })
    expect(decideAnswer('accept', SENT, bernd, after1)).toStrictEqual(replay('Accepted'))
    const after2 = answerFacts({ now, change: aChange('Withdrawn') })
    expect(decideAnswer('accept', SENT, bernd, after2)).toStrictEqual(alreadyWithdrawn)
  })
})

describe('the first denial that applies', () => {
  const erased: Invitation = { ...SENT, text: '' }
  const worst = answerFacts({
    now: HALF_A_YEAR_ON,
    change: aChange('Withdrawn'),
    group: undefined,
    recipientStanding: 'banned',
  })
  const open = { ...worst, change: undefined }
  const inTime = { ...open, now: after(HALF_A_YEAR_ON, -1) }
  const { group } = answerFacts()

  test.each([
    ['not found', erased, worst, notFound],
    ['not found, not the replay', erased, { ...worst, change: aChange('Accepted') }, notFound],
    ['withdrawn', SENT, worst, alreadyWithdrawn],
    ['the replay', SENT, { ...worst, change: aChange('Accepted') }, replay('Accepted')],
    ['expired', SENT, open, expired],
    ['no group', SENT, inTime, err({ type: 'GroupNotFound', groupId })],
    ['banned', SENT, { ...inTime, group }, err({ type: 'RecipientBanned' })],
    ['none', SENT, { ...inTime, group, recipientStanding: undefined }, accepted],
  ])('is %s', (_case, invitation, facts, expected) => {
    expect(decideAnswer('accept', invitation, bernd, facts)).toStrictEqual(expected)
  })

  test('does not concern declining and withdrawing, which need no text, group or standing', () => {
    expect(decideAnswer('decline', erased, bernd, open)).toStrictEqual(declined)
    for (const actor of [anna, network]) {
      expect(decideAnswer('withdraw', erased, actor, open)).toStrictEqual(withdrawn)
    }
    const byModerator = { ...open, actorStanding: 'moderator' } as const
    expect(decideAnswer('withdraw', erased, clara, byModerator)).toStrictEqual(withdrawn)
  })
})

describe('accepting gives what the inviter could give', () => {
  const standings = [undefined, 'pending', 'banned', 'member', 'moderator'] as const
  const rows = (['open', 'approval', undefined] as const).flatMap((admission) =>
    standings.flatMap((inviterStanding) =>
      [anInviter(), undefined].map((inviterProfile) => ({
        admission,
        inviterStanding,
        inviterProfile,
      })),
    ),
  )

  test.each(rows)('admission $admission, inviter $inviterStanding, $inviterProfile', (row) => {
    const { admission, ...facts } = row
    const isModeratorNow =
      facts.inviterStanding === 'moderator' && facts.inviterProfile !== undefined
    const standing = admission === 'open' || isModeratorNow ? 'member' : 'pending'
    const group = { name: 'TypeScript Hamburg', ...(admission && { admission }) }
    // The store decides what it means for one who has a standing.
    for (const recipientStanding of [undefined, 'pending', 'member', 'moderator'] as const) {
      const given = answerFacts({ ...facts, group, recipientStanding })
      const expected = { replayed: false, status: 'Accepted', from: ['Open', 'Declined'] }
      expect(decideAnswer('accept', SENT, bernd, given)).toStrictEqual(
        ok({ ...expected, admit: { ...admit, standing } }),
      )
    }
  })
})

describe('wrong arguments are a TypeError', () => {
  const facts = answerFacts()
  const { change: _change, ...withoutChange } = facts
  test.each<[string, unknown, unknown, unknown, unknown]>([
    ['action must be accept or decline or withdraw', 'revoke', SENT, bernd, facts],
    ['action must be accept or decline or withdraw', 'toString', SENT, bernd, facts],
    ['action must be accept or decline or withdraw', ['withdraw'], SENT, bernd, facts],
    ['action must be accept or decline or withdraw', undefined, SENT, bernd, facts],
    ['invitation.invitationId must be a string', 'accept', undefined, bernd, facts],
    ['invitation.invitationId must be a string', 'accept', null, bernd, facts],
    ...['inviterId', 'recipientId', 'groupId', 'text'].map(
      (key): [string, unknown, unknown, unknown, unknown] => [
        `invitation.${key} must be a string`,
        'accept',
        { ...SENT, [key]: undefined },
        bernd,
        facts,
      ],
    ),
    ...['decline', 'accept'].map((action): [string, unknown, unknown, unknown, unknown] => [
      'invitation.repeatableAt must be a valid Date',
      action,
      { ...SENT, repeatableAt: HALF_A_YEAR_ON.toISOString() },
      bernd,
      facts,
    ]),
    ['actor must be { memberId } or { network }', 'accept', SENT, undefined, facts],
    ['actor must be { memberId } or { network }', 'accept', SENT, 'bernd', facts],
    ['actor must be { memberId } or { network }', 'withdraw', SENT, {}, facts],
    ['actor must be { memberId } or { network }', 'withdraw', SENT, { ...anna, ...network }, facts],
    ['facts must be an object', 'accept', SENT, bernd, undefined],
    ['facts.change must be given', 'accept', SENT, bernd, withoutChange],
  ])('%s: %s', (message, action, invitation, actor, given) => {
    expect(() =>
      decideAnswer(
        action as AnswerAction,
        invitation as Invitation,
        actor as InvitationActor,
        given as typeof facts,
      ),
    ).toThrow(new TypeError(message))
  })
})

test('what Object.prototype has makes nobody the network or the recipient', async () => {
  const facts = answerFacts()
  await whilePolluted('network', 'admin', () => {
    expect(decideAnswer('withdraw', SENT, { memberId: 'dora' }, facts)).toStrictEqual(notFound)
    expect(decideAnswer('accept', SENT, bernd, facts)).toStrictEqual(accepted)
  })
  await whilePolluted('memberId', 'bernd', () => {
    expect(decideAnswer('accept', SENT, network, facts)).toStrictEqual(notFound)
    expect(decideAnswer('withdraw', SENT, network, facts)).toStrictEqual(withdrawn)
  })
})

test('the same arguments have the same answer, and are left as they are', () => {
  const frozen = Object.freeze(answerFacts({ change: Object.freeze(aChange('Declined')) }))
  const invitation = Object.freeze({ ...SENT })
  const actor = Object.freeze({ ...bernd })
  const first = decideAnswer('accept', invitation, actor, frozen)
  expect(decideAnswer('accept', invitation, actor, frozen)).toStrictEqual(first)
  expect(first).toStrictEqual(accepted)
})
