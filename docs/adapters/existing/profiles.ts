import type { MemberProfile, ProfileRepository } from 'group-invitations'
import { and, eq, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.js'
import { idIn, isOneOf, keyOf } from './keys.js'
import { profileInterests, userBlocks, users } from './schema.js'

const { username, firstName, lastName, language } = users
const { kind, label, position } = profileInterests

export const profilesIn = (database: Database, site: string): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const viewer = keyOf(viewerId)
    if (viewer === undefined) return new Map()
    const rows = await database
      .select({ id: idIn(users.id), username, firstName, lastName, language, kind, label })
      .from(users)
      .leftJoin(profileInterests, eq(profileInterests.userId, users.id))
      .where(and(isOneOf(users.id, memberIds), isThere, notExists(blockBetween(database, viewer))))
      .orderBy(users.id, position)
    // A row for each entry, and one for a user without entries.
    const profiles = new Map<string, MemberProfile & Entries>()
    for (const row of rows) {
      const profile = profiles.get(row.id) ?? profileIn(row, site)
      if (row.kind !== null && row.label !== null) profile[FIELDS[row.kind]].push(row.label)
      profiles.set(row.id, profile)
    }
    return profiles
  },
})

const isThere = and(isNull(users.deletedAt), isNull(users.suspendedAt))

/** In either direction. */
function blockBetween(database: Database, viewer: bigint) {
  const { blockerId, blockedId } = userBlocks
  const isBetween = (blocker: SQL | bigint, blocked: SQL | bigint) =>
    sql`(${blockerId} = ${blocker} and ${blockedId} = ${blocked})`
  const user = sql`${users.id}`
  return database
    .select({ blockerId })
    .from(userBlocks)
    .where(or(isBetween(user, viewer), isBetween(viewer, user)))
}

const FIELDS = { seeking: 'wants', offering: 'haves', other: 'other' } as const

type Entries = Readonly<Record<(typeof FIELDS)[keyof typeof FIELDS], string[]>>

type User = Pick<typeof users.$inferSelect, 'username' | 'firstName' | 'lastName' | 'language'>

/** The network has no display names. Old accounts have no names at all, or empty ones. */
function profileIn(user: User, site: string): MemberProfile & Entries {
  const [givenName, familyName] = [user.firstName, user.lastName].map(
    (name) => name?.trim() || undefined,
  )
  return {
    displayName: [givenName, familyName].filter(Boolean).join(' ') || user.username,
    givenName,
    familyName,
    locale: user.language || undefined,
    wants: [],
    haves: [],
    other: [],
    url: `${site}/people/${encodeURIComponent(user.username)}`,
  }
}
