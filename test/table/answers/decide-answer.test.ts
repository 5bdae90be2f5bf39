import { isDeepStrictEqual } from 'node:util'
import {
  type AnswerDecision,
  type AnswerFacts,
  decideAnswer,
  type InvitationChange,
} from 'group-invitations'
import { expect, test } from 'vitest'
import { anInviter } from '../../support/builders.js'
import { ROWS, thousands } from '../rows.js'
import { ACTORS, allLives, INSTANTS, INVITATION, invitationIn, type Life } from './lives.js'
import { type Said, saidOf, standingOf } from './said-of-answers.js'

const profile = anInviter()
const groups = {
  absent: { name: 'Schach' },
  approval: { name: 'Schach', admission: 'approval' },
  open: { name: 'Schach', admission: 'open' },
  gone: undefined,
} as const

const changeIn = ({ status }: Life): InvitationChange | undefined =>
  status === 'Open'
    ? undefined
    : {
        ...{ invitationId: 'i-1', status, changedAt: INSTANTS.clockBehind },
        changedBy: ACTORS.recipient,
      }

const factsOf = (life: Life): AnswerFacts => ({
  now: INSTANTS[life.instant],
  change: changeIn(life),
  group: groups[life.door],
  inviterProfile: life.isInviterGone ? undefined : profile,
  inviterStanding: life.inviter,
  recipientStanding: life.recipient,
  actorStanding: standingOf(life.actor, life),
})

/** From which statuses an action may be written, by the columns of the table. */
const FROM = {
  accept: ['Declined', 'Open'],
  decline: ['Open'],
  withdraw: ['Declined', 'Open'],
}

const decisionOf = ({ action }: Life, { status, replayed, admitted }: Said) =>
  replayed
    ? { replayed, status }
    : {
        ...{ replayed, status, from: FROM[action] },
        ...(admitted && { admit: { groupId: 'chess', memberId: 'bernd', standing: admitted } }),
      }

/** The order of `from` is free. */
const inOrder = (decision: AnswerDecision) =>
  decision.replayed ? decision : { ...decision, from: [...decision.from].sort() }

test(`decideAnswer: ${thousands(ROWS.decideAnswer)} answers, from facts`, () => {
  const wrong: unknown[] = []
  let rows = 0
  for (const life of allLives(false)) {
    const said = saidOf(life)
    const found = decideAnswer(
      life.action,
      invitationIn(life),
      ACTORS[life.actor],
      factsOf(life),
    ).match<unknown>(inOrder, (denial) => ({ denial }))
    const expected = said.denial ? { denial: said.denial } : decisionOf(life, said)
    if (!isDeepStrictEqual(found, expected)) wrong.push({ life, found, expected })
    rows += 1
  }
  expect(wrong.length, JSON.stringify(wrong.slice(0, 3), null, 1)).toBe(0)
  expect(rows).toBe(ROWS.decideAnswer)
})

test('what is no action, or an end that came through JSON, opens no door', () => {
  const [life] = allLives(false)
  const decide = (action: unknown, invitation: unknown) => () =>
    decideAnswer(action as 'accept', invitation as never, ACTORS.recipient, factsOf(life as Life))
  expect(decide(['accept'], INVITATION)).toThrow(TypeError)
  const fromJson: unknown = JSON.parse(JSON.stringify(INVITATION))
  expect(decide('accept', fromJson)).toThrow(
    new TypeError('invitation.repeatableAt must be a valid Date'),
  )
})
