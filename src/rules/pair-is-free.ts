import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate, InvitationId } from '../model/invitation.js'

/**
 * The inviter has invited this recipient, into whichever group, and the 6 months are not over (D5).
 *
 * @since 0.1.0
 */
export interface RateLimited6Months {
  readonly type: 'RateLimited6Months'
  /** The invitation that has taken the pair. */
  readonly invitationId: InvitationId
  readonly sentAt: Date
  /** When the pair is free again: refused before this instant, allowed at it. */
  readonly repeatableAt: Date
}

/**
 * Within 6 months a member may be invited only once by the same person (D5).
 *
 * What is taken is the directed pair of inviter and recipient: another group makes no difference, another inviter
 * is free, and so is the way back. The claim's start is not compared: one that begins only after `now`, by
 * another server's clock, refuses as well.
 */
export function pairIsFree(
  _candidate: InvitationCandidate,
  { claim, now }: CandidateFacts,
): RateLimited6Months | undefined {
  if (claim === undefined || now.getTime() >= claim.repeatableAt.getTime()) return undefined
  const { invitationId, sentAt, repeatableAt } = claim
  return { type: 'RateLimited6Months', invitationId, sentAt, repeatableAt }
}
