import type {
  Invitation,
  InvitationChange,
  InvitationClaim,
  InvitationStatus,
  ProfileField,
  Route,
} from 'group-invitations'

/** A `Date`, or milliseconds since 1970 where the store has no instants. */
type Instant = Date | number

export interface ClaimRow {
  invitation_id: string
  sent_at: Instant
  repeatable_at: Instant
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

/** The columns of an `InvitationRow`. */
export const INVITATION = `
  invitations.invitation_id, invitations.inviter_id, invitations.recipient_id, invitations.group_id,
  invitations.route, invitations.subject, invitations.text, invitations.reference_field,
  invitations.reference_entry, invitations.sent_at, invitations.repeatable_at`

/** An invitation that somebody has decided about. */
export type ChangeRow = { invitation_id: string; status: InvitationStatus; changed_at: Instant } & (
  | { changed_by_member: string; changed_by_network: null }
  | { changed_by_member: null; changed_by_network: string }
)

export const claimIn = (row: ClaimRow): InvitationClaim => ({
  invitationId: row.invitation_id,
  sentAt: new Date(row.sent_at),
  repeatableAt: new Date(row.repeatable_at),
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

export const changeIn = (row: ChangeRow): InvitationChange => ({
  invitationId: row.invitation_id,
  status: row.status,
  changedAt: new Date(row.changed_at),
  changedBy:
    row.changed_by_member === null
      ? { network: row.changed_by_network }
      : { memberId: row.changed_by_member },
})
