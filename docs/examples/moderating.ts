import type { InvitationId, Sanction } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'

/** What a person sees of a complaint: words, no people. */
export interface OpenComplaint {
  readonly invitationId: InvitationId
  readonly ground: 'rules' | 'law'
  /** Masked, like the quotation. */
  readonly explanation: string
  /** Subject and text, masked. `undefined`: they were erased, or one of the two members is gone. */
  readonly quotation: string | undefined
  /** What the screener of the library finds or suspects in the text. Most complaints are about something else. */
  readonly categories: readonly string[]
  /** What the network's rules provide for, if the screener is sure and right (D12). The person decides that. */
  readonly sanction: Sanction | undefined
  /** How many complaints about this inviter were upheld. */
  readonly upheldBefore: number
  readonly complainedAt: Date
}

interface OpenRow {
  invitation_id: string
  ground: 'rules' | 'law'
  explanation: string
  quotation: string | null
  categories: string[]
  sanction: Sanction | null
  upheld_before: number
  complained_at: Date
}

/** The queue, the oldest first. */
export async function findOpen(database: Database, limit = 50): Promise<readonly OpenComplaint[]> {
  const { rows } = await database.query<OpenRow>(
    `SELECT invitation_id, ground, explanation, quotation, categories, sanction, complained_at,
            (SELECT count(*)::integer FROM complaints AS earlier
              WHERE earlier.inviter_id = complaints.inviter_id AND earlier.measure <> 'None') AS upheld_before
       FROM complaints
      WHERE measure IS NULL
      ORDER BY complained_at, invitation_id
      LIMIT $1`,
    [limit],
  )
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    ground: row.ground,
    explanation: row.explanation,
    quotation: row.quotation ?? undefined,
    categories: row.categories,
    sanction: row.sanction ?? undefined,
    upheldBefore: row.upheld_before,
    complainedAt: row.complained_at,
  }))
}

/** What a person decides. `None` dismisses the complaint. A `Freeze` withdraws nothing, the other two the invitation. */
export type Measure =
  | { readonly measure: 'None' | 'Withdrawal' | 'AccessDeletion' }
  | { readonly measure: 'Freeze'; readonly frozenUntil: Date }

export type Decision = Measure & {
  readonly invitationId: InvitationId
  /** The rule of the network, or the law, by its place: "Rules of inviting, 3". */
  readonly provision: string
  /** The facts, and why. The inviter reads it: no name, no quotation, nothing of the complaint. */
  readonly reason: string
  /** The member of staff. */
  readonly decidedBy: string
}

/** Stores a decision. Returns whether it counts: the first one does, also of two at once. */
export async function decideComplaint(
  database: Database,
  decision: Decision,
  now: Date,
): Promise<boolean> {
  const { invitationId, measure, provision, reason, decidedBy } = decision
  if (reason.trim() === '' || provision.trim() === '') throw new TypeError('A reason is missing')
  const { rows } = await database.query(
    `UPDATE complaints
        SET measure = $2, frozen_until = $3, provision = $4, reason = $5, decided_by = $6, decided_at = $7
      WHERE invitation_id = $1 AND measure IS NULL
    RETURNING invitation_id`,
    [
      ...[invitationId, measure, measure === 'Freeze' ? decision.frozenUntil : null],
      ...[provision, reason, decidedBy, now],
    ],
  )
  return rows.length > 0
}
