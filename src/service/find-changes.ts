import type { InvitationChange } from '../model/invitation-change.js'
import type { InvitationId } from '../model/invitation.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import { ask } from '../ports/asking.js'
import { checkChanges } from '../ports/check-changes.js'

/** Finds what became of invitations. Rejects with an outage. */
export function findChanges(
  answers: Pick<AnswerRepository, 'findChanges'>,
  invitationIds: readonly InvitationId[],
): Promise<ReadonlyMap<InvitationId, InvitationChange>> {
  return ask('answers', 'findChanges', () => answers.findChanges(invitationIds), checkChanges)
}
