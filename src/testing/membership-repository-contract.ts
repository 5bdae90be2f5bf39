import type { MembershipRepository } from '../ports/membership-repository.js'
import { casesOf, type ContractCase } from './contract.js'
import { expectEqual, sorted, valuesIn } from './expect-equal.js'
import type { OpenFixture, SeedNetwork } from './fixture.js'
import { DIGITS, MANY, MANY_IDS, membersOf, TRICKY, TRICKY_IDS } from './networks.js'

/**
 * Returns the promises of a `MembershipRepository` as cases for any test runner.
 *
 * @since 0.1.0
 */
export function membershipRepositoryContract(
  open: OpenFixture<MembershipRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findStandings returns each standing; a member without a standing is absent',
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
      name: 'findStandings returns Maps whose keys are all strings',
      network: { members: membersOf(DIGITS), groups: DIGITS.map((id) => groupOf(id, DIGITS)) },
      async check({ repository }) {
        const answer = await repository.findStandings([...DIGITS, '404'], [...DIGITS, '404'])
        for (const groupId of DIGITS) {
          const standings = DIGITS.map(() => 'member')
          expectEqual(
            standingsIn(answer, groupId, DIGITS),
            standings,
            `the standings in ${groupId}`,
          )
        }
      },
    },
    {
      name: 'findStandings compares identifiers exactly',
      network: trickyClubs,
      async check({ repository }) {
        const answer = await repository.findStandings(TRICKY_IDS, TRICKY_IDS)
        for (const groupId of TRICKY_IDS) {
          const standings = standingsIn(answer, groupId, TRICKY_IDS)
          const members = TRICKY_IDS.filter((_, at) => standings[at] === 'member')
          expectEqual(members, [groupId], `the members of the group ${groupId}`)
        }
      },
    },
    {
      name: 'findStandings accepts any number of members: 0, 1 and 5,000',
      network: { members: MANY.members, groups: [groupOf('chess', MANY_IDS)] },
      async check({ repository }) {
        await repository.findStandings(['chess'], [])
        for (const ids of [['m-0'], MANY_IDS]) {
          const answer = await repository.findStandings(['chess'], ids)
          const standings = standingsIn(answer, 'chess', ids)
          const found = standings.filter((standing) => standing === 'member')
          expectEqual(found.length, ids.length, 'the number of standings')
        }
      },
    },
    {
      name: 'findStandings accepts any number of groups: 0, 1 and 5,000',
      network: manyClubs,
      async check({ repository }) {
        for (const ids of [[], ['m-0'], MANY_IDS]) {
          const groups = valuesIn(await repository.findStandings(ids, ['anna']), ids)
          const found = groups.filter((inGroup) => valuesIn(inGroup, ['anna'])[0] === 'member')
          expectEqual(found.length, ids.length, 'the number of standings')
        }
      },
    },
    {
      name: 'findGroupsOf returns the groups of members and moderators, and no others',
      network: clubs,
      async check({ repository }) {
        for (const [memberId, groups] of [
          ['anna', ['chess']],
          ['bernd', ['chess', 'choir']],
          ['clara', []],
          ['dora', []],
          ['nobody', []],
        ] as const) {
          const found = sorted(await repository.findGroupsOf(memberId))
          expectEqual(found, groups, `the groups of ${memberId}`)
        }
      },
    },
    {
      name: 'findGroupsOf returns each group once: 5,000',
      network: manyClubs,
      async check({ repository }) {
        const groups = await repository.findGroupsOf('anna')
        expectEqual(groups.length, MANY_IDS.length, 'the length of the list')
        expectEqual(new Set(groups).size, MANY_IDS.length, 'the number of groups')
      },
    },
    {
      name: 'findGroupsOf compares identifiers exactly',
      network: trickyClubs,
      async check({ repository }) {
        for (const id of TRICKY_IDS) {
          expectEqual(await repository.findGroupsOf(id), [id], `the groups of ${id}`)
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

/** Each member is in the group of the same identifier. */
const trickyClubs = {
  members: TRICKY.members,
  groups: TRICKY_IDS.map((id) => groupOf(id, [id])),
}

const manyClubs = {
  members: membersOf(['anna']),
  groups: MANY_IDS.map((groupId) => groupOf(groupId, ['anna'])),
}

function groupOf(groupId: string, memberIds: readonly string[]) {
  const standings = Object.fromEntries(memberIds.map((id) => [id, 'member'] as const))
  return { groupId, name: 'Group', standings }
}

/** The standings of these members in a group, which may be absent if none of them has one. */
function standingsIn(answer: unknown, groupId: string, memberIds: readonly string[]): unknown[] {
  const [inGroup] = valuesIn(answer, [groupId])
  return inGroup === undefined ? memberIds.map(() => undefined) : valuesIn(inGroup, memberIds)
}
