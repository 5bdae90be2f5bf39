import { forInviter, type SendingError } from 'group-invitations'
import { messagesFor } from 'group-invitations/messages'

/** What the inviter reads if an invitation is not approved or not sent: a line for each reason, in their language. */
export function linesFor(error: SendingError, locale?: string): readonly string[] {
  return messagesFor(locale).reasons(forInviter(error))
}

/** The same error for the log: a line for each reason, with nothing removed. */
export function logLinesFor(error: SendingError): string[] {
  switch (error.type) {
    case 'InvitationDenied':
      return error.denials.map(({ type }) => `denied: ${type}`)
    case 'InvalidRequest':
      return error.issues.map(({ message }) => `invalid: ${message}`)
    case 'InvitationIdReused':
      return [`reused: ${error.invitationId}`]
    case 'DependencyFailed':
      return [`failed: ${error.dependency}.${error.operation}: ${String(error.cause)}`]
  }
}
