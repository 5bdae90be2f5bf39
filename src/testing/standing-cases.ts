import type { MemberId, Standing } from '../model/member.js'
import type { MembershipRepository } from '../ports/membership-repository.js'
import type { Cast } from './cast.js'
import {
  allMembers,
  clubsOf,
  clubsWithGuests,
  earlierMembershipsOf,
  formerMembershipsOf,
  guestsOf,
  manyClubs,
  oddClubs,
  otherRolesOf,
} from './seeds.js'
import type { PortPromise } from './contract.js'
import { expectEqual, valuesIn } from './expect-equal.js'

const EACH = 'findStandings returns each standing; a member without a standing is absent'

export const standingCases = (cast: Cast): readonly PortPromise<MembershipRepository>[] => [
  {
    id: 'findStandings/each',
    name: EACH,
    network: clubsOf(cast),
    check: ({ repository }) => expectStandings(cast, repository, {}),
  },
  {
    id: 'findStandings/pending',
    name: `${EACH}: pending`,
    needs: 'pending',
    network: clubsOf(cast, { [cast.clara]: 'pending' }),
    check: ({ repository }) => expectStandings(cast, repository, { [cast.clara]: 'pending' }),
  },
  {
    id: 'findStandings/banned',
    name: `${EACH}: banned`,
    needs: 'banned',
    network: clubsOf(cast, { [cast.dora]: 'banned' }),
    check: ({ repository }) => expectStandings(cast, repository, { [cast.dora]: 'banned' }),
  },
  {
    id: 'findStandings/former',
    name: `${EACH}: a membership that has ended is none`,
    network: clubsOf(cast),
    decoys: formerMembershipsOf(cast),
    async check({ repository }) {
      await expectStandings(cast, repository, {})
      const answer = await repository.findStandings([cast.choir], [cast.anna])
      expectEqual(standingsIn(answer, cast.choir, [cast.anna]), [undefined], 'the standing')
    },
  },
  {
    id: 'findStandings/back',
    name: `${EACH}: someone who has come back`,
    network: clubsOf(cast),
    decoys: earlierMembershipsOf(cast),
    check: ({ repository }) => expectStandings(cast, repository, {}),
  },
  {
    id: 'findStandings/former-pending',
    name: `${EACH}: an application that has ended is none`,
    needs: 'pending',
    network: clubsOf(cast),
    decoys: endedOf(cast, 'pending'),
    check: ({ repository }) => expectStandings(cast, repository, {}),
  },
  {
    id: 'findStandings/former-banned',
    name: `${EACH}: a ban that has ended is none`,
    needs: 'banned',
    network: clubsOf(cast),
    decoys: endedOf(cast, 'banned'),
    check: ({ repository }) => expectStandings(cast, repository, {}),
  },
  {
    id: 'findStandings/other-roles',
    name: `${EACH}: any other role is none`,
    network: clubsWithGuests(cast),
    decoys: otherRolesOf(cast),
    async check({ repository }) {
      const guests = guestsOf(cast)
      const answer = await repository.findStandings([cast.chess], [cast.anna, ...guests])
      const standings = standingsIn(answer, cast.chess, [cast.anna, ...guests])
      expectEqual(standings, ['member', ...guests.map(() => undefined)], 'the standings')
    },
  },
  {
    id: 'findStandings/groups-apart',
    name: 'findStandings keeps the groups apart',
    network: clubsOf(cast),
    async check({ repository }) {
      const { anna, bernd, emil, chess, choir, nowhere } = cast
      const ids = [anna, bernd, emil]
      const answer = await repository.findStandings([choir, chess, nowhere], ids)
      expectEqual(
        [chess, choir, nowhere].map((groupId) => standingsIn(answer, groupId, ids)),
        [
          ['member', 'moderator', undefined],
          [undefined, 'member', 'member'],
          [undefined, undefined, undefined],
        ],
        `the standings in ${chess}, ${choir} and ${nowhere}`,
      )
    },
  },
  {
    id: 'findStandings/keys',
    name: 'findStandings returns Maps whose keys are all strings',
    network: {
      members: cast.membersOf(cast.digits.members),
      groups: cast.groupsOf(cast.digits.groups).map((group) => ({
        ...group,
        standings: allMembers(cast.digits.members),
      })),
    },
    async check({ repository }) {
      const { members, groups, noMember, noGroup } = cast.digits
      const answer = await repository.findStandings([...groups, noGroup], [...members, noMember])
      for (const groupId of groups) {
        const standings = members.map(() => 'member')
        expectEqual(standingsIn(answer, groupId, members), standings, `the standings in ${groupId}`)
      }
    },
  },
  {
    id: 'findStandings/exact',
    name: 'findStandings compares identifiers exactly',
    network: oddClubs(cast),
    async check({ repository }) {
      const { members, groups } = cast.odd
      const answer = await repository.findStandings(groups, members)
      for (const [at, groupId] of groups.entries()) {
        const standings = standingsIn(answer, groupId, members)
        const found = members.filter((_, index) => standings[index] === 'member')
        expectEqual(found, members.slice(at, at + 1), `the members of the group ${groupId}`)
      }
    },
  },
  {
    id: 'findStandings/many-members',
    name: 'findStandings accepts any number of members: 0, 1 and 5,000',
    get network() {
      return {
        members: cast.membersOf(cast.many()),
        groups: cast.groupsOf([cast.chess]).map((group) => ({
          ...group,
          standings: allMembers(cast.many()),
        })),
      }
    },
    async check({ repository }) {
      await repository.findStandings([cast.chess], [])
      for (const ids of [cast.many().slice(0, 1), cast.many()]) {
        const answer = await repository.findStandings([cast.chess], ids)
        const standings = standingsIn(answer, cast.chess, ids)
        const found = standings.filter((standing) => standing === 'member')
        expectEqual(found.length, ids.length, 'the number of standings')
      }
    },
  },
  {
    id: 'findStandings/many-groups',
    name: 'findStandings accepts any number of groups: 0, 1 and 5,000',
    get network() {
      return manyClubs(cast)
    },
    async check({ repository }) {
      const { anna } = cast
      for (const ids of [[], cast.manyGroups().slice(0, 1), cast.manyGroups()]) {
        const groups = valuesIn(await repository.findStandings(ids, [anna]), ids)
        const found = groups.filter((inGroup) => valuesIn(inGroup, [anna])[0] === 'member')
        expectEqual(found.length, ids.length, 'the number of standings')
      }
    },
  },
]

/** Anna, who is a member now, and Clara had this standing in chess. */
const endedOf = ({ anna, clara, chess }: Cast, standing: Standing) => ({
  formerMemberships: [anna, clara].map((memberId) => ({ groupId: chess, memberId, standing })),
})

/** Expects the standings of `clubsOf` in chess, and these. */
async function expectStandings(
  { anna, bernd, clara, dora, emil, nobody, chess }: Cast,
  repository: MembershipRepository,
  more: { readonly [memberId: MemberId]: Standing },
): Promise<void> {
  const ids = [anna, bernd, clara, dora, emil, nobody]
  const answer = await repository.findStandings([chess], ids)
  const expected = ['member', 'moderator', more[clara], more[dora], undefined, undefined]
  expectEqual(standingsIn(answer, chess, ids), expected, 'the standings')
}

/** The standings of these members in a group, which may be absent if none of them has one. */
function standingsIn(answer: unknown, groupId: string, memberIds: readonly string[]): unknown[] {
  const [inGroup] = valuesIn(answer, [groupId])
  return inGroup === undefined ? memberIds.map(() => undefined) : valuesIn(inGroup, memberIds)
}
