import type { Invitation } from 'group-invitations'
import type { SeedDecoys, SeedNetwork } from 'group-invitations/testing'

interface User {
  readonly id: bigint
  readonly firstName: string
  readonly lastName: string
  readonly skills: readonly string[]
  readonly takesInvites: boolean
  readonly deletedAt: Date | null
}

export interface Team {
  readonly id: bigint
  readonly name: string
  readonly slug: string
  readonly archivedAt: Date | null
}

export type Role = 'owner' | 'admin' | 'member' | 'invited' | 'left'

export interface TeamUser {
  readonly teamId: bigint
  readonly userId: bigint
  readonly role: Role
  readonly endedAt: Date | null
}

/** One row for each pair, whose lower identifier comes first. */
export interface Friendship {
  readonly low: bigint
  readonly high: bigint
  readonly askedBy: bigint
  readonly acceptedAt: Date | null
  readonly endedAt: Date | null
}

/** A row of a table that was made for this library, with the identifiers of the others. */
export interface Invite extends Omit<
  Invitation,
  'invitationId' | 'inviterId' | 'recipientId' | 'groupId'
> {
  readonly id: bigint
  readonly fromId: bigint
  readonly toId: bigint
  readonly teamId: bigint
  readonly fingerprint: string | null
}

/** What was decided about an invite. Both columns refer to users, or one has a reason. */
export interface Decision {
  readonly status: 'declined' | 'accepted' | 'withdrawn'
  readonly decidedAt: Date
  readonly decidedBy: bigint | null
  readonly reason: string | null
}

const ENDED = new Date('2025-05-05T05:05:05.000Z')

const OTHER_ROLES = ['invited', 'left'] as const satisfies Role[]

/**
 * The tables of a network that has not heard of this library: `bigint` keys, foreign keys, unique names, soft deletes,
 * roles of its own, and neither bans nor applications nor URLs.
 */
export class ForeignTables {
  readonly users = new Map<bigint, User>()
  readonly teams = new Map<bigint, Team>()
  readonly teamUsers: TeamUser[] = []
  readonly friendships = new Map<string, Friendship>()
  readonly blocks: (readonly [from: bigint, hidden: bigint])[] = []
  readonly invites = new Map<bigint, Invite>()
  /** By invite and channel. */
  readonly outbox = new Map<
    string,
    { readonly inviteId: bigint; readonly channel: 'email' | 'news' }
  >()

  readonly decisions = new Map<bigint, Decision>()

  private readonly keys = new Set<string>()
  private readonly byInviter = new Map<bigint, readonly Invite[]>()

  addUser(user: User): void {
    demand(!this.users.has(user.id), 'users_pkey')
    demand(user.firstName !== '' && user.lastName !== '', 'users_names')
    demand(
      user.skills.every((skill) => Array.from(skill).length <= 80),
      'varchar(80)',
    )
    this.users.set(user.id, user)
  }

  addTeam(team: Team): void {
    demand(!this.teams.has(team.id), 'teams_pkey')
    this.demandUnique('teams_slug_key', team.slug)
    this.teams.set(team.id, team)
  }

  addTeamUser(row: TeamUser): void {
    demand(this.teams.has(row.teamId) && this.users.has(row.userId), 'team_users_fkey')
    if (!row.endedAt) this.demandUnique('team_users_current_key', `${row.teamId} ${row.userId}`)
    this.teamUsers.push(row)
  }

  /** Ends the current row of a user in a team, and adds another one if there is a role. */
  setRole(teamId: bigint, userId: bigint, role: Role | undefined): void {
    const at = this.currentRow(teamId, userId)
    const row = this.teamUsers[at]
    if (row) {
      this.teamUsers[at] = { ...row, endedAt: ENDED }
      this.keys.delete(`team_users_current_key ${teamId} ${userId}`)
    }
    if (role) this.addTeamUser({ teamId, userId, role, endedAt: null })
  }

  currentRow(teamId: bigint, userId: bigint): number {
    return this.teamUsers.findIndex(
      (row) => row.teamId === teamId && row.userId === userId && row.endedAt === null,
    )
  }

  decide(inviteId: bigint, decision: Decision): void {
    const { decidedBy, reason } = decision
    demand(this.invites.has(inviteId), 'decisions_invite_fkey')
    demand(decidedBy === null || this.users.has(decidedBy), 'decisions_user_fkey')
    demand(!reason?.includes('\u0000'), 'encoding UTF8')
    demand((decidedBy === null) !== (reason === null), 'decisions_check')
    this.decisions.set(inviteId, decision)
  }

