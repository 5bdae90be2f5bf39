import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { Cast } from './cast.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { expectEqual, foundIn } from './expect-equal.js'
import { anotherOf, type OpenFixture } from './fixture.js'

/**
 * Returns the promises of a `PreferenceRepository` as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function preferenceRepositoryContract(
  open: OpenFixture<PreferenceRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [...findingCases(cast), ...settingCases(cast)])
}

const findingCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  {
    id: 'findOptedOut/members',
    name: 'findOptedOut returns the members who have opted out, and no others',
    network: {
      members: [
        ...cast.membersOf([cast.anna, cast.clara]),
        ...optedOut(cast, [cast.bernd, cast.dora]),
      ],
    },
    async check({ repository }) {
      const ids = [...fourOf(cast), cast.nobody]
      const answer = await repository.findOptedOut(ids)
      expectEqual(foundIn(answer, ids), [cast.bernd, cast.dora], 'who has opted out')
    },
  },
  {
    id: 'findOptedOut/items',
    name: 'findOptedOut returns a Set of nothing but strings',
    network: { members: optedOut(cast, cast.digits.members) },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const answer = await repository.findOptedOut([...members, noMember])
      expectEqual(foundIn(answer, members), members, 'who has opted out')
    },
  },
  {
    id: 'findOptedOut/exact',
    name: 'findOptedOut compares identifiers exactly',
    network: { members: cast.membersOf(cast.odd.members) },
    async check({ repository }) {
      const { members } = cast.odd
      const some = members.filter((_, index) => index % 2 === 0)
      for (const id of some) await repository.setOptedOut(id, true)
      const found = foundIn(await repository.findOptedOut(members), members)
      expectEqual(found, some, 'who has opted out')
    },
  },
  {
    id: 'findOptedOut/many',
    name: 'findOptedOut accepts any number of members: 0, 1 and 5,000',
    get network() {
      return { members: optedOut(cast, cast.many()) }
    },
    async check({ repository }) {
      for (const asked of [[], cast.many().slice(0, 1), cast.many()]) {
        const found = foundIn(await repository.findOptedOut(asked), asked)
        expectEqual(found.length, asked.length, 'the number of members')
      }
    },
  },
]

const settingCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  {
    id: 'setOptedOut/visible',
    name: 'setOptedOut is visible at once, off and on again',
    network: cast.four,
    check: ({ repository }) => expectVisible(cast, repository, repository),
  },
  {
    id: 'setOptedOut/same',
    name: 'setOptedOut changes nothing if the setting is the same already',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, clara } = cast
      for (const [memberId, isOff] of [
        [anna, false],
        [bernd, true],
        [bernd, true],
        [clara, true],
        [clara, false],
        [clara, false],
      ] as const) {
        await repository.setOptedOut(memberId, isOff)
      }
      expectEqual(await foundAmongFour(cast, repository), [bernd], 'who has opted out')
    },
  },
  {
    id: 'setOptedOut/nobody',
    name: 'setOptedOut is no error for a member who does not exist',
    network: cast.four,
    async check({ repository }) {
      await repository.setOptedOut(cast.nobody, true)
      await repository.setOptedOut(cast.nobody, false)
      expectEqual(await foundAmongFour(cast, repository), [], 'who has opted out')
    },
  },
  {
    id: 'setOptedOut/at-once',
    name: 'setOptedOut changes no other member, with any number of calls at once',
    network: half(cast),
    check: ({ repository }) => setAllAtOnce(cast, repository, repository),
  },
  {
    id: 'setOptedOut/at-once-two-instances',
    name: 'setOptedOut changes no other member, with any number of calls at once: over two instances',
    needs: 'another',
    network: half(cast),
    check: async (fixture) => setAllAtOnce(cast, fixture.repository, await anotherOf(fixture)),
  },
  {
    id: 'setOptedOut/visible-two-instances',
    name: 'setOptedOut is visible at once, off and on again: to another instance',
    needs: 'another',
    network: cast.four,
    check: async (fixture) => expectVisible(cast, fixture.repository, await anotherOf(fixture)),
  },
]

const AT_ONCE = 50

function fourOf({ anna, bernd, clara, dora }: Cast): readonly string[] {
  return [anna, bernd, clara, dora]
}

async function foundAmongFour(cast: Cast, repository: PreferenceRepository): Promise<string[]> {
  return foundIn(await repository.findOptedOut(fourOf(cast)), fourOf(cast))
}

function optedOut({ membersOf }: Cast, ids: readonly string[]) {
  return membersOf(ids).map((member) => ({ ...member, optedOut: true }))
}

function half({ membersOf, many }: Cast) {
  const members = membersOf(many(AT_ONCE))
  return { members: members.map((member, at) => ({ ...member, optedOut: at % 2 === 0 })) }
}

async function expectVisible(
  cast: Cast,
  one: PreferenceRepository,
  other: PreferenceRepository,
): Promise<void> {
  const { bernd } = cast
  const found = () => foundAmongFour(cast, other)
  expectEqual(await found(), [], 'who has opted out at first')
  await one.setOptedOut(bernd, true)
  expectEqual(await found(), [bernd], `who has opted out after ${bernd} did`)
  await one.setOptedOut(bernd, false)
  expectEqual(await found(), [], `who has opted out after ${bernd} opted in again`)
}

/** All at once, the opted-out members opt in and the others opt out; the instances take turns. */
async function setAllAtOnce(
  { many }: Cast,
  one: PreferenceRepository,
  other: PreferenceRepository,
): Promise<void> {
  const ids = many(AT_ONCE)
  const settings = ids.map(async (id, at) =>
    (at % 3 === 0 ? one : other).setOptedOut(id, at % 2 !== 0),
  )
  await Promise.allSettled(settings)
  await Promise.all(settings)
  const expected = ids.filter((_, at) => at % 2 !== 0)
  expectEqual(foundIn(await one.findOptedOut(ids), ids), expected, 'who has opted out')
}
