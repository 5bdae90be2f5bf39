import type { GroupRepository } from '../ports/group-repository.js'
import { fieldOf } from '../validation/assert.js'
import { casesOf, type ContractCase, type ContractOptions } from './contract.js'
import { expectEqual, expectNoNull, expectOneOf, only, valuesIn } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'

/**
 * Returns the promises of a `GroupRepository` as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function groupRepositoryContract(
  open: OpenFixture<GroupRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, ({ chess, choir, nowhere, groupsOf, odd, digits, manyGroups }) => {
    const [go, sing] = [
      { groupId: chess, name: 'Schach & "Go" 😀' },
      { groupId: choir, name: 'Chor' },
    ]
    const url = 'https://example.org/g/chess?a=1&b=2'
    return [
      {
        id: 'findGroups/names',
        name: `${NAMES}: names`,
        network: { groups: [go, sing] },
        async check({ repository }) {
          const answer = await repository.findGroups([choir, chess, nowhere])
          const names = [go.name, sing.name, undefined]
          expectEqual(namesIn(answer, [chess, choir, nowhere]), names, 'the names of three groups')
          for (const group of valuesIn(answer, [chess, choir])) expectNoNull(group, ['url'])
        },
      },
      {
        id: 'findGroups/urls',
        name: `${NAMES}: addresses`,
        needs: 'groupUrl',
        network: { groups: [{ ...go, url }, sing] },
        async check({ repository }) {
          const answer = await repository.findGroups([choir, chess])
          const groups = valuesIn(answer, [chess, choir]).map((group) => only(group, ['url']))
          expectEqual(groups, [{ url }, {}], 'the addresses of two groups')
        },
      },
      {
        id: 'findGroups/admission',
        name: 'findGroups returns the admission of each group: `open` only if anybody may join; `approval` or absent otherwise',
        needs: 'admission',
        network: {
          groups: [
            { ...go, admission: 'open' },
            { ...sing, admission: 'approval' },
            ...groupsOf(manyGroups(1)),
          ],
        },
        async check({ repository }) {
          const others = [choir, ...manyGroups(1)]
          const answer = await repository.findGroups([...others, chess])
          const groups = valuesIn(answer, [chess, ...others])
          const [open, ...closed] = groups.map((group) => fieldOf(group, 'admission'))
          expectEqual(open, 'open', 'the admission of an open group')
          for (const admission of closed)
            expectOneOf(admission, ['approval', undefined], 'the admission of a group not open')
        },
      },
      {
        id: 'findGroups/former',
        name: `${NAMES}: deleted or archived`,
        network: { groups: [sing] },
        decoys: { formerGroups: [go] },
        async check({ repository }) {
          const answer = await repository.findGroups([chess, choir])
          expectEqual(namesIn(answer, [chess, choir]), [undefined, sing.name], 'the names')
        },
      },
      {
        id: 'findGroups/keys',
        name: 'findGroups returns a Map whose keys are all strings',
        network: { groups: groupsOf(digits.groups) },
        async check({ repository }) {
          const answer = await repository.findGroups([...digits.groups, digits.noGroup])
          const names = groupsOf(digits.groups).map(({ name }) => name)
          expectEqual(namesIn(answer, digits.groups), names, 'the names')
        },
      },
      {
        id: 'findGroups/exact',
        name: 'findGroups compares identifiers exactly',
        network: { groups: groupsOf(odd.groups) },
        async check({ repository }) {
          const answer = await repository.findGroups(odd.groups)
          const names = groupsOf(odd.groups).map(({ name }) => name)
          expectEqual(namesIn(answer, odd.groups), names, 'the names')
        },
      },
      {
        id: 'findGroups/many',
        name: 'findGroups accepts any number of groups: 0, 1 and 5,000',
        get network() {
          return { groups: groupsOf(manyGroups()) }
        },
        async check({ repository }) {
          for (const ids of [[], manyGroups().slice(0, 1), manyGroups()]) {
            const found = namesIn(await repository.findGroups(ids), ids)
            const count = found.filter((name) => name !== undefined).length
            expectEqual(count, ids.length, 'the number of groups')
          }
        },
      },
    ]
  })
}

const NAMES = 'findGroups returns names and addresses; a group that does not exist is absent'

function namesIn(answer: unknown, groupIds: readonly string[]): unknown[] {
  return valuesIn(answer, groupIds).map((group) => fieldOf(group, 'name'))
}
