import type { Invitation, InvitationRequest } from '../model/invitation.js'

/**
 * Whether a request has the content of a stored invitation: the same people, group, route, subject, text and reference.
 *
 * For services that do their own writing: compare the approval's `request`, whose draft is normalised.
 *
 * @since 0.1.0
 */
export function isSameInvitation(stored: Invitation, request: InvitationRequest): boolean {
  return (
    stored.inviterId === request.inviterId &&
    stored.recipientId === request.recipientId &&
    stored.groupId === request.groupId &&
    stored.route === request.route &&
    stored.subject === request.subject &&
    stored.text === request.text &&
    stored.reference?.field === request.reference?.field &&
    stored.reference?.entry === request.reference?.entry
  )
}
