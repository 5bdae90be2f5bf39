import type { AnswerRepository, AnswerService, MemberId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'
import { withdrawOpen } from './removing-a-member.js'

/** The member is gone to everybody: no rule finds them, so nothing new is sent, and no message goes out. */
const PERSON = [
  'DELETE FROM members WHERE member_id = $1',
  'DELETE FROM memberships WHERE member_id = $1',
  'DELETE FROM contacts WHERE member_id = $1 OR contact_id = $1',
  // These may go because identifiers are never used again.
  'DELETE FROM blocks WHERE member_id = $1 OR blocked_id = $1',
  `DELETE FROM opt_outs WHERE member_id = $1 OR (scope = 'inviter' AND scope_id = $1)`,
  'DELETE FROM bounces WHERE member_id = $1',
  'DELETE FROM paces WHERE inviter_id = $1',
  `UPDATE invitations SET changed_by_member = NULL, changed_by_network = 'member-erased'
    WHERE changed_by_member = $1`,
]

const OF_MEMBER = 'inviter_id = $1 OR recipient_id = $1'

/**
 * What was written, by the member and to the member: it is about both. The empty text means that it was erased. The problem
 * of a dead letter may contain an address.
 */
const CONTENTS = [
  `UPDATE invitations
      SET text = '', subject = NULL, reference_field = NULL, reference_entry = NULL
    WHERE ${OF_MEMBER}`,
  ...['deliveries', 'dead_letters'].map(
    (table) =>
      `DELETE FROM ${table}
        WHERE invitation_id IN (SELECT invitation_id FROM invitations WHERE ${OF_MEMBER})`,
  ),
]

/**
 * Erases a member. Throws if a store fails: call it again then. Call it once more after a minute in any case, for what was
 * decided before and stored after.
 *
 * At once go the profile with its entries, and subject, text and reference of every invitation by or to the member. What may
 * be kept, and how long, says `forget`.
 */
export async function eraseMember(
  database: Database,
  service: AnswerService,
  answers: AnswerRepository,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): Promise<void> {
  for (const statement of PERSON) await database.query(statement, [memberId])
  for (const role of ['inviter', 'recipient'] as const) {
    await withdrawOpen(service, answers, { memberId, role, reason: 'member-erased', now })
  }
  for (const statement of CONTENTS) await database.query(statement, [memberId])
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Forgets what has served its purpose. Run it daily.
 *
 * - The fingerprint is kept for 30 days: it recognises copies, and contains no words.
 * - The claim, which is the pair and two instants, is kept until `repeatableAt`: it is the cooldown.
 * - The pace of an inviter is kept for a day after the whole burst is free again, since clocks differ.
 * - An invitation without a text is kept as long as its claim: the inviter's list shows it, and a retry finds it.
 */
export async function forget(database: Database, now: Date): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * DAY)
  await database.query('UPDATE invitations SET text_fingerprint = NULL WHERE sent_at < $1', [
    monthAgo,
  ])
  await database.query('DELETE FROM claims WHERE repeatable_at <= $1', [now])
  const dayAgo = new Date(now.getTime() - DAY)
  await database.query('DELETE FROM paces WHERE free_at <= $1', [dayAgo])
  await database.query(`DELETE FROM invitations WHERE text = '' AND repeatable_at <= $1`, [now])
}
