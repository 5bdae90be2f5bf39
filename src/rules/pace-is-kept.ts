import type { InvitationCandidate } from '../model/invitation.js'
import { type Pace, retryAtOf } from '../model/pace.js'
import type { CandidateFacts } from './facts.js'

/**
 * The inviter has sent as many invitations as the pace of the options allows at once. It is this library's own, and denies
 * nothing without `options.pace`.
 *
 * @since 0.1.0
 */
export interface TooManyInvitations {
  readonly type: 'TooManyInvitations'
  /** When the inviter may send one more: denied before this instant, allowed at it. */
  readonly retryAt: Date
}

/** An inviter sends at most a burst at once, and then one every so often. This library's own rule. */
export function paceIsKept(
  _candidate: InvitationCandidate,
  { now, inviterFreeAt }: CandidateFacts,
  pace: Pace | undefined,
): TooManyInvitations | undefined {
  if (pace === undefined || inviterFreeAt === undefined) return undefined
  const retryAt = retryAtOf(inviterFreeAt, pace)
  // Of an instant at the beginning of time it is no valid date, and later than nothing.
  return retryAt > now ? { type: 'TooManyInvitations', retryAt } : undefined
}