  addFriendship(
    asker: string,
    other: string,
    dates: Pick<Friendship, 'acceptedAt' | 'endedAt'>,
  ): void {
    const askedBy = BigInt(asker)
    const [low, high] = [askedBy, BigInt(other)].sort((a, b) => (a < b ? -1 : 1))
    demand(low !== undefined && high !== undefined && low < high, 'friendships_ordered')
    demand(this.users.has(low) && this.users.has(high), 'friendships_fkey')
    demand(!this.friendships.has(`${low} ${high}`), 'friendships_pkey')
    this.friendships.set(`${low} ${high}`, { low, high, askedBy, ...dates })
  }

  /** With the constraint that no two invites of a pair overlap in time. */
  addInvite(invite: Invite): void {
    const { id, fromId, toId, teamId } = invite
    demand(!this.invites.has(id), 'invites_pkey')
    const parties = this.users.has(fromId) && this.users.has(toId) && this.teams.has(teamId)
    demand(parties, 'invites_fkey')
    demand(fromId !== toId && invite.sentAt < invite.repeatableAt, 'invites_check')
    demand(!this.overlapping(invite), 'invites_overlap')
    this.invites.set(id, invite)
    this.byInviter.set(fromId, [...this.invitesFrom(fromId), invite])
  }

  overlapping({ fromId, toId, sentAt, repeatableAt }: Invite): Invite | undefined {
    return this.invitesFrom(fromId).find(
      (other) => other.toId === toId && other.sentAt < repeatableAt && other.repeatableAt > sentAt,
    )
  }

  invitesFrom(fromId: bigint): readonly Invite[] {
    return this.byInviter.get(fromId) ?? []
  }

  private demandUnique(constraint: string, key: string): void {
    demand(!this.keys.has(`${constraint} ${key}`), constraint)
    this.keys.add(`${constraint} ${key}`)
  }

  seed(network: SeedNetwork, decoys: SeedDecoys): void {
    const { members, groups, contacts, invitations, blocks = [] } = network
    for (const member of members) this.addUser({ ...userOf(member), deletedAt: null })
    for (const member of decoys.formerMembers) this.addUser({ ...userOf(member), deletedAt: ENDED })
    for (const group of groups) this.addTeam({ ...teamOf(group), archivedAt: null })
    for (const group of decoys.formerGroups) this.addTeam({ ...teamOf(group), archivedAt: ENDED })
    for (const { groupId, standings = {} } of groups) {
      for (const [memberId, standing] of Object.entries(standings))
        this.addTeamUser({
          ...keysOf({ groupId, memberId }),
          role: roleOf(standing),
          endedAt: null,
        })
    }
    for (const { standing, ...keys } of decoys.formerMemberships)
      this.addTeamUser({ ...keysOf(keys), role: roleOf(standing), endedAt: ENDED })
    for (const [at, keys] of decoys.otherRoles.entries()) {
      const role = OTHER_ROLES[at % OTHER_ROLES.length] ?? 'invited'
      this.addTeamUser({ ...keysOf(keys), role, endedAt: null })
    }
    for (const pair of contacts) this.addFriendship(...pair, { acceptedAt: ENDED, endedAt: null })
    for (const pair of decoys.formerContacts)
      this.addFriendship(...pair, { acceptedAt: ENDED, endedAt: ENDED })
    for (const pair of decoys.contactRequests)
      this.addFriendship(...pair, { acceptedAt: null, endedAt: null })
    for (const [from, hidden] of blocks) this.blocks.push([BigInt(from), BigInt(hidden)])
    for (const { textFingerprint, ...invitation } of invitations)
      this.addInvite(inviteOf(invitation, textFingerprint ?? null))
  }
}

export function inviteOf(invitation: Invitation, fingerprint: string | null): Invite {
  const { invitationId, inviterId, recipientId, groupId, ...rest } = invitation
  const [id, fromId, toId, teamId] = [invitationId, inviterId, recipientId, groupId].map(BigInt)
  demand(
    id !== undefined && fromId !== undefined && toId !== undefined && teamId !== undefined,
    'id',
  )
  return { id, fromId, toId, teamId, fingerprint, ...rest }
}

function demand(isKept: boolean, constraint: string): asserts isKept {
  if (!isKept) throw new Error(`violates ${constraint}`)
}

function userOf({
  memberId,
  displayName,
  haves = [],
  optedOut = false,
}: SeedNetwork['members'][number]) {
  const [firstName = '', ...lastNames] = displayName.split(' ')
  const lastName = lastNames.join(' ')
  return { id: BigInt(memberId), firstName, lastName, skills: haves, takesInvites: !optedOut }
}

function teamOf({ groupId, name }: SeedNetwork['groups'][number]) {
  return { id: BigInt(groupId), name, slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') }
}

function keysOf({ groupId, memberId }: { groupId: string; memberId: string }) {
  return { teamId: BigInt(groupId), userId: BigInt(memberId) }
}

export function roleOf(standing: string): Role {
  if (standing === 'member') return 'member'
  demand(standing === 'moderator', 'team_users_role_check')
  return 'admin'
}
