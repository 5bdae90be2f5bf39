import type {
  ChangeOutcome,
  ChangeRecord,
  CommitOutcome,
  Delivery,
  Group,
  Invitation,
  InvitationChange,
  InvitationRecord,
  MemberProfile,
  Repositories,
  Standing,
} from 'group-invitations'
import {
  type Decision,
  type ForeignTables,
  type Friendship,
  type Invite,
  inviteOf,
  type Role,
  type Team,
  type TeamUser,
} from './foreign-tables.js'

const STANDINGS: { readonly [role in Role]?: Standing } = {
  owner: 'moderator',
  admin: 'moderator',
  member: 'member',
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** Correct adapters over the foreign tables. Broken ones override one of their small steps. */
export class ForeignAdapters {
  constructor(protected readonly tables: ForeignTables) {}

  readonly memberships: Repositories['memberships'] = {
    findStandings: (groupIds, memberIds) => {
      const [teams, users] = [groupIds, memberIds].map((ids) => new Set(ids.map(BigInt)))
      const found = new Map<string, Map<string, Standing>>()
      for (const row of this.tables.teamUsers) {
        const standing = this.isCurrent(row) ? this.standingOf(row.role) : undefined
        if (!standing || !teams?.has(row.teamId) || !users?.has(row.userId)) continue
        const inGroup = found.get(String(row.teamId)) ?? new Map<string, Standing>()
        found.set(String(row.teamId), inGroup.set(String(row.userId), standing))
      }
      return found
    },
    findGroupsOf: (memberId) => {
      const rows = this.tables.teamUsers.filter(
        (row) =>
          row.userId === BigInt(memberId) && this.isCurrent(row) && this.standingOf(row.role),
      )
      return [...new Set(rows.map(({ teamId }) => String(teamId)))]
    },
  }

  readonly profiles: Repositories['profiles'] = {
    findProfiles: (memberIds, viewerId) => {
      const found = new Map<string, MemberProfile>()
      for (const id of memberIds) {
        const user = this.tables.users.get(BigInt(id))
        if (!user || this.isGone(user, BigInt(viewerId))) continue
        if (this.isHidden(user.id, BigInt(viewerId))) continue
        const { firstName, lastName, skills } = user
        const names = {
          displayName: `${firstName} ${lastName}`,
          givenName: firstName,
          familyName: lastName,
        }
        found.set(String(user.id), { ...names, wants: [], haves: skills, other: [] })
      }
      return found
    },
  }

  readonly preferences: Repositories['preferences'] = {
    findOptOuts: (memberIds) => {
      const out = memberIds.filter(
        (id) => this.tables.users.get(BigInt(id))?.takesInvites === false,
      )
      return new Map(out.map((id) => [id, ['all']]))
    },
    setOptOut: async (memberId, optOut, isOut) => {
      await pause()
      if (optOut !== 'all') throw new Error('There is one switch')
      const user = this.tables.users.get(BigInt(memberId))
      if (user) this.tables.users.set(user.id, { ...user, takesInvites: !isOut })
    },
  }

  readonly contacts: Repositories['contacts'] = {
    findContactsAmong: (memberId, candidateIds) => {
      const friends = new Set(this.friendsOf(BigInt(memberId)))
      return new Set(candidateIds.filter((id) => friends.has(BigInt(id))))
    },
    findContactsOf: (memberId) => this.friendsOf(BigInt(memberId)).map(String),
  }

  readonly groups: Repositories['groups'] = {
    findGroups: (groupIds) => {
      const found = new Map<string, Group>()
      for (const id of groupIds) {
        const team = this.tables.teams.get(BigInt(id))
        if (!team || this.isArchived(team)) continue
        found.set(String(team.id), { name: team.name, url: `https://kreis.example/${team.slug}` })
      }
      return found
    },
  }

  readonly invitations: Repositories['invitations'] = {
    findClaims: (inviterId, recipientIds) => {
      const asked = new Set(recipientIds)
      const invites = this.invitesFrom(inviterId).filter(({ toId }) => asked.has(String(toId)))
      const inOrder = [...invites].sort((one, other) => +one.repeatableAt - +other.repeatableAt)
      return new Map(inOrder.map((invite) => [String(invite.toId), claimOf(invite)]))
    },
    findRecentFingerprints: (inviterId, since, limit) =>
      this.invitesFrom(inviterId)
        .filter(({ sentAt }) => sentAt >= since)
        .sort((one, other) => +other.sentAt - +one.sentAt)
        .flatMap(({ toId, fingerprint }) =>
          fingerprint === null ? [] : [{ recipientId: String(toId), textFingerprint: fingerprint }],
        )
        .slice(0, limit),
    findInvitation: (invitationId) => {
      const invite = this.tables.invites.get(BigInt(invitationId))
      return invite && invitationOf(invite)
    },
    commit: async (record) => {
      await pause()
      return this.commit(record)
    },
  }

  readonly answers: Repositories['answers'] = {
    findChanges: (invitationIds) => {
      const found = new Map<string, InvitationChange>()
      for (const invitationId of invitationIds) {
        const decision = this.tables.decisions.get(BigInt(invitationId))
        if (decision) found.set(invitationId, changeOf(invitationId, decision))
      }
      return found
    },
    findInvitationsOf: (memberId, role, limit, before) => {
      const id = BigInt(memberId)
      const all = [...this.tables.invites.values()]
        .filter((invite) => (role === 'inviter' ? invite.fromId : invite.toId) === id)
        .sort((one, other) => +other.sentAt - +one.sentAt || (one.id < other.id ? 1 : -1))
      if (before === undefined) return all.slice(0, limit).map(invitationOf)
      const at = all.findIndex((invite) => invite.id === BigInt(before))
      return at < 0 ? [] : all.slice(at + 1, at + 1 + limit).map(invitationOf)
    },
    change: async (record) => {
      await pause()
      return this.change(record)
    },
  }

  private change({ change, from, admit }: ChangeRecord): ChangeOutcome {
    const { invitationId } = change
    const stored = this.tables.decisions.get(BigInt(invitationId))
    const before = stored && changeOf(invitationId, stored)
    if (before && !from.includes(before.status)) return { type: 'NotChanged', change: before }
    const [decision, teamId, userId] = [
      decisionOf(change),
      BigInt(admit?.groupId ?? 0),
      BigInt(admit?.memberId ?? 0),
    ]
    this.tables.decide(BigInt(invitationId), decision)
    if (!admit) return { type: 'Changed' }
    return { type: 'Changed', standing: this.admit(teamId, userId) }
  }

  /** Someone in the group stays what they are; any other role becomes a membership. */
  protected admit(teamId: bigint, userId: bigint): Standing {
    const row = this.tables.teamUsers[this.tables.currentRow(teamId, userId)]
    const standing = row && this.standingOf(row.role)
    if (!standing) this.tables.setRole(teamId, userId, 'member')
    return standing ?? 'member'
  }

  private commit({ invitation, textFingerprint, deliveries }: InvitationRecord): CommitOutcome {
    const invite = inviteOf(invitation, textFingerprint)
    const stored = this.tables.invites.get(invite.id)
    if (stored) return { type: 'IdTaken', invitation: invitationOf(stored) }
    const held = this.tables.overlapping(invite)
    if (held) return { type: 'PairTaken', claim: claimOf(held) }
    this.tables.addInvite(invite)
    for (const { channel } of deliveries)
      this.tables.outbox.set(`${invite.id}.${channel}`, { inviteId: invite.id, channel })
    return { type: 'Committed' }
  }

  deliveries(): readonly Delivery[] {
    return [...this.tables.outbox].map(([deliveryId, { inviteId, channel }]) => ({
      deliveryId,
      invitationId: String(inviteId),
      channel,
    }))
  }

  protected invitesFrom(inviterId: string): readonly Invite[] {
    return this.tables.invitesFrom(BigInt(inviterId))
  }

  protected friendsOf(id: bigint): readonly bigint[] {
    return [...this.tables.friendships.values()]
      .filter((row) => this.isFriendship(row, id))
      .map(({ low, high }) => (low === id ? high : low))
  }

  protected standingOf(role: Role): Standing | undefined {
    return STANDINGS[role]
  }

  protected isCurrent({ endedAt }: TeamUser): boolean {
    return endedAt === null
  }

  protected isGone(
    { deletedAt }: { deletedAt: Date | null; id: bigint },
    _viewer: bigint,
  ): boolean {
    return deletedAt !== null
  }

  protected isHidden(id: bigint, viewer: bigint): boolean {
    return this.tables.blocks.some(
      ([from, hidden]) => (from === id && hidden === viewer) || (from === viewer && hidden === id),
    )
  }

  protected isFriendship({ low, high, acceptedAt, endedAt }: Friendship, id: bigint): boolean {
    return (low === id || high === id) && acceptedAt !== null && endedAt === null
  }

  protected isArchived({ archivedAt }: Team): boolean {
    return archivedAt !== null
  }
}

function claimOf({ id, sentAt, repeatableAt }: Invite) {
  return { invitationId: String(id), sentAt, repeatableAt }
}

function invitationOf({ id, fromId, toId, teamId, fingerprint: _, ...rest }: Invite): Invitation {
  const [invitationId, inviterId, recipientId, groupId] = [id, fromId, toId, teamId].map(String)
  return {
    ...rest,
    invitationId: invitationId ?? '',
    inviterId: inviterId ?? '',
    recipientId: recipientId ?? '',
    groupId: groupId ?? '',
  }
}

const STATUSES = { declined: 'Declined', accepted: 'Accepted', withdrawn: 'Withdrawn' } as const

function changeOf(invitationId: string, decision: Decision): InvitationChange {
  const { status, decidedAt, decidedBy, reason } = decision
  const changedBy = decidedBy === null ? { network: reason ?? '' } : { memberId: String(decidedBy) }
  return { invitationId, status: STATUSES[status], changedAt: decidedAt, changedBy }
}

function decisionOf({ status, changedAt, changedBy }: InvitationChange): Decision {
  const column = { Declined: 'declined', Accepted: 'accepted', Withdrawn: 'withdrawn' } as const
  const by =
    'network' in changedBy
      ? { decidedBy: null, reason: changedBy.network }
      : { decidedBy: BigInt(changedBy.memberId), reason: null }
  return { status: column[status], decidedAt: changedAt, ...by }
}
