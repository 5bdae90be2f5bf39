import { idIn } from './keys.js'
import { claims, invitations } from './invitation-tables.js'

/** The columns of a `ClaimRow`. */
export const CLAIM = {
  invitation_id: claims.invitationId,
  sent_at: claims.sentAt,
  repeatable_at: claims.repeatableAt,
}

/** The columns of an `InvitationRow`. */
export const INVITATION = {
  invitation_id: invitations.invitationId,
  inviter_id: idIn(invitations.inviterId),
  recipient_id: idIn(invitations.recipientId),
  group_id: idIn(invitations.groupId),
  route: invitations.route,
  subject: invitations.subject,
  text: invitations.text,
  reference_field: invitations.referenceField,
  reference_entry: invitations.referenceEntry,
  sent_at: invitations.sentAt,
  repeatable_at: invitations.repeatableAt,
}

/** The columns of a `ChangeRow`, if the invitation has a change. */
export const CHANGE = {
  invitation_id: invitations.invitationId,
  status: invitations.status,
  changed_at: invitations.changedAt,
  changed_by_member: idIn(invitations.changedByMember),
  changed_by_network: invitations.changedByNetwork,
}
