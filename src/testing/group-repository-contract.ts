import type { GroupRepository } from '../ports/group-repository.js'
import { casesOf, type ContractCase } from './contract.js'
import { expectEqual, only, valuesIn } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'
import { DIGITS, MANY_IDS, TRICKY_IDS } from './networks.js'

/**
 * Returns the promises of a `GroupRepository` as cases for any test runner.
 *
 * @since 0.1.0
 */
export function groupRepositoryContract(
  open: OpenFixture<GroupRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findGroups returns names and addresses; a group that does not exist is absent',
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
      name: 'findGroups returns a Map whose keys are all strings',
      network: { groups: groupsOf(DIGITS) },
      async check({ repository }) {
        const answer = await repository.findGroups([...DIGITS, '404'])
        expectEqual(groupsIn(answer, DIGITS), namesOf(DIGITS), 'the groups')
      },
    },
    {
      name: 'findGroups compares identifiers exactly',
      network: { groups: groupsOf(TRICKY_IDS) },
      async check({ repository }) {
        const answer = await repository.findGroups(TRICKY_IDS)
        expectEqual(groupsIn(answer, TRICKY_IDS), namesOf(TRICKY_IDS), 'the groups')
      },
    },
    {
      name: 'findGroups accepts any number of groups: 0, 1 and 5,000',
      network: { groups: groupsOf(MANY_IDS) },
      async check({ repository }) {
        for (const ids of [[], ['m-0'], MANY_IDS]) {
          const answer = await repository.findGroups(ids)
          const found = valuesIn(answer, ids).filter((group) => group !== undefined)
          expectEqual(found.length, ids.length, 'the number of groups')
        }
      },
    },
  ])
}

function groupsOf(ids: readonly string[]) {
  return ids.map((groupId) => ({ groupId, name: `Name of ${groupId}` }))
}

function namesOf(ids: readonly string[]) {
  return groupsOf(ids).map(({ name }) => ({ name }))
}

function groupsIn(answer: unknown, groupIds: readonly string[]): unknown[] {
  return valuesIn(answer, groupIds).map((group) => only(group, ['name', 'url']))
}
