import type {
  CommitOutcome,
  Invitation,
  InvitationClaim,
  InvitationRecord,
  InvitationRepository,
} from 'group-invitations'
import { type KindOf, tryAgain } from './try-again.js'

/** What keeps a commit from being stored, all looked up at the same instant. What is absent is not in its way. */
export interface InTheWay {
  /** The invitation that was stored by the same identifier. */
  readonly invitation?: Invitation | undefined
  /** The claim of the pair that has not ended at `sentAt`. */
  readonly claim?: InvitationClaim | undefined
  /** When the whole burst of the inviter is free again, if the pace allows no more now. */
  readonly freeAt?: Date | undefined
}

/** Stores the whole record and returns `'stored'`, or stores nothing and returns what was in its way. */
export type CommitAttempt = (record: InvitationRecord) => Promise<'stored' | InTheWay>

/**
 * The frame of `commit`, the same for each store. An attempt is one atomic write. It stores the record only if nothing
 * has its identifier, its pair has no claim that is open, and the pace allows it: these conditions are part of the
 * write, because a look before it is old when the write comes. Who lost finds out who was first: the identifier is
 * looked at before the pair, and the pair before the pace, so that a retry finds its own invitation. After a conflict,
 * and if what was in the way has gone, the attempt is made again after a pause.
 */
export const commitBy =
  (attempt: CommitAttempt, kindOf: KindOf): InvitationRepository['commit'] =>
  (record) =>
    tryAgain(async () => {
      const stored = await attempt(record)
      return stored === 'stored' ? { type: 'Committed' } : denialBy(stored)
    }, kindOf)

function denialBy({ invitation, claim, freeAt }: InTheWay): CommitOutcome | undefined {
  if (invitation) return { type: 'IdTaken', invitation }
  if (claim) return { type: 'PairTaken', claim }
  return freeAt && { type: 'PaceTaken', freeAt }
}
