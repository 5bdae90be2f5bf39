import type { Invitation, InvitationClaim, ProfileField, Route } from 'group-invitations'

export interface ClaimRow {
  invitation_id: string
  sent_at: Date
  repeatable_at: Date
}

export interface InvitationRow extends ClaimRow {
  inviter_id: string
  recipient_id: string
  group_id: string
  route: Route
  subject: string | null
  text: string
  reference_field: ProfileField | null
  reference_entry: string | null
}

export const claimIn = (row: ClaimRow): InvitationClaim => ({
  invitationId: row.invitation_id,
  sentAt: row.sent_at,
  repeatableAt: row.repeatable_at,
})

export const invitationIn = (row: InvitationRow): Invitation => ({
  ...claimIn(row),
  inviterId: row.inviter_id,
  recipientId: row.recipient_id,
  groupId: row.group_id,
  route: row.route,
  subject: row.subject ?? undefined,
  text: row.text,
  reference:
    row.reference_field !== null && row.reference_entry !== null
      ? { field: row.reference_field, entry: row.reference_entry }
      : undefined,
})
