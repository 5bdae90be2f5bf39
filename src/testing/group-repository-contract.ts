import type { GroupRepository } from '../ports/group-repository.js'
import { casesOf, type ContractCase, type OpenFixture } from './contract.js'
import { expectEqual, only, valuesIn } from './expect-equal.js'
import { MANY_IDS, TRICKY_IDS } from './worlds.js'

/**
 * What a `GroupRepository` promises, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function groupRepositoryContract(
  open: OpenFixture<GroupRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findGroups tells names and addresses, and leaves out what does not exist',
      network: {
        groups: [
          {
            groupId: 'chess',
            name: 'Schach & "Go" 😀',
            url: 'https://example.org/g/chess?a=1&b=2',
          },
          { groupId: 'choir', name: 'Chor' },
        ],
      },
      async check({ repository }) {
        const answer = await repository.findGroups(['choir', 'chess', 'nowhere'])
        expectEqual(
          groupsIn(answer, ['chess', 'choir', 'nowhere']),
          [
            { name: 'Schach & "Go" 😀', url: 'https://example.org/g/chess?a=1&b=2' },
            { name: 'Chor' },
            undefined,
          ],
          'chess, choir and nowhere',
        )
      },
    },
    {
      name: 'findGroups compares identifiers exactly',
      network: { groups: groupsOf(TRICKY_IDS) },
      async check({ repository }) {
        const answer = await repository.findGroups(TRICKY_IDS)
        const names = TRICKY_IDS.map((groupId) => ({ name: `Name of ${groupId}` }))
        expectEqual(groupsIn(answer, TRICKY_IDS), names, 'the groups')
      },
    },
    {
      name: 'findGroups answers for 0, 1 and 5,000 groups',
      network: { groups: groupsOf(MANY_IDS) },
      async check({ repository }) {
        for (const ids of [[], ['m-0'], MANY_IDS]) {
          const answer = await repository.findGroups(ids)
          const found = valuesIn(answer, ids).filter((group) => group !== undefined)
          expectEqual(found.length, ids.length, 'the number of groups found')
        }
      },
    },
  ])
}

function groupsOf(ids: readonly string[]) {
  return ids.map((groupId) => ({ groupId, name: `Name of ${groupId}` }))
}

/** These groups, with what is promised of each. */
function groupsIn(answer: unknown, groupIds: readonly string[]): unknown[] {
  return valuesIn(answer, groupIds).map((group) => only(group, ['name', 'url']))
}
