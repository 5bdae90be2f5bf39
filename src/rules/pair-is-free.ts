import type { InvitationCandidate, InvitationId } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The inviter has already invited this recipient, and the 6 months are not over (D5).
 *
 * The group makes no difference. Another inviter is free, and the recipient may invite the inviter.
 *
 * @since 0.1.0
 */
export interface RateLimited6Months {
  readonly type: 'RateLimited6Months'
  /** The earlier invitation. */
  readonly invitationId: InvitationId
  readonly sentAt: Date
  /** When the inviter may invite the recipient again: denied before this instant, allowed at it. */
  readonly repeatableAt: Date
}

/**
 * Within 6 months a member may be invited only once by the same person (D5).
 *
 * `sentAt` is not compared: by another server's clock it may be later than `now`.
 */
export function pairIsFree(
  _candidate: InvitationCandidate,
  { claim, now }: CandidateFacts,
): RateLimited6Months | undefined {
  if (claim === undefined || now.getTime() >= claim.repeatableAt.getTime()) return undefined
  // Copies of its dates, since the claim may be the store's own.
  return {
    type: 'RateLimited6Months',
    invitationId: claim.invitationId,
    sentAt: new Date(claim.sentAt),
    repeatableAt: new Date(claim.repeatableAt),
  }
}
