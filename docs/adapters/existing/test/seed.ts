import type { Standing } from 'group-invitations'
import type { SeedDecoys, SeedGroup, SeedNetwork } from 'group-invitations/testing'
import { sql } from 'drizzle-orm'
import type { Database } from '../database.js'

type Row = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

const PAST = '2024-03-10T02:30:00.000Z'

/** Writes a network and its decoys into the tables, as the network's own code has written them over the years. */
export async function seed(
  database: Database,
  network: SeedNetwork,
  decoys: SeedDecoys,
): Promise<void> {
  const fill = async (table: string, rows: readonly Row[]) => {
    if (rows.length === 0) return
    const columns = sql.join(
      Object.keys(rows[0] ?? {}).map((column) => sql.identifier(column)),
      sql`, `,
    )
    const name = sql.identifier(table)
    await database.execute(
      sql`INSERT INTO ${name} (${columns})
          SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::json)`,
    )
  }
  await fill('users', usersOf(network, decoys))
  await fill('profile_interests', network.members.flatMap(interestsOf))
  await fill('notification_settings', network.members.flatMap(settingsOf))
  await fill(
    'user_blocks',
    (network.blocks ?? []).map(([blocker_id, blocked_id]) => ({ blocker_id, blocked_id })),
  )
  await fill('friendships', [
    ...network.contacts.map((pair, at) => friendshipOf(pair, 'accepted', at)),
    ...decoys.contactRequests.map((pair) => friendshipOf(pair, 'requested', 0)),
    ...decoys.formerContacts.map((pair, at) => friendshipOf(pair, 'ended', at)),
  ])
  await fill('communities', [
    ...network.groups.map((group) => communityOf(group, null)),
    ...decoys.formerGroups.map((group) => communityOf(group, PAST)),
  ])
  // Accounts were merged: what has ended is not always older, by its key, than what has not.
  const ended = endedOf(decoys)
  await fill('community_members', [
    ...ended.filter((_, at) => at % 2 === 0),
    ...currentOf(network),
    ...ended.filter((_, at) => at % 2 !== 0),
    ...othersOf(decoys),
  ])
  await fill(
    'invitations',
    network.invitations.map((invitation) => ({
      invitation_id: invitation.invitationId,
      inviter_id: invitation.inviterId,
      recipient_id: invitation.recipientId,
      group_id: invitation.groupId,
      route: invitation.route,
      subject: invitation.subject ?? null,
      text: invitation.text,
      reference_field: invitation.reference?.field ?? null,
      reference_entry: invitation.reference?.entry ?? null,
      text_fingerprint: invitation.textFingerprint ?? null,
      sent_at: invitation.sentAt,
      repeatable_at: invitation.repeatableAt,
    })),
  )
  await database.execute(sql`
    INSERT INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
    SELECT DISTINCT ON (inviter_id, recipient_id) inviter_id, recipient_id, invitation_id, sent_at, repeatable_at
      FROM invitations
     ORDER BY inviter_id, recipient_id, repeatable_at DESC`)
}

function usersOf({ members }: SeedNetwork, { formerMembers }: SeedDecoys): readonly Row[] {
  const userOf = ({ memberId, displayName, locale }: SeedNetwork['members'][number]): Row => {
    const [first_name, ...rest] = displayName.split(' ')
    return {
      id: memberId,
      username: `user-${memberId}`,
      email: `user-${memberId}@network.example`,
      first_name,
      last_name: rest.join(' '),
      language: locale ?? null,
      deleted_at: null,
      suspended_at: null,
    }
  }
  return [
    ...members.map(userOf),
    // Deleted and suspended ones in turn.
    ...formerMembers.map((member, at) => ({
      ...userOf(member),
      [at % 2 === 0 ? 'suspended_at' : 'deleted_at']: PAST,
    })),
  ]
}

function interestsOf(member: SeedNetwork['members'][number]): readonly Row[] {
  const rows = (kind: string, labels: readonly string[] = []) =>
    labels.map((label, position) => ({ user_id: member.memberId, kind, position, label }))
  // Later positions first: the order of the rows is not theirs.
  return [
    ...rows('other', member.other),
    ...rows('offering', member.haves),
    ...rows('seeking', member.wants),
  ].reverse()
}

/** Some users have a row of defaults, others have none. */
function settingsOf(member: SeedNetwork['members'][number], at: number): readonly Row[] {
  if (!member.optedOut && at % 2 === 0) return []
  return [{ user_id: member.memberId, community_invites: !member.optedOut }]
}

function friendshipOf([one, other]: readonly [string, string], status: string, at: number): Row {
  const isOrdered = BigInt(one) < BigInt(other)
  return {
    user_low: isOrdered ? one : other,
    user_high: isOrdered ? other : one,
    requested_by: at % 2 === 0 ? one : other,
    status,
  }
}

const communityOf = ({ groupId, name, admission }: SeedGroup, archived_at: string | null): Row => ({
  id: groupId,
  slug: `community-${groupId}`,
  title: name,
  join_policy: admission === 'open' ? 'open' : 'request',
  archived_at,
})

const memberOf = (community_id: string, user_id: string, role: string, state: string): Row => ({
  community_id,
  user_id,
  role,
  state,
  left_at: null,
})

const MODERATORS = ['owner', 'admin']
const MEMBERS = ['subscriber', 'editor']

function rowOf(groupId: string, memberId: string, standing: Standing, at: number): Row {
  const [moderator = '', member = ''] = [MODERATORS, MEMBERS].map((roles) => roles[at % 2] ?? '')
  switch (standing) {
    case 'moderator':
      return memberOf(groupId, memberId, moderator, 'active')
    case 'member':
      return memberOf(groupId, memberId, member, 'active')
    case 'pending':
      return memberOf(groupId, memberId, 'subscriber', 'requested')
    case 'banned':
      return memberOf(groupId, memberId, at % 2 === 0 ? 'subscriber' : 'admin', 'blocked')
  }
}

const currentOf = ({ groups }: SeedNetwork): readonly Row[] =>
  groups.flatMap(({ groupId, standings = {} }) =>
    Object.entries(standings).map(([memberId, standing], at) =>
      rowOf(groupId, memberId, standing, at),
    ),
  )

/** Those who have left, in both forms, and those who were removed, whose row is still active. */
function endedOf({ formerMemberships }: SeedDecoys): readonly Row[] {
  return formerMemberships.map(({ groupId, memberId, standing }, at) => {
    const row = rowOf(groupId, memberId, standing, at)
    if (row['state'] !== 'active') return { ...row, left_at: PAST }
    const forms = [{ left_at: PAST }, { state: 'left' }, { state: 'left', left_at: PAST }]
    return { ...row, ...forms[at % 3] }
  })
}

/** All that has a row in a community and is inside of it in no way. */
const OTHERS = [
  { role: 'subscriber', state: 'invited' },
  { role: 'follower', state: 'active' },
  { role: 'integration', state: 'active' },
  { role: 'admin', state: 'left' },
  { role: 'owner', state: 'active', left_at: PAST },
]

const othersOf = ({ otherRoles }: SeedDecoys): readonly Row[] =>
  otherRoles.map(({ groupId, memberId }, at) => ({
    ...memberOf(groupId, memberId, 'subscriber', 'left'),
    ...OTHERS[at % OTHERS.length],
  }))
