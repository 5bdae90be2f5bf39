import type { PreferenceRepository } from '../ports/preference-repository.js'
import { casesOf, type ContractCase } from './contract.js'
import { expectEqual, foundIn } from './expect-equal.js'
import { anotherOf, type OpenFixture } from './fixture.js'
import { DIGITS, FOUR, MANY_IDS, membersOf, TRICKY, TRICKY_IDS } from './networks.js'

/**
 * Returns the promises of a `PreferenceRepository` as cases for any test runner.
 *
 * @since 0.1.0
 */
export function preferenceRepositoryContract(
  open: OpenFixture<PreferenceRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findOptedOut returns the members who have opted out, and no others',
      network: { members: [...membersOf(['anna', 'clara']), ...optedOut(['bernd', 'dora'])] },
      async check({ repository }) {
        const answer = await repository.findOptedOut([...ids, 'nobody'])
        expectEqual(foundIn(answer, [...ids, 'nobody']), ['bernd', 'dora'], 'who has opted out')
      },
    },
    {
      name: 'findOptedOut returns a Set of nothing but strings',
      network: { members: optedOut(DIGITS) },
      async check({ repository }) {
        const answer = await repository.findOptedOut([...DIGITS, '404'])
        expectEqual(foundIn(answer, DIGITS), DIGITS, 'who has opted out')
      },
    },
    {
      name: 'findOptedOut compares identifiers exactly',
      network: TRICKY,
      async check({ repository }) {
        const some = TRICKY_IDS.filter((_, index) => index % 2 === 0)
        for (const id of some) await repository.setOptedOut(id, true)
        const found = foundIn(await repository.findOptedOut(TRICKY_IDS), TRICKY_IDS)
        expectEqual(found, some, 'who has opted out')
      },
    },
    {
      name: 'findOptedOut accepts any number of members: 0, 1 and 5,000',
      network: { members: optedOut(MANY_IDS) },
      async check({ repository }) {
        for (const asked of [[], ['m-0'], MANY_IDS]) {
          const found = foundIn(await repository.findOptedOut(asked), asked)
          expectEqual(found.length, asked.length, 'the number of members')
        }
      },
    },
    {
      name: 'setOptedOut is visible at once, off and on again',
      network: FOUR,
      check: ({ repository }) => expectVisible(repository, repository),
    },
    {
      name: 'setOptedOut changes nothing if the setting is the same already',
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
      name: 'setOptedOut is no error for a member who does not exist',
      network: FOUR,
      async check({ repository }) {
        await repository.setOptedOut('nobody', true)
        await repository.setOptedOut('nobody', false)
        expectEqual(foundIn(await repository.findOptedOut(ids), ids), [], 'who has opted out')
      },
    },
    {
      name: 'setOptedOut changes no other member, with any number of calls at once',
      network: half,
      check: ({ repository }) => setAllAtOnce(repository, repository),
    },
    {
      name: 'setOptedOut changes no other member, with any number of calls at once: over two instances',
      needs: 'another',
      network: half,
      check: async (fixture) => setAllAtOnce(fixture.repository, await anotherOf(fixture)),
    },
    {
      name: 'setOptedOut is visible at once, off and on again: to another instance',
      needs: 'another',
      network: FOUR,
      check: async (fixture) => expectVisible(fixture.repository, await anotherOf(fixture)),
    },
  ])
}

const ids = ['anna', 'bernd', 'clara', 'dora']

const FIFTY = MANY_IDS.slice(0, 50)

const half = {
  members: membersOf(FIFTY).map((member, at) => ({ ...member, optedOut: at % 2 === 0 })),
}

async function expectVisible(
  one: PreferenceRepository,
  other: PreferenceRepository,
): Promise<void> {
  const found = async () => foundIn(await other.findOptedOut(ids), ids)
  expectEqual(await found(), [], 'who has opted out at first')
  await one.setOptedOut('bernd', true)
  expectEqual(await found(), ['bernd'], 'who has opted out after bernd did')
  await one.setOptedOut('bernd', false)
  expectEqual(await found(), [], 'who has opted out after bernd opted in again')
}

/** All at once, the opted-out members opt in and the others opt out; the instances take turns. */
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
