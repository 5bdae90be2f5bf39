import type { Invitation, InvitationRequest, ProfileReference } from '../model/invitation.js'

/** Whether a request asks for what the invitation is: the same people, group, route, words and reference. */
export function isSameInvitation(stored: Invitation, request: InvitationRequest): boolean {
  return (
    stored.inviterId === request.inviterId &&
    stored.recipientId === request.recipientId &&
    stored.groupId === request.groupId &&
    stored.route === request.route &&
    stored.subject === request.subject &&
    stored.text === request.text &&
    isSameReference(stored.reference, request.reference)
  )
}

function isSameReference(
  one: ProfileReference | undefined,
  other: ProfileReference | undefined,
): boolean {
  return one?.field === other?.field && one?.entry === other?.entry
}
