import type { PreferenceRepository } from '../ports/preference-repository.js'
import { anotherOf, casesOf, type ContractCase, type OpenFixture } from './contract.js'
import { expectEqual, foundIn } from './expect-equal.js'
import { FOUR, MANY_IDS, membersOf, TRICKY, TRICKY_IDS } from './worlds.js'

/**
 * What a `PreferenceRepository` promises, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function preferenceRepositoryContract(
  open: OpenFixture<PreferenceRepository>,
): readonly ContractCase[] {
  const ids = ['anna', 'bernd', 'clara', 'dora']
  return casesOf(open, [
    {
      name: 'findOptedOut tells who has opted out, and nobody else',
      network: { members: [...membersOf(['anna', 'clara']), ...optedOut(['bernd', 'dora'])] },
      async check({ repository }) {
        const answer = await repository.findOptedOut([...ids, 'nobody'])
        expectEqual(foundIn(answer, [...ids, 'nobody']), ['bernd', 'dora'], 'who has opted out')
      },
    },
    {
      name: 'findOptedOut compares identifiers exactly',
      network: TRICKY,
      async check({ repository }) {
        const some = TRICKY_IDS.filter((_, index) => index % 2 === 0)
        for (const id of some) await repository.setOptedOut(id, true)
        expectEqual(foundIn(await repository.findOptedOut(TRICKY_IDS), TRICKY_IDS), some, 'who has')
      },
    },
    {
      name: 'findOptedOut answers for 0, 1 and 5,000 members',
      network: { members: optedOut(MANY_IDS) },
      async check({ repository }) {
        for (const asked of [[], ['m-0'], MANY_IDS]) {
          const found = foundIn(await repository.findOptedOut(asked), asked)
          expectEqual(found.length, asked.length, 'the number of members found')
        }
      },
    },
    {
      name: 'setOptedOut is seen at once, off and on again',
      network: FOUR,
      async check({ repository }) {
        const found = async () => foundIn(await repository.findOptedOut(ids), ids)
        expectEqual(await found(), [], 'who has opted out at first')
        await repository.setOptedOut('bernd', true)
        expectEqual(await found(), ['bernd'], 'who has opted out after bernd did')
        await repository.setOptedOut('bernd', false)
        expectEqual(await found(), [], 'who has opted out after bernd opted in again')
      },
    },
    {
      name: 'setOptedOut may be said twice, and to who never opted out',
      network: FOUR,
      async check({ repository }) {
        for (const [memberId, isOff] of [
          ['anna', false],
          ['bernd', true],
          ['bernd', true],
          ['clara', true],
          ['clara', false],
          ['clara', false],
        ] as const) {
          await repository.setOptedOut(memberId, isOff)
        }
        expectEqual(
          foundIn(await repository.findOptedOut(ids), ids),
          ['bernd'],
          'who has opted out',
        )
      },
    },
    {
      name: 'setOptedOut is no error for who does not exist',
      network: FOUR,
      async check({ repository }) {
        await repository.setOptedOut('nobody', true)
        await repository.setOptedOut('nobody', false)
        expectEqual(foundIn(await repository.findOptedOut(ids), ids), [], 'who has opted out')
      },
    },
    {
      name: 'setOptedOut touches no other member, however many are set at once',
      network: half,
      check: ({ repository }) => setAllAtOnce(repository, repository),
    },
    {
      name: 'setOptedOut touches no other member, however many are set at once over two instances',
      needs: 'another',
      network: half,
      check: async (fixture) => setAllAtOnce(fixture.repository, await anotherOf(fixture)),
    },
    {
      name: 'setOptedOut is seen at once by another instance, off and on again',
      needs: 'another',
      network: FOUR,
      async check(fixture) {
        const { repository } = fixture
        const other = await anotherOf(fixture)
        const found = async () => foundIn(await other.findOptedOut(ids), ids)
        expectEqual(await found(), [], 'who has opted out at first')
        await repository.setOptedOut('bernd', true)
        expectEqual(await found(), ['bernd'], 'who has opted out after bernd did')
        await repository.setOptedOut('bernd', false)
        expectEqual(await found(), [], 'who has opted out after bernd opted in again')
      },
    },
  ])
}

const FIFTY = MANY_IDS.slice(0, 50)

/** Every other one of 50 has opted out. */
const half = {
  members: membersOf(FIFTY).map((member, at) => ({ ...member, optedOut: at % 2 === 0 })),
}

/** Who had opted out opts in, and the others opt out: all at once, the instances taking turns. */
async function setAllAtOnce(one: PreferenceRepository, other: PreferenceRepository): Promise<void> {
  const settings = FIFTY.map(async (id, at) =>
    (at % 3 === 0 ? one : other).setOptedOut(id, at % 2 !== 0),
  )
  await Promise.allSettled(settings)
  await Promise.all(settings)
  const expected = FIFTY.filter((_, at) => at % 2 !== 0)
  expectEqual(foundIn(await one.findOptedOut(FIFTY), FIFTY), expected, 'who has opted out')
}

function optedOut(ids: readonly string[]) {
  return membersOf(ids).map((member) => ({ ...member, optedOut: true }))
}
