import type { ProfileRepository, Repositories } from 'group-invitations'
import type { Database } from '../adapters/sqlite/database.js'
import { findByLists } from '../adapters/sqlite/lists.js'
import { repositoriesIn } from '../adapters/sqlite/repositories.js'

/** A table of members of your own, with integer keys. */
export const USERS = 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)'

// A key has one identifier alone. CAST reads '02' as 2, so it is cast back: '02' is nobody.
const FIND_USERS = `
  SELECT asked.value AS member_id, users.name AS display_name
    FROM json_each(?1) AS asked
    JOIN users ON users.id = CAST(asked.value AS INTEGER) AND CAST(users.id AS TEXT) = asked.value
   WHERE NOT EXISTS (
           SELECT 1 FROM blocks
            WHERE (member_id = asked.value AND blocked_id = ?2)
               OR (member_id = ?2 AND blocked_id = asked.value))`

interface UserRow {
  member_id: string
  display_name: string
}

export const usersIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const rows = await findByLists<UserRow>(database, FIND_USERS, [memberIds], viewerId)
    return new Map(
      rows.map(({ member_id, display_name: displayName }) => [
        member_id,
        { displayName, wants: [], haves: [], other: [] },
      ]),
    )
  },
})

/** As `repositoriesIn`, with the profiles of `users`. */
export const repositoriesWithUsers = (database: Database): Repositories => ({
  ...repositoriesIn(database),
  profiles: usersIn(database),
})
