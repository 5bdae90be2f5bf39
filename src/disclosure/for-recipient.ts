import type { AcceptingError, ClosingError } from '../service/answer-service.js'
import { disclosedIssues } from './disclosed-issues.js'
import type { DisclosedToRecipient } from './disclosed-to-recipient.js'

/**
 * Removes from an error of `accept`, `decline`, `received`, `optOut` or `optIn` what the recipient may not know.
 *
 * - `InvitationExpired`, `InvitationAccepted` and `RecipientBanned` are disclosed as they are, and so is `InvalidRequest`.
 * - An invitation that was withdrawn, whose group is gone, that does not exist or is somebody else's: each is the same
 *   `InvitationGone`.
 * - `DependencyFailed` becomes `ServiceUnavailable`: its cause never leaves the service. So does an error of another type, as
 *   JavaScript can bring it.
 *
 * What is returned has the fields of its type alone. The errors of `withdraw` and `sent` are for `forInviter`: their types
 * are among these, but the words for the recipient are not theirs.
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
      return { audience, type: error.type, issues: disclosedIssues(error) }
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
