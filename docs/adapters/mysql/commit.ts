import type { InvitationRecord, InvitationRepository } from 'group-invitations'
import { commitBy, type InTheWay } from '../shared/commit.js'
import { leewayOf } from '../shared/leeway-of.js'
import { INVITATION, type InvitationRow, invitationIn } from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database, Statements } from './database.js'

/**
 * Looks first, since most of what is denied is denied by what was there before. What somebody has written since then,
 * the write runs into: it stores nothing, and the look of the next attempt finds it.
 */
export const committing = (database: Database): InvitationRepository['commit'] =>
  commitBy(async (record) => {
    const inTheWay = await findInTheWay(database, record)
    if (inTheWay.invitation ?? inTheWay.claim ?? inTheWay.freeAt) return inTheWay
    return database.transaction((statements) => store(statements, record))
  }, kindOf)

// One statement, so that identifier, pair and pace are looked up at the same instant.
const IN_THE_WAY = `
  SELECT ${INVITATION},
         held.invitation_id AS held_by, held.sent_at AS held_from, held.repeatable_at AS held_until,
         paces.free_at AS free_at
    FROM (SELECT 1) AS always
    LEFT JOIN invitations ON invitations.invitation_id = ?
    LEFT JOIN claims AS held
      ON held.inviter_id = ? AND held.recipient_id = ? AND held.repeatable_at > ?
    LEFT JOIN paces ON paces.inviter_id = ?`

type InTheWayRow = (InvitationRow | { invitation_id: null }) &
  ({ held_by: string; held_from: Date; held_until: Date } | { held_by: null }) & {
    free_at: number | null
  }

async function findInTheWay(database: Database, record: InvitationRecord): Promise<InTheWay> {
  const { invitationId, inviterId, recipientId, sentAt } = record.invitation
  const [row] = await database.find<InTheWayRow>(IN_THE_WAY, [
    invitationId,
    inviterId,
    recipientId,
    sentAt,
    inviterId,
  ])
  if (!row) throw new Error('The look at what is in the way returned no row')
  return {
    invitation: row.invitation_id === null ? undefined : invitationIn(row),
    claim:
      row.held_by === null
        ? undefined
        : { invitationId: row.held_by, sentAt: row.held_from, repeatableAt: row.held_until },
    freeAt:
      row.free_at !== null && isUsedUp(row.free_at, record) ? new Date(row.free_at) : undefined,
  }
}

/** Whether the pace allows no more now. */
function isUsedUp(freeAt: number, { invitation: { sentAt }, pace }: InvitationRecord): boolean {
  return pace !== undefined && freeAt - leewayOf(pace) > +sentAt
}

// Waits for another commit of the same pair, and then compares the claim that it has left.
const RENEW = `
  UPDATE claims SET invitation_id = ?, sent_at = ?, repeatable_at = ?
   WHERE inviter_id = ? AND recipient_id = ? AND repeatable_at <= ?`

const CLAIM = `
  INSERT INTO claims (invitation_id, sent_at, repeatable_at, inviter_id, recipient_id)
  VALUES (?, ?, ?, ?, ?)`

const INVITE = `
  INSERT INTO invitations (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at, group_id,
                           route, subject, text, reference_field, reference_entry, text_fingerprint)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const DELIVER = 'INSERT INTO deliveries (delivery_id, invitation_id, channel) VALUES ?'

// All take the rows in this order, so that none waits for another that waits for it. A claim that has not ended, or an
// identifier, that somebody else was first to write violates a key, which takes everything back.
async function store(
  statements: Statements,
  record: InvitationRecord,
): Promise<'stored' | InTheWay> {
  const { invitation, textFingerprint, deliveries } = record
  const { invitationId, inviterId, recipientId, sentAt, repeatableAt } = invitation
  if (!(await usePace(statements, record))) return {}
  const claim = [invitationId, sentAt, repeatableAt, inviterId, recipientId]
  if ((await statements.write(RENEW, [...claim, sentAt])) === 0)
    await statements.write(CLAIM, claim)
  await statements.write(INVITE, [
    invitationId,
    inviterId,
    recipientId,
    sentAt,
    repeatableAt,
    invitation.groupId,
    invitation.route,
    invitation.subject ?? null,
    invitation.text,
    invitation.reference?.field ?? null,
    invitation.reference?.entry ?? null,
    textFingerprint,
  ])
  await statements.write(DELIVER, [
    deliveries.map(({ deliveryId, channel }) => [deliveryId, invitationId, channel]),
  ])
  return 'stored'
}

/** Uses the pace for one more, and returns whether it allows that. The lock waits for other commits of the inviter. */
async function usePace(statements: Statements, record: InvitationRecord): Promise<boolean> {
  const { invitation, pace } = record
  if (!pace) return true
  const { inviterId, sentAt } = invitation
  const [used] = await statements.find<{ free_at: number }>(
    'SELECT free_at FROM paces WHERE inviter_id = ? FOR UPDATE',
    [inviterId],
  )
  if (!used) {
    const first = [+sentAt + pace.everyMs, inviterId]
    await statements.write('INSERT INTO paces (free_at, inviter_id) VALUES (?, ?)', first)
    return true
  }
  if (isUsedUp(used.free_at, record)) return false
  const next = [Math.max(used.free_at, +sentAt) + pace.everyMs, inviterId]
  await statements.write('UPDATE paces SET free_at = ? WHERE inviter_id = ?', next)
  return true
}
