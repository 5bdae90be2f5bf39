import type { GroupId, MemberId } from '../model/member.js'
import type { MembershipRepository } from '../ports/membership-repository.js'
import type { Cast } from './cast.js'
import {
  clubsOf,
  clubsWithGuests,
  earlierMembershipsOf,
  formerMembershipsOf,
  guestsOf,
  manyClubs,
  oddClubs,
  otherRolesOf,
} from './seeds.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { expectEqual, sorted } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'
import { standingCases } from './standing-cases.js'

/**
 * Returns the promises of a `MembershipRepository` as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function membershipRepositoryContract(
  open: OpenFixture<MembershipRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [...standingCases(cast), ...groupsOfCases(cast)])
}

const BELONGING = 'findGroupsOf returns the groups of members and moderators, and no others'

const groupsOfCases = (cast: Cast): readonly PortPromise<MembershipRepository>[] => [
  {
    id: 'findGroupsOf/belonging',
    name: BELONGING,
    network: clubsOf(cast),
    check: ({ repository }) => expectGroups(repository, groupsIn(cast)),
  },
  {
    id: 'findGroupsOf/pending',
    name: `${BELONGING}: pending`,
    needs: 'pending',
    network: clubsOf(cast, { [cast.clara]: 'pending' }),
    check: ({ repository }) => expectGroups(repository, groupsIn(cast)),
  },
  {
    id: 'findGroupsOf/banned',
    name: `${BELONGING}: banned`,
    needs: 'banned',
    network: clubsOf(cast, { [cast.dora]: 'banned' }),
    check: ({ repository }) => expectGroups(repository, groupsIn(cast)),
  },
  {
    id: 'findGroupsOf/former',
    name: `${BELONGING}: a membership that has ended is none`,
    network: clubsOf(cast),
    decoys: formerMembershipsOf(cast),
    check: ({ repository }) => expectGroups(repository, groupsIn(cast)),
  },
  {
    id: 'findGroupsOf/back',
    name: `${BELONGING}: someone who has come back`,
    network: clubsOf(cast),
    decoys: earlierMembershipsOf(cast),
    check: ({ repository }) => expectGroups(repository, groupsIn(cast)),
  },
  {
    id: 'findGroupsOf/other-roles',
    name: `${BELONGING}: any other role is none`,
    network: clubsWithGuests(cast),
    decoys: otherRolesOf(cast),
    check: ({ repository }) =>
      expectGroups(repository, [
        ...groupsIn(cast),
        ...guestsOf(cast).map((id) => [id, []] as const),
      ]),
  },
  {
    id: 'findGroupsOf/many',
    name: 'findGroupsOf returns each group once: 5,000',
    get network() {
      return manyClubs(cast)
    },
    async check({ repository }) {
      const groups = await repository.findGroupsOf(cast.anna)
      const { length } = cast.manyGroups()
      expectEqual(groups.length, length, 'the length of the list')
      expectEqual(new Set(groups).size, length, 'the number of groups')
    },
  },
  {
    id: 'findGroupsOf/exact',
    name: 'findGroupsOf compares identifiers exactly',
    network: oddClubs(cast),
    check: ({ repository }) =>
      expectGroups(
        repository,
        cast.odd.members.map((id, at) => [id, cast.odd.groups.slice(at, at + 1)] as const),
      ),
  },
]

/** The groups of each member of `clubsOf`. */
function groupsIn({ anna, bernd, clara, dora, emil, nobody, chess, choir }: Cast) {
  return [
    [anna, [chess]],
    [bernd, [chess, choir]],
    [clara, []],
    [dora, []],
    [emil, [choir]],
    [nobody, []],
  ] as const
}

async function expectGroups(
  repository: MembershipRepository,
  expected: readonly (readonly [memberId: MemberId, groupIds: readonly GroupId[]])[],
): Promise<void> {
  for (const [memberId, groupIds] of expected) {
    const found = sorted(await repository.findGroupsOf(memberId))
    expectEqual(found, sorted(groupIds), `the groups of ${memberId}`)
  }
}
