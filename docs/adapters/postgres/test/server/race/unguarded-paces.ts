import type { InvitationRepository, Pace } from 'group-invitations'
import type { Pool } from 'pg'
import { invitationsIn } from '../../../invitations.js'

// Adapters as they must not be, to see that the race finds them out.

const SET = `INSERT INTO paces VALUES ($1, $2)
                 ON CONFLICT (inviter_id) DO UPDATE SET free_at = excluded.free_at`

/** Looks at the pace, and then writes what follows. */
export function lookingFirst(pool: Pool): InvitationRepository {
  const invitations = invitationsIn(pool)
  return {
    ...invitations,
    async commit({ pace, ...record }) {
      const { inviterId, sentAt } = record.invitation
      const freeAt = (await invitations.findFreeAt?.(inviterId)) ?? sentAt
      if (pace && +freeAt - leewayOf(pace) > +sentAt) return { type: 'PaceTaken', freeAt }
      const outcome = await invitations.commit(record)
      if (pace && outcome.type === 'Committed') {
        const used = Math.max(+freeAt, +sentAt) + pace.everyMs
        await pool.query(SET, [inviterId, new Date(used)])
      }
      return outcome
    },
  }
}

/** Lets the database decide about the pace, in a write of its own before the outcome is known. */
export function chargingFirst(pool: Pool): InvitationRepository {
  const invitations = invitationsIn(pool)
  return {
    ...invitations,
    async commit({ pace, ...record }) {
      const { inviterId, sentAt } = record.invitation
      if (pace) {
        const { rows } = await pool.query(
          `INSERT INTO paces AS held
           VALUES ($1, $2::timestamptz + $3::float8 * interval '1 millisecond')
               ON CONFLICT (inviter_id) DO UPDATE
              SET free_at = greatest(held.free_at, $2) + $3::float8 * interval '1 millisecond'
            WHERE held.free_at <= $4
           RETURNING free_at`,
          [inviterId, sentAt, pace.everyMs, new Date(+sentAt + leewayOf(pace))],
        )
        const freeAt = rows.length === 0 && (await invitations.findFreeAt?.(inviterId))
        if (freeAt) return { type: 'PaceTaken', freeAt }
      }
      return invitations.commit(record)
    },
  }
}

const leewayOf = ({ burst, everyMs }: Pace) => (burst - 1) * everyMs
