import type {
  AnswerRepository,
  ChangeOutcome,
  ChangeRecord,
  InvitationChange,
  Standing,
} from 'group-invitations'
import { type KindOf, tryAgain } from './try-again.js'

/** What an answer that was not stored has found, all looked up at the same instant. */
export interface FoundByChange {
  /** What somebody has decided; absent: the invitation is open. */
  readonly change?: InvitationChange | undefined
  /** The standing of the member to admit; absent: there is none, or nobody is to be admitted. */
  readonly standing?: Standing | undefined
}

/**
 * Stores the change and the membership and returns `Changed`, or stores nothing and returns what it has found;
 * `undefined`: there is no such invitation.
 */
export type ChangeAttempt = (
  record: ChangeRecord,
) => Promise<Extract<ChangeOutcome, { type: 'Changed' }> | FoundByChange | undefined>

/**
 * The frame of `change`, the same for each store. An attempt is one atomic write of status and membership, whose
 * conditions are part of it: the status is one of `from`, and the member is not banned. Who lost finds out why. After a
 * conflict, and if the reason has gone, the attempt is made again after a pause.
 */
export const changeBy =
  (attempt: ChangeAttempt, kindOf: KindOf): AnswerRepository['change'] =>
  (record) =>
    tryAgain(async () => {
      const found = await attempt(record)
      if (!found) throw new Error(`There is no invitation '${record.change.invitationId}'`)
      return 'type' in found ? found : reasonIn(found, record)
    }, kindOf)

function reasonIn(
  { change, standing }: FoundByChange,
  { from }: ChangeRecord,
): ChangeOutcome | undefined {
  if (change && !from.includes(change.status)) return { type: 'NotChanged', change }
  return standing === 'banned' ? { type: 'NotAdmitted' } : undefined
}
