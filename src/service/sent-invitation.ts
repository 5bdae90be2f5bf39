import { err, ok, type Result } from 'neverthrow'
import { deliveriesOf, type Delivery } from '../model/delivery.js'
import type { ContentFinding } from '../decision/denials.js'
import type { Invitation, InvitationId, InvitationRequest } from '../model/invitation.js'
import { isSameInvitation } from './same-invitation.js'

/**
 * An invitation that is stored, and whose deliveries are.
 *
 * @since 0.1.0
 */
export interface SentInvitation {
  readonly invitation: Invitation
  /**
   * The e-mail and the news item. They are stored: hand them to a queue only where nothing reads the store's outbox. A
   * replay tells them again, whatever has become of them.
   */
  readonly deliveries: readonly Delivery[]
  /** What could be better, in the rulebook's order. They are not stored: a replay has none. */
  readonly advisories: readonly ContentFinding[]
  /** Whether an earlier call had stored it, so that this one has done nothing. */
  readonly replayed: boolean
}

/**
 * The identifier belongs to an invitation of other content. Nothing was stored.
 *
 * @since 0.1.0
 */
export interface InvitationIdReused {
  readonly type: 'InvitationIdReused'
  readonly invitationId: InvitationId
}

/** What a stored invitation answers to a request that bears its identifier. */
export function replayOf(
  invitation: Invitation,
  request: InvitationRequest,
): Result<SentInvitation, InvitationIdReused> {
  const { invitationId } = invitation
  if (!isSameInvitation(invitation, request)) {
    return err({ type: 'InvitationIdReused', invitationId })
  }
  return ok({ invitation, deliveries: deliveriesOf(invitation), advisories: [], replayed: true })
}
