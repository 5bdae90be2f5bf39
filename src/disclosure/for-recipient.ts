import type { AcceptingError, ClosingError } from '../service/answer-service.js'
import type { DisclosedToRecipient } from './disclosed-to-recipient.js'

/**
 * Removes from an error of `accept`, `decline`, `received`, `optOut` or `optIn` what the recipient may not know.
 *
 * - `InvitationExpired`, `InvitationAccepted` and `RecipientBanned` are disclosed as they are, and so is `InvalidRequest`.
 * - An invitation that was withdrawn, is not there, or is somebody else's, and one whose group is gone, are one
 *   `InvitationGone`.
 * - `DependencyFailed` becomes `ServiceUnavailable`: its cause never leaves the service.
 *
 * @since 0.1.0
 */
export function forRecipient(error: AcceptingError | ClosingError): DisclosedToRecipient {
  const audience = 'recipient'
  switch (error.type) {
    case 'InvitationExpired':
      return { audience, type: error.type, repeatableAt: error.repeatableAt }
    case 'InvitationAccepted':
      return { audience, type: error.type, invitationId: error.invitationId }
    case 'RecipientBanned':
      return { audience, type: error.type }
    case 'InvalidRequest':
      return { audience, type: error.type, issues: error.issues }
    case 'InvitationWithdrawn':
    case 'InvitationNotFound':
    case 'GroupNotFound':
      return { audience, type: 'InvitationGone' }
    // Stryker disable next-line StringLiteral: every other type has the same result
    case 'DependencyFailed':
    default:
      return { audience, type: 'ServiceUnavailable' }
  }
}
