import type {
  ContactRepository,
  MembershipRepository,
  Repositories,
  Standing,
} from 'group-invitations'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { standingsIn } from '../../shared/standings.js'
import type { Database } from '../database.js'
import { idIn, isOneOf } from '../keys.js'
import { standingOf } from '../roles.js'
import { communities, communityMembers, friendships, userBlocks, users } from '../schema.js'
import type { Flaw } from './flaw.js'

type Member = typeof communityMembers.$inferSelect

/** Memberships by rows and a mapping of one's own, the rows in the order of their keys. */
const membershipsBy =
  (rows: ReturnType<typeof and>, standing: (member: Member) => Standing | undefined) =>
  (database: Database, { memberships }: Repositories): { memberships: MembershipRepository } => ({
    memberships: {
      findGroupsOf: (memberId) => memberships.findGroupsOf(memberId),
      async findStandings(groupIds, memberIds) {
        const { communityId, userId, id } = communityMembers
        const found = await database
          .select()
          .from(communityMembers)
          .where(and(isOneOf(communityId, groupIds), isOneOf(userId, memberIds), rows))
          .orderBy(id)
        return standingsIn(
          found.flatMap((row) => {
            const held = standing(row)
            const [group_id, member_id] = [String(row.communityId), String(row.userId)]
            return held ? [{ group_id, member_id, standing: held }] : []
          }),
        )
      },
    },
  })

const isNotLeft = isNull(communityMembers.leftAt)

const membershipFlaws: readonly Flaw[] = [
  {
    flaw: 'an application counts as a membership',
    port: 'memberships',
    found: ['findStandings/pending'],
    over: membershipsBy(isNotLeft, (row) =>
      row.state === 'requested' ? 'member' : standingOf(row),
    ),
  },
  {
    flaw: 'an invitation of the earlier feature counts as an application',
    port: 'memberships',
    found: ['findStandings/other-roles'],
    over: membershipsBy(isNotLeft, (row) =>
      row.state === 'invited' ? 'pending' : standingOf(row),
    ),
  },
  {
    flaw: 'everybody with an active row is a member, whatever the role',
    port: 'memberships',
    found: ['findStandings/other-roles'],
    over: membershipsBy(
      isNotLeft,
      (row) => standingOf(row) ?? (row.state === 'active' ? 'member' : undefined),
    ),
  },
  {
    flaw: 'the state alone says that a membership has ended',
    port: 'memberships',
    found: ['findStandings/former', 'findStandings/other-roles', 'findStandings/former-banned'],
    over: membershipsBy(undefined, standingOf),
  },
  {
    flaw: 'the latest row counts, whatever its state',
    port: 'memberships',
    found: ['findStandings/back'],
    over: membershipsBy(
      sql`${communityMembers.id} = (SELECT max(latest.id) FROM community_members AS latest
            WHERE latest.community_id = ${communityMembers.communityId}
              AND latest.user_id = ${communityMembers.userId})`,
      (row) => (row.leftAt ? undefined : standingOf(row)),
    ),
  },
]

/** Contacts by pairs of one's own: the user, and the friend. */
const contactsBy =
  (find: (database: Database, memberId: string) => Promise<readonly string[]>) =>
  (database: Database): { contacts: ContactRepository } => ({
    contacts: {
      findContactsAmong: async (memberId, ids) =>
        new Set((await find(database, memberId)).filter((id) => ids.includes(id))),
      findContactsOf: (memberId) => find(database, memberId),
    },
  })

const { userLow, userHigh, status } = friendships

const contactFlaws: readonly Flaw[] = [
  {
    flaw: 'friends are looked for on one side of the pair',
    port: 'contacts',
    found: ['findContactsAmong/direct', 'findContactsOf/all'],
    over: contactsBy(async (database, memberId) => {
      const rows = await database
        .select({ friend: idIn(userHigh) })
        .from(friendships)
        .where(and(isOneOf(userLow, [memberId]), eq(status, 'accepted')))
      return rows.map(({ friend }) => friend)
    }),
  },
  {
    flaw: 'a row is a friendship, whatever its status',
    port: 'contacts',
    found: ['findContactsAmong/requests', 'findContactsAmong/former', 'findContactsOf/requests'],
    over: contactsBy(async (database, memberId) => {
      const rows = await database
        .select({ low: idIn(userLow), high: idIn(userHigh) })
        .from(friendships)
        .where(or(isOneOf(userLow, [memberId]), isOneOf(userHigh, [memberId])))
      return rows.map(({ low, high }) => (low === memberId ? high : low))
    }),
  },
  {
    flaw: 'keys are numbers',
    port: 'contacts',
    found: ['findContactsAmong/exact', 'findContactsAmong/items', 'findContactsOf/exact'],
    over: contactsBy(async (database, memberId) => {
      const key = Number(memberId)
      const rows = await database
        .select({ low: userLow, high: userHigh })
        .from(friendships)
        .where(
          and(
            sql`(${userLow}::float8 = ${key} OR ${userHigh}::float8 = ${key})`,
            eq(status, 'accepted'),
          ),
        )
      return rows.map(({ low, high }) => String(Number(low) === key ? Number(high) : Number(low)))
    }),
  },
]

/** A viewer whom nobody has blocked. */
const NOBODY_BLOCKS = '9223372036854775807'

const profileFlaws: readonly Flaw[] = [
  {
    flaw: 'users are joined without the filter on those who are gone',
    port: 'profiles',
    found: ['findProfiles/former'],
    over: (database) => ({
      profiles: {
        async findProfiles(memberIds) {
          const rows = await database.select().from(users).where(isOneOf(users.id, memberIds))
          const lists = { wants: [], haves: [], other: [] }
          return new Map(
            rows.map((row) => [String(row.id), { displayName: row.username, ...lists }]),
          )
        },
      },
    }),
  },
  {
    flaw: 'a block hides one of the two alone',
    port: 'profiles',
    found: ['findProfiles/hidden-from'],
    over: (database, { profiles }) => ({
      profiles: {
        async findProfiles(memberIds, viewerId) {
          const found = new Map(await profiles.findProfiles(memberIds, NOBODY_BLOCKS))
          const blockers = await database
            .select({ id: idIn(userBlocks.blockerId) })
            .from(userBlocks)
            .where(isOneOf(userBlocks.blockedId, [viewerId]))
          for (const { id } of blockers) found.delete(id)
          return found
        },
      },
    }),
  },
  {
    flaw: 'archived communities are found',
    port: 'groups',
    found: ['findGroups/former'],
    over: (database) => ({
      groups: {
        async findGroups(groupIds) {
          const rows = await database
            .select()
            .from(communities)
            .where(isOneOf(communities.id, groupIds))
          return new Map(rows.map((row) => [String(row.id), { name: row.title }]))
        },
      },
    }),
  },
]

export const readFlaws: readonly Flaw[] = [...membershipFlaws, ...contactFlaws, ...profileFlaws]
