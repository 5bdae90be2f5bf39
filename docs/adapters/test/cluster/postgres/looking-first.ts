import type { InvitationRepository } from 'group-invitations'
import type { Opened } from '../race/entry.js'
import { open as openGuarded } from './open.js'
import { followPrimary } from './follow-primary.js'

/** As an adapter must not be, to see that the race finds it out: it looks for a claim, and then replaces what is there. */
export async function open(address: string, connections: number): Promise<Opened> {
  const guarded = await openGuarded(address, connections)
  const { database, close } = followPrimary(address.split(','), { max: connections })
  const { invitations } = guarded.repositories
  const commit: InvitationRepository['commit'] = async (record) => {
    const { inviterId, recipientId } = record.invitation
    const claims = await invitations.findClaims(inviterId, [recipientId])
    if (!claims.has(recipientId)) {
      await database.query('DELETE FROM claims WHERE inviter_id = $1 AND recipient_id = $2', [
        inviterId,
        recipientId,
      ])
    }
    return invitations.commit(record)
  }
  return {
    ...guarded,
    repositories: { ...guarded.repositories, invitations: { ...invitations, commit } },
    close: async () => {
      await close()
      await guarded.close()
    },
  }
}
