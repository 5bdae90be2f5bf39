import { err, ok, type Result } from 'neverthrow'
import type {
  NewStanding,
  InvitationActor,
  InvitationStatus,
  StatusOrOpen,
} from '../model/invitation-change.js'
import type { Invitation } from '../model/invitation.js'
import type { Group } from '../model/member.js'
import { assert, fieldOf } from '../validation/assert.js'
import type { AnswerAction, AnswerDecision, AnswerDenial, AnswerFacts } from './answer.js'
import { checkActor, checkAnswerFacts, checkAnswered } from './check-answer-facts.js'

type Cell = InvitationStatus | 'replay' | 'InvitationWithdrawn' | 'InvitationAccepted'

/** What an action leads to, by the status that the invitation has. Accepting has conditions besides. */
const answers: { readonly [A in AnswerAction]: { readonly [S in StatusOrOpen]: Cell } } = {
  accept: {
    Open: 'Accepted',
    Declined: 'Accepted',
    Accepted: 'replay',
    Withdrawn: 'InvitationWithdrawn',
  },
  decline: {
    Open: 'Declined',
    Declined: 'replay',
    Accepted: 'InvitationAccepted',
    Withdrawn: 'replay',
  },
  withdraw: {
    Open: 'Withdrawn',
    Declined: 'Withdrawn',
    Accepted: 'InvitationAccepted',
    Withdrawn: 'replay',
  },
}

/**
 * Decides whether somebody may accept, decline or withdraw an invitation, and what follows from it.
 *
 * - Accepting and declining is the recipient's; withdrawing the inviter's, a moderator's of the group, or the network's.
 *   To anybody else the invitation is `InvitationNotFound`, and so is one whose text was erased to someone who accepts.
 * - An invitation can be accepted before its `repeatableAt`, also after it was declined. It can be declined and withdrawn
 *   at any time.
 * - Accepting gives what the inviter could give at that moment: `member` if the group is open, or if the inviter is its
 *   moderator now; else `pending`. It lifts no ban.
 *
 * Pure: the same arguments always give the same decision.
 *
 * @throws TypeError that names an unknown action, or the first value which is missing or of the wrong type: of the
 * invitation, the actor or the facts.
 *
 * @since 0.1.0
 */
export function decideAnswer(
  action: AnswerAction,
  invitation: Invitation,
  by: InvitationActor,
  given: AnswerFacts,
): Result<AnswerDecision, AnswerDenial> {
  assert(Object.keys(answers).includes(action), 'action', Object.keys(answers).join(' or '))
  const { invitationId, repeatableAt, groupId, recipientId, text } = checkAnswered(invitation)
  const actor = checkActor(by, 'actor')
  const facts = checkAnswerFacts(given, invitationId)
  const isErased = action === 'accept' && text === ''
  const mayAct = isOwnAction(action, invitation, actor) ?? facts.actorStanding === 'moderator'
  if (isErased || !mayAct) {
    return err({ type: 'InvitationNotFound', invitationId })
  }
  const status = facts.change?.status ?? 'Open'
  const cell = answers[action][status]
  if (cell === 'InvitationWithdrawn' || cell === 'InvitationAccepted') {
    return err({ type: cell, invitationId })
  }
  // What is open is never replayed.
  if (cell === 'replay') return ok({ replayed: true, status: status as InvitationStatus })
  const from = (Object.keys(answers[action]) as StatusOrOpen[]).filter(
    (each) => answers[action][each] === cell,
  )
  if (cell !== 'Accepted') return ok({ replayed: false, status: cell, from })

  if (facts.now >= repeatableAt) return err({ type: 'InvitationExpired', repeatableAt })
  if (facts.group === undefined) return err({ type: 'GroupNotFound', groupId })
  if (facts.recipientStanding === 'banned') return err({ type: 'RecipientBanned' })
  const admit = { groupId, memberId: recipientId, standing: standingFor(facts.group, facts) }
  return ok({ replayed: false, status: cell, from, admit })
}

/** Whether the action is the actor's by the invitation alone; `undefined`: only if they moderate the group. */
export function isOwnAction(
  action: AnswerAction,
  { inviterId, recipientId }: Pick<Invitation, 'inviterId' | 'recipientId'>,
  actor: InvitationActor,
): boolean | undefined {
  const memberId = fieldOf(actor, 'memberId')
  if (action !== 'withdraw') return memberId === recipientId
  const isNetwork = memberId === undefined
  return isNetwork || memberId === inviterId || undefined
}

/** The standing that accepting gives. An inviter who is gone admits nobody, even if a membership is left over. */
function standingFor(
  { admission }: Group,
  { inviterProfile, inviterStanding }: AnswerFacts,
): NewStanding['standing'] {
  if (admission === 'open') return 'member'
  return inviterProfile !== undefined && inviterStanding === 'moderator' ? 'member' : 'pending'
}
