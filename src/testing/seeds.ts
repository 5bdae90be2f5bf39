import type { MemberId, Standing } from '../model/member.js'
import type { Cast } from './cast.js'
import type { SeedDecoys, SeedInvitation, SeedNetwork } from './fixture.js'
import { END, AT, later } from './records.js'

type Clubs = Pick<SeedNetwork, 'members' | 'groups'>

/** Anna is a member and Bernd a moderator of chess; Bernd and Emil are members of the choir. */
export function clubsOf(cast: Cast, more: { readonly [memberId: string]: Standing } = {}): Clubs {
  const { anna, bernd, emil, chess, choir } = cast
  return {
    members: [...cast.four.members, ...cast.membersOf([emil])],
    groups: cast.groupsOf([chess, choir]).map((group) => ({
      ...group,
      standings:
        group.groupId === chess
          ? { [anna]: 'member', [bernd]: 'moderator', ...more }
          : { [bernd]: 'member', [emil]: 'member' },
    })),
  }
}

/** Clara and Dora have been in chess, Anna in the choir. */
export function formerMembershipsOf(cast: Cast): Partial<SeedDecoys> {
  const { anna, clara, dora, chess, choir } = cast
  return {
    formerMemberships: [
      { groupId: chess, memberId: clara, standing: 'member' },
      { groupId: chess, memberId: dora, standing: 'moderator' },
      { groupId: choir, memberId: anna, standing: 'moderator' },
    ],
  }
}

/** Anna and Bernd were in chess before, with other standings. */
export function earlierMembershipsOf({ anna, bernd, chess }: Cast): Partial<SeedDecoys> {
  return {
    formerMemberships: [
      { groupId: chess, memberId: anna, standing: 'moderator' },
      { groupId: chess, memberId: bernd, standing: 'member' },
    ],
  }
}

const OTHER_ROLES = 12

/** As many members as most stores have roles. */
export function guestsOf(cast: Cast): readonly string[] {
  return cast.many(OTHER_ROLES)
}

/** The clubs, and guests who have another role in chess. */
export function clubsWithGuests(cast: Cast): Clubs {
  const { members, groups } = clubsOf(cast)
  return { members: [...members, ...cast.membersOf(guestsOf(cast))], groups }
}

export function otherRolesOf(cast: Cast): Partial<SeedDecoys> {
  return {
    otherRoles: guestsOf(cast).map((memberId) => ({ groupId: cast.chess, memberId })),
  }
}

/** Each odd member is in the group of the same place, and in no other. */
export function oddClubs({ odd, membersOf, groupsOf }: Cast): Clubs {
  return {
    members: membersOf(odd.members),
    groups: groupsOf(odd.groups).map((group, at) => ({
      ...group,
      standings: allMembers(odd.members.slice(at, at + 1)),
    })),
  }
}

export function manyClubs({ anna, membersOf, groupsOf, manyGroups }: Cast): Clubs {
  return {
    members: membersOf([anna]),
    groups: groupsOf(manyGroups()).map((group) => ({ ...group, standings: { [anna]: 'member' } })),
  }
}

export function allMembers(memberIds: readonly MemberId[]): {
  readonly [memberId: MemberId]: Standing
} {
  return Object.fromEntries(memberIds.map((id) => [id, 'member'] as const))
}

type Role = 'inviter' | 'recipient'

export const ROLES: readonly Role[] = ['inviter', 'recipient']

/** The network of Anna, Bernd, Clara, Dora, and of everybody else in these invitations. */
export function crowdOf(
  cast: Cast,
  invitations: readonly SeedInvitation[],
): Pick<SeedNetwork, 'members' | 'groups' | 'invitations'> {
  const four = new Set(cast.four.members.map(({ memberId }) => memberId))
  const people = invitations.flatMap(({ inviterId, recipientId }) => [inviterId, recipientId])
  const more = [...new Set(people)].filter((memberId) => !four.has(memberId))
  return { ...cast.four, members: [...cast.four.members, ...cast.membersOf(more)], invitations }
}

