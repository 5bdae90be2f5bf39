import { err, ok, type Result } from 'neverthrow'
import type { ContentFinding } from '../decision/denials.js'
import { deliveriesOf, type Delivery } from '../model/delivery.js'
import type { Invitation, InvitationId, InvitationRequest } from '../model/invitation.js'
import { isSameInvitation } from './is-same-invitation.js'

/**
 * An invitation that is stored together with its deliveries.
 *
 * @since 0.1.0
 */
export interface SentInvitation {
  readonly invitation: Invitation
  /**
   * The e-mail and the news item, which are stored. If a relay reads them from the store, ignore this list; otherwise
   * put them on a queue. A replay has them again, whatever has become of them.
   */
  readonly deliveries: readonly Delivery[]
  /** What could be better, in the rulebook's order. Advisories are not stored: a replay has none. */
  readonly advisories: readonly ContentFinding[]
  /** Whether an earlier call had stored it, so that this call wrote nothing. */
  readonly replayed: boolean
}

/**
 * The identifier belongs to an invitation with other content. Nothing was stored.
 *
 * @since 0.1.0
 */
export interface InvitationIdReused {
  readonly type: 'InvitationIdReused'
  readonly invitationId: InvitationId
}

/** The result for a request whose identifier is that of a stored invitation. */
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
