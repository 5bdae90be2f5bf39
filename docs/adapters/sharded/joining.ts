import type { MembershipService } from '../../examples/joining-worker.js'
import { kindOf } from '../postgres/conflicts.js'
import type { Database } from '../postgres/database.js'
import { tryAgain } from '../shared/try-again.js'

// One statement is one transaction: who has left since, or was banned, is not brought back by the same invitation.
const JOIN = `
  WITH first AS (
    INSERT INTO joined (invitation_id) VALUES ($4) ON CONFLICT DO NOTHING RETURNING invitation_id
  )
  INSERT INTO memberships AS held (group_id, member_id, standing)
  SELECT $1, $2, $3 FROM first
      ON CONFLICT (group_id, member_id) DO UPDATE
     SET standing = excluded.standing
   WHERE held.standing = 'pending'`

/** Where `joinAll` brings those who have accepted on one server of invitations. */
export const membershipServiceIn = (network: Database): MembershipService => ({
  async join({ groupId, memberId, standing }, invitationId) {
    await tryAgain(() => network.query(JOIN, [groupId, memberId, standing, invitationId]), kindOf)
  },
})
