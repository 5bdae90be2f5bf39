import type { Repositories } from 'group-invitations'
import { ForeignAdapters } from './foreign-adapters.js'
import type { ForeignTables, Friendship, Role, Team, TeamUser } from './foreign-tables.js'

interface ForeignFlaw {
  readonly flaw: string
  readonly port: keyof Repositories
  /** The identifiers of all cases that fail. */
  readonly found: readonly string[]
  readonly Adapters: new (tables: ForeignTables) => ForeignAdapters
}

/** Adapters over the foreign tables, each wrong in one of its small steps. */
export const foreignFlaws: readonly ForeignFlaw[] = [
  {
    flaw: 'counts each role that it does not know as a member',
    port: 'memberships',
    found: ['findStandings/other-roles', 'findGroupsOf/other-roles'],
    Adapters: class extends ForeignAdapters {
      protected override standingOf(role: Role) {
        return super.standingOf(role) ?? 'member'
      }
    },
  },
  {
    flaw: 'counts those who have left as members',
    port: 'memberships',
    found: ['findStandings/other-roles', 'findGroupsOf/other-roles'],
    Adapters: class extends ForeignAdapters {
      protected override standingOf(role: Role) {
        return role === 'left' ? 'member' : super.standingOf(role)
      }
    },
  },
  {
    flaw: 'counts memberships that have ended',
    port: 'memberships',
    found: ['findStandings/former', 'findStandings/back', 'findGroupsOf/former'],
    Adapters: class extends ForeignAdapters {
      protected override isCurrent(_: TeamUser) {
        return true
      }
    },
  },
  {
    flaw: 'finds nobody again who has been a member before',
    port: 'memberships',
    found: ['findStandings/back', 'findGroupsOf/back'],
    Adapters: class extends ForeignAdapters {
      private before: ReadonlySet<string> | undefined
      protected override isCurrent({ teamId, userId }: TeamUser) {
        this.before ??= new Set(
          this.tables.teamUsers
            .filter((row) => row.endedAt)
            .map((row) => `${row.teamId} ${row.userId}`),
        )
        return !this.before.has(`${teamId} ${userId}`)
      }
    },
  },
  {
    flaw: 'finds members who are deleted',
    port: 'profiles',
    found: ['findProfiles/former'],
    Adapters: class extends ForeignAdapters {
      protected override isGone() {
        return false
      }
    },
  },
  {
    flaw: 'finds a deleted member through their own eyes',
    port: 'profiles',
    found: ['findProfiles/former'],
    Adapters: class extends ForeignAdapters {
      protected override isGone(user: { deletedAt: Date | null; id: bigint }, viewer: bigint) {
        return user.id !== viewer && super.isGone(user, viewer)
      }
    },
  },
  {
    flaw: 'shows a member to those from whom the member hides',
    port: 'profiles',
    found: ['findProfiles/hides'],
    Adapters: class extends ForeignAdapters {
      protected override isHidden(id: bigint, viewer: bigint) {
        return this.tables.blocks.some(([from, hidden]) => from === viewer && hidden === id)
      }
    },
  },
  {
    flaw: 'shows to those who hide the one from whom they hide',
    port: 'profiles',
    found: ['findProfiles/hidden-from'],
    Adapters: class extends ForeignAdapters {
      protected override isHidden(id: bigint, viewer: bigint) {
        return this.tables.blocks.some(([from, hidden]) => from === id && hidden === viewer)
      }
    },
  },
  {
    flaw: 'finds groups that are archived',
    port: 'groups',
    found: ['findGroups/former'],
    Adapters: class extends ForeignAdapters {
      protected override isArchived(_: Team) {
        return false
      }
    },
  },
  {
    flaw: 'looks for friends in one direction',
    port: 'contacts',
    found: [
      'findContactsAmong/direct',
      'findContactsAmong/requests',
      'findContactsAmong/former',
      'findContactsAmong/exact',
      'findContactsOf/all',
      'findContactsOf/requests',
      'findContactsOf/former',
      'findContactsOf/exact',
    ],
    Adapters: class extends ForeignAdapters {
      protected override isFriendship(row: Friendship, id: bigint) {
        return row.low === id && super.isFriendship(row, id)
      }
    },
  },
  {
    flaw: 'counts requests as contacts',
    port: 'contacts',
    found: ['findContactsAmong/requests', 'findContactsOf/requests'],
    Adapters: class extends ForeignAdapters {
      protected override isFriendship(row: Friendship, id: bigint) {
        return super.isFriendship({ ...row, acceptedAt: new Date(0) }, id)
      }
    },
  },
  {
    flaw: 'counts contacts that have ended',
    port: 'contacts',
    found: ['findContactsAmong/former', 'findContactsOf/former'],
    Adapters: class extends ForeignAdapters {
      protected override isFriendship(row: Friendship, id: bigint) {
        return super.isFriendship({ ...row, endedAt: null }, id)
      }
    },
  },
  {
    flaw: 'turns keys into numbers',
    port: 'contacts',
    found: [
      ...['direct', 'exact', 'former', 'items', 'many', 'requests'].map(
        (id) => `findContactsAmong/${id}`,
      ),
      ...['all', 'exact', 'former', 'many', 'requests'].map((id) => `findContactsOf/${id}`),
    ],
    Adapters: class extends ForeignAdapters {
      protected override friendsOf(id: bigint) {
        return super.friendsOf(id).map((key) => BigInt(Number(key)))
      }
    },
  },
  {
    flaw: 'joins identifiers by nothing',
    port: 'invitations',
    found: ['findClaims/exact', 'findRecentFingerprints/exact'],
    Adapters: class extends ForeignAdapters {
      protected override invitesFrom(inviterId: string) {
        const users = [...this.tables.users.keys()]
        const keys = new Set(users.map((id) => `${inviterId}${id}`))
        const invites = [...this.tables.invites.values()]
        return invites.filter(({ fromId, toId }) => keys.has(`${fromId}${toId}`))
      }
    },
  },
  {
    flaw: 'brings a membership back that has ended, and leaves its end where it is',
    port: 'answers',
    found: ['change/gives-back'],
    Adapters: class extends ForeignAdapters {
      protected override admit(teamId: bigint, userId: bigint) {
        const isBack = this.tables.teamUsers.some(
          (row) => row.teamId === teamId && row.userId === userId && row.endedAt,
        )
        return isBack ? ('member' as const) : super.admit(teamId, userId)
      }
    },
  },
  {
    flaw: 'adds a second row for someone who has another role',
    port: 'answers',
    found: ['change/gives-other-roles'],
    Adapters: class extends ForeignAdapters {
      protected override admit(teamId: bigint, userId: bigint) {
        const row = this.tables.teamUsers[this.tables.currentRow(teamId, userId)]
        const standing = row && this.standingOf(row.role)
        if (!standing) this.tables.addTeamUser({ teamId, userId, role: 'member', endedAt: null })
        return standing ?? 'member'
      }
    },
  },
  {
    flaw: 'has one row for a membership, and makes a moderator a member',
    port: 'answers',
    found: [
      ...['change/lowers-none', 'change/standing'],
      ...['change/race-joining', 'change/race-joining-two-instances'],
    ],
    Adapters: class extends ForeignAdapters {
      protected override admit(teamId: bigint, userId: bigint) {
        this.tables.setRole(teamId, userId, 'member')
        return 'member' as const
      }
    },
  },
]
