import type { CommitOutcome, InvitationRecord, InvitationRepository } from 'group-invitations'
import { atomically, type Database, rowsOf } from './database.js'
import { type ClaimRow, claimIn, type InvitationRow, invitationIn } from './rows.js'

interface PaceRow {
  readonly free_at: number
}

const FIND_FREE_AT = 'SELECT free_at FROM paces WHERE inviter_id = ?'

export function invitationsIn(database: Database): InvitationRepository {
  const findClaims = database.prepare(
    `SELECT * FROM claims WHERE inviter_id = ? AND recipient_id IN (SELECT value FROM json_each(?))`,
  )
  const findRecentFingerprints = database.prepare(
    `SELECT recipient_id AS recipientId, text_fingerprint AS textFingerprint FROM invitations
      WHERE inviter_id = ? AND sent_at >= ? AND text_fingerprint IS NOT NULL
      ORDER BY sent_at DESC LIMIT ?`,
  )
  const findFreeAt = database.prepare(FIND_FREE_AT)
  const findInvitation = database.prepare('SELECT * FROM invitations WHERE invitation_id = ?')
  const commit = committing(database)
  return {
    findClaims: (inviterId, recipientIds) =>
      new Map(
        rowsOf<ClaimRow>(findClaims, inviterId, JSON.stringify(recipientIds)).map((row) => [
          row.recipient_id,
          claimIn(row),
        ]),
      ),
    findRecentFingerprints: (inviterId, since, limit) =>
      rowsOf<{ recipientId: string; textFingerprint: string }>(
        findRecentFingerprints,
        inviterId,
        +since,
        limit,
      ),
    findFreeAt(inviterId) {
      const [row] = rowsOf<PaceRow>(findFreeAt, inviterId)
      return row && new Date(row.free_at)
    },
    findInvitation(invitationId) {
      const [row] = rowsOf<InvitationRow>(findInvitation, invitationId)
      return row && invitationIn(row)
    },
    commit: (record) => atomically(database, () => commit(record)),
  }
}

/** To be called in a transaction. */
function committing(database: Database): (record: InvitationRecord) => CommitOutcome {
  const findInvitation = database.prepare('SELECT * FROM invitations WHERE invitation_id = ?')
  const findClaim = database.prepare(
    'SELECT * FROM claims WHERE inviter_id = ? AND recipient_id = ? AND repeatable_at > ?',
  )
  const findFreeAt = database.prepare(FIND_FREE_AT)
  const setFreeAt = database.prepare(
    'INSERT OR REPLACE INTO paces (inviter_id, free_at) VALUES (?, ?)',
  )
  const addClaim = database.prepare(
    `INSERT OR REPLACE INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
     VALUES (?, ?, ?, ?, ?)`,
  )
  const addInvitation = database.prepare(
    `INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, subject, text,
                              reference_field, reference_entry, text_fingerprint, sent_at, repeatable_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addDelivery = database.prepare(
    'INSERT INTO deliveries (delivery_id, invitation_id, channel) VALUES (?, ?, ?)',
  )
  return ({ invitation, textFingerprint, deliveries, pace }) => {
    const { invitationId, inviterId, recipientId, sentAt, repeatableAt } = invitation
    const [stored] = rowsOf<InvitationRow>(findInvitation, invitationId)
    if (stored) return { type: 'IdTaken', invitation: invitationIn(stored) }
    const [held] = rowsOf<ClaimRow>(findClaim, inviterId, recipientId, +sentAt)
    if (held) return { type: 'PairTaken', claim: claimIn(held) }
    if (pace) {
      const { burst, everyMs } = pace
      const [used] = rowsOf<PaceRow>(findFreeAt, inviterId)
      const freeAt = Math.max(used?.free_at ?? +sentAt, +sentAt)
      if (freeAt - (burst - 1) * everyMs > +sentAt)
        return { type: 'PaceTaken', freeAt: new Date(freeAt) }
      setFreeAt.run(inviterId, freeAt + everyMs)
    }
    addClaim.run(inviterId, recipientId, invitationId, +sentAt, +repeatableAt)
    addInvitation.run(
      invitationId,
      inviterId,
      recipientId,
      invitation.groupId,
      invitation.route,
      invitation.subject ?? null,
      invitation.text,
      invitation.reference?.field ?? null,
      invitation.reference?.entry ?? null,
      textFingerprint,
      +sentAt,
      +repeatableAt,
    )
    for (const { deliveryId, channel } of deliveries)
      addDelivery.run(deliveryId, invitationId, channel)
    return { type: 'Committed' }
  }
}
