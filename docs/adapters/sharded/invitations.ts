import type { Invitation, InvitationId, InvitationRepository } from 'group-invitations'
import type { Database } from '../postgres/database.js'
import { invitationsIn } from '../postgres/invitations.js'
import { bucketIn, bucketOf, type Shards } from './shards.js'

/**
 * All that `commit` writes belongs to the inviter, so it is one statement on one server. What an identifier of `keyIn`
 * promises, no look can: a bare one is looked for on the other servers first, and two inviters who use the same one at
 * the same instant may both be stored.
 */
export function shardedInvitations(shards: Shards): InvitationRepository {
  const inviter = (inviterId: string) => invitationsIn(shards.of(inviterId))
  return {
    findClaims: (inviterId, recipientIds) => inviter(inviterId).findClaims(inviterId, recipientIds),
    findRecentFingerprints: (inviterId, since, limit) =>
      inviter(inviterId).findRecentFingerprints(inviterId, since, limit),
    findFreeAt: (inviterId) => invitationsIn(shards.of(inviterId)).findFreeAt?.(inviterId),
    findInvitation: (invitationId) =>
      findInvitation(shards.withInvitation(invitationId), invitationId),
    async commit(record) {
      const { invitationId, inviterId } = record.invitation
      const bucket = bucketIn(invitationId)
      if (bucket !== undefined && bucket !== bucketOf(inviterId)) {
        throw new Error(`The identifier '${invitationId}' is that of another inviter`)
      }
      const home = shards.of(inviterId)
      const others = shards.withInvitation(invitationId).filter((database) => database !== home)
      const invitation = await findInvitation(others, invitationId)
      return invitation ? { type: 'IdTaken', invitation } : invitationsIn(home).commit(record)
    },
  }
}

/** Asks these servers at once. */
export async function findInvitation(
  databases: readonly Database[],
  invitationId: InvitationId,
): Promise<Invitation | undefined> {
  const found = await Promise.all(
    databases.map(async (database) => invitationsIn(database).findInvitation(invitationId)),
  )
  return found.find((invitation) => invitation !== undefined)
}