const INSTANTS = [2, 0, 1000, 1, -86_400_000]

/** Those that Anna has sent, those that she got, and those of others; not in the order of their instants. */
export function lettersInAnyOrder(cast: Cast): readonly SeedInvitation[] {
  return [
    ...lettersOfRole(cast, 'inviter'),
    ...lettersOfRole(cast, 'recipient'),
    ...lettersOfOthers(cast),
  ]
}

function lettersOfRole(cast: Cast, role: Role): readonly SeedInvitation[] {
  const first = ROLES.indexOf(role) * 10
  const members = cast.many(20).slice(first)
  return INSTANTS.flatMap((instant, at) =>
    members.slice(at, at + 1).map((memberId) =>
      cast.claimUntil(END, {
        invitationId: cast.invitation(first + 20 + at),
        sentAt: later(AT, instant),
        ...(role === 'inviter'
          ? { recipientId: memberId }
          : { inviterId: memberId, recipientId: cast.anna }),
      }),
    ),
  )
}

export function newestLettersOf(cast: Cast, role: Role): readonly SeedInvitation[] {
  return [...lettersOfRole(cast, role)].sort((one, other) => +other.sentAt - +one.sentAt)
}

export function lettersOfOthers(cast: Cast): readonly SeedInvitation[] {
  const { bernd, clara, dora } = cast
  return [
    cast.claimUntil(END, { invitationId: cast.invitation(41), inviterId: clara }),
    cast.claimUntil(END, {
      invitationId: cast.invitation(42),
      inviterId: bernd,
      recipientId: dora,
    }),
  ]
}

/** Two instants, a millisecond apart; each has several invitations. */
export function lettersAtOneInstant(cast: Cast): readonly SeedInvitation[] {
  return cast
    .lettersTo(cast.many(16))
    .map((letter, at) => ({ ...letter, sentAt: later(AT, at % 2) }))
}

/** The newest first: three to be answered, one that has expired, and one whose text was erased. */
export function lettersOfEachKind(cast: Cast): readonly SeedInvitation[] {
  const kinds: readonly Partial<SeedInvitation>[] = [
    { subject: 'Schach', reference: { field: 'wants', entry: 'e\u0301 😀' } },
    { groupId: cast.choir, route: 'group' },
    {},
    {
      sentAt: new Date('2024-11-02T09:30:00.001Z'),
      repeatableAt: new Date('2025-05-02T09:30:00.001Z'),
    },
    { sentAt: new Date('2024-11-01T09:30:00.999Z'), text: '', textFingerprint: undefined },
  ]
  return cast
    .lettersTo(cast.many(kinds.length))
    .map((letter, at) => ({ ...letter, sentAt: later(letter.sentAt, -at), ...kinds[at] }))
}

export function oddLettersOf(cast: Cast): readonly SeedInvitation[] {
  return cast.odd.pairs.map(([inviterId, recipientId], at) =>
    cast.claimUntil(END, { invitationId: cast.invitation(at), inviterId, recipientId }),
  )
}

/** Into each odd group, for the odd member of the same place. */
export function oddAdmissionsOf(cast: Cast): readonly SeedInvitation[] {
  return cast.odd.members.flatMap((recipientId, at) =>
    cast.odd.groups
      .slice(at, at + 1)
      .map((groupId) =>
        cast.claimUntil(END, { invitationId: cast.invitation(at + 20), recipientId, groupId }),
      ),
  )
}

/** A member and a group that are gone. */
export function goneOf({ emil, nowhere, membersOf, groupsOf }: Cast): Partial<SeedDecoys> {
  return { formerMembers: membersOf([emil]), formerGroups: groupsOf([nowhere]) }
}

export function lettersOfGone({ anna, emil, nowhere, ...cast }: Cast): readonly SeedInvitation[] {
  return [{ groupId: nowhere }, { recipientId: emil }, { inviterId: emil, recipientId: anna }].map(
    (parties, at) => cast.claimUntil(END, { invitationId: cast.invitation(at), ...parties }),
  )
}
