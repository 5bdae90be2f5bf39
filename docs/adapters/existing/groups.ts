import type { GroupRepository } from 'group-invitations'
import { and, isNull } from 'drizzle-orm'
import type { Database } from './database.js'
import { idIn, isOneOf } from './keys.js'
import { communities } from './schema.js'

const { slug, title, visibility, joinPolicy } = communities

export const groupsIn = (database: Database, site: string): GroupRepository => ({
  async findGroups(groupIds) {
    const rows = await database
      .select({ id: idIn(communities.id), slug, title, visibility, joinPolicy })
      .from(communities)
      .where(and(isOneOf(communities.id, groupIds), isNull(communities.archivedAt)))
    return new Map(
      rows
        .filter((row) => row.title.trim() !== '')
        .map((row) => [
          row.id,
          {
            name: row.title,
            url: `${site}/communities/${encodeURIComponent(row.slug)}`,
            // Old ones are `open` and private: only members find those, so not anybody may join.
            admission:
              row.joinPolicy === 'open' && row.visibility === 'public' ? 'open' : 'approval',
          },
        ]),
    )
  },
})
