import type { MemberId, Standing } from '../model/member.js'
import type { Cast } from './cast.js'
import type { SeedDecoys, SeedNetwork } from './fixture.js'

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
