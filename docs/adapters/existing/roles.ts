import type { Standing } from 'group-invitations'
import { and, inArray, isNull } from 'drizzle-orm'
import { communityMembers } from './schema.js'

type Member = typeof communityMembers.$inferSelect
type Role = Member['role']

/** Who decides on applications is a moderator, who may post is a member. Others can still be invited. */
const STANDINGS: { readonly [role in Role]: 'member' | 'moderator' | undefined } = {
  owner: 'moderator',
  admin: 'moderator',
  // Writes articles, and decides on nobody.
  editor: 'member',
  subscriber: 'member',
  // Reads along, and is no member.
  follower: undefined,
  // A program.
  integration: undefined,
}

/** What an accepted invitation makes of a user. */
export const NEW_ROLE: Role = 'subscriber'

/** A row that counts: at most one for each community and user, by the index of migration.sql. */
export const isCurrent = and(
  isNull(communityMembers.leftAt),
  inArray(communityMembers.state, ['requested', 'active', 'blocked']),
)

/** The standing of a current row. An `invited` row is none: it says what others want. */
export function standingOf({ role, state }: Pick<Member, 'role' | 'state'>): Standing | undefined {
  if (state === 'blocked') return 'banned'
  if (state === 'requested') return 'pending'
  return state === 'active' ? STANDINGS[role] : undefined
}

export const ROLES_INSIDE = communityMembers.role.enumValues.filter((role) => STANDINGS[role])
