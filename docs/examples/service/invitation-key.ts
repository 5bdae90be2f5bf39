import { createHash } from 'node:crypto'
import type { InvitationId, MemberId } from 'group-invitations'

/**
 * The identifier under which a member's invitation is stored. Clients name their invitations as they like; the library's
 * identifiers are global. So each member has names of their own, and nobody can take the name of another.
 *
 * It is a hash: all members and names fit into an identifier, however long they are and whatever characters they have.
 */
export function keyOf(memberId: MemberId, name: string): InvitationId {
  // As JSON no two pairs are alike: `a.b` and `c` is not `a` and `b.c`.
  const pair = JSON.stringify([memberId, name])
  return createHash('sha256').update(pair).digest('base64url')
}
