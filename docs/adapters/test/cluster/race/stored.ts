import type { InvitationId, InvitationStatus, MemberId } from 'group-invitations'

/** What a store holds after a race. Of several shards: all their rows. */
export interface Stored {
  readonly claims: readonly Pick<InvitationRow, 'invitation_id' | 'recipient_id'>[]
  readonly invitations: readonly InvitationRow[]
  readonly deliveries: readonly { delivery_id: string; invitation_id: InvitationId }[]
  readonly memberships: readonly { member_id: MemberId; standing: string }[]
}

interface InvitationRow {
  invitation_id: InvitationId
  recipient_id: MemberId
  status: InvitationStatus | null
}

/** Gets it by SQL, which all our schemas understand. */
export async function storedBy(query: <Row>(sql: string) => Promise<Row[]>): Promise<Stored> {
  return {
    claims: await query('SELECT invitation_id, recipient_id FROM claims'),
    invitations: await query('SELECT invitation_id, recipient_id, status FROM invitations'),
    deliveries: await query('SELECT delivery_id, invitation_id FROM deliveries'),
    memberships: await query('SELECT member_id, standing FROM memberships'),
  }
}
