import type { MembershipRepository } from '../ports/membership-repository.js'
import { casesOf, type ContractCase, type OpenFixture } from './contract.js'
import { expectEqual, sorted, valuesIn } from './expect-equal.js'
import type { SeedNetwork } from './seed-network.js'
import { MANY, MANY_IDS, membersOf, TRICKY, TRICKY_IDS } from './worlds.js'

/**
 * What a `MembershipRepository` promises, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function membershipRepositoryContract(
  open: OpenFixture<MembershipRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findStandings tells each standing, and leaves out who has none',
      network: clubs,
      async check({ repository }) {
        const ids = ['anna', 'bernd', 'clara', 'dora', 'emil', 'nobody']
        const answer = await repository.findStandings(['chess'], ids)
        expectEqual(
          standingsIn(answer, 'chess', ids),
          ['member', 'moderator', 'pending', 'banned', undefined, undefined],
          'the standings',
        )
      },
    },
    {
      name: 'findStandings keeps the groups apart',
      network: clubs,
      async check({ repository }) {
        const answer = await repository.findStandings(
          ['choir', 'chess', 'nowhere'],
          ['anna', 'emil'],
        )
        expectEqual(
          ['chess', 'choir', 'nowhere'].map((groupId) =>
            standingsIn(answer, groupId, ['anna', 'emil']),
          ),
          [
            ['member', undefined],
            ['pending', 'member'],
            [undefined, undefined],
          ],
          'the standings in chess, choir and nowhere',
        )
      },
    },
    {
      name: 'findStandings and findGroupsOf compare identifiers exactly',
      network: {
        members: TRICKY.members,
        groups: TRICKY_IDS.map((groupId) => ({
          groupId,
          name: 'Group',
          standings: Object.fromEntries([[groupId, 'member']]),
        })),
      },
      async check({ repository }) {
        const answer = await repository.findStandings(TRICKY_IDS, TRICKY_IDS)
        for (const groupId of TRICKY_IDS) {
          const members = TRICKY_IDS.filter(
            (id) => standingsIn(answer, groupId, [id])[0] === 'member',
          )
          expectEqual(members, [groupId], `who is in the group ${groupId}`)
          const groups = await repository.findGroupsOf(groupId)
          expectEqual(groups, [groupId], `the groups of ${groupId}`)
        }
      },
    },
    {
      name: 'findStandings answers for 0, 1 and 5,000 members',
      network: {
        members: MANY.members,
        groups: [
          {
            groupId: 'chess',
            name: 'Schach',
            standings: Object.fromEntries(MANY_IDS.map((memberId) => [memberId, 'member'])),
          },
        ],
      },
      async check({ repository }) {
        await repository.findStandings(['chess'], [])
        await repository.findStandings([], ['m-0'])
        for (const ids of [['m-0'], MANY_IDS]) {
          const answer = await repository.findStandings(['chess'], ids)
          const found = standingsIn(answer, 'chess', ids).filter(
            (standing) => standing === 'member',
          )
          expectEqual(found.length, ids.length, 'the number of standings found')
        }
      },
    },
    {
      name: 'findStandings and findGroupsOf answer for 5,000 groups',
      network: {
        members: membersOf(['anna']),
        groups: MANY_IDS.map((groupId) => ({ groupId, name: 'G', standings: { anna: 'member' } })),
      },
      async check({ repository }) {
        const answer = await repository.findStandings(MANY_IDS, ['anna'])
        const found = MANY_IDS.filter((id) => standingsIn(answer, id, ['anna'])[0] === 'member')
        expectEqual(found.length, MANY_IDS.length, 'the number of standings found')
        const groups = await repository.findGroupsOf('anna')
        expectEqual(new Set(groups).size, MANY_IDS.length, 'the number of groups found')
      },
    },
    {
      name: 'findGroupsOf tells the groups of members and moderators, and no others',
      network: clubs,
      async check({ repository }) {
        for (const [memberId, groups] of [
          ['anna', ['chess']],
          ['bernd', ['chess', 'choir']],
          ['clara', []],
          ['dora', []],
          ['nobody', []],
        ] as const) {
          expectEqual(
            sorted(await repository.findGroupsOf(memberId)),
            groups,
            `the groups of ${memberId}`,
          )
        }
      },
    },
  ])
}

const clubs = {
  members: membersOf(['anna', 'bernd', 'clara', 'dora', 'emil']),
  groups: [
    {
      groupId: 'chess',
      name: 'Schach',
      standings: { anna: 'member', bernd: 'moderator', clara: 'pending', dora: 'banned' },
    },
    {
      groupId: 'choir',
      name: 'Chor',
      standings: { anna: 'pending', bernd: 'member', dora: 'banned', emil: 'member' },
    },
  ],
} satisfies Partial<SeedNetwork>

/** The standings of these members in a group; a group may be absent where nobody asked for has one. */
function standingsIn(answer: unknown, groupId: string, memberIds: readonly string[]): unknown[] {
  const [inGroup] = valuesIn(answer, [groupId])
  return inGroup === undefined ? memberIds.map(() => undefined) : valuesIn(inGroup, memberIds)
}
