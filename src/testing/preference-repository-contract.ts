import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { Cast } from './cast.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { expectEqual, valuesIn } from './expect-equal.js'
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
    id: 'findOptOuts/members',
    name: 'findOptOuts returns the members who have opted out, and no others',
    network: {
      members: [
        ...cast.membersOf([cast.anna, cast.clara]),
        ...optedOut(cast, [cast.bernd, cast.dora]),
      ],
    },
    async check({ repository }) {
      const ids = [...fourOf(cast), cast.nobody]
      const answer = await repository.findOptOuts(ids, [], [])
      expectEqual(optedOutIn(answer, ids), [cast.bernd, cast.dora], 'who has opted out')
    },
  },
  {
    id: 'findOptOuts/items',
    name: 'findOptOuts returns a Map whose keys are all strings',
    network: { members: optedOut(cast, cast.digits.members) },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const answer = await repository.findOptOuts([...members, noMember], [], [])
      expectEqual(optedOutIn(answer, members), members, 'who has opted out')
    },
  },
  {
    id: 'findOptOuts/exact',
    name: 'findOptOuts compares identifiers exactly',
    network: { members: cast.membersOf(cast.odd.members) },
    async check({ repository }) {
      const { members } = cast.odd
      const some = members.filter((_, index) => index % 2 === 0)
      for (const id of some) await repository.setOptOut(id, 'all', true)
      const found = optedOutIn(await repository.findOptOuts(members, [], []), members)
      expectEqual(found, some, 'who has opted out')
    },
  },
  {
    id: 'findOptOuts/many',
    name: 'findOptOuts accepts any number of members: 0, 1 and 5,000',
    get network() {
      return { members: optedOut(cast, cast.many()) }
    },
    async check({ repository }) {
      for (const asked of [[], cast.many().slice(0, 1), cast.many()]) {
        const found = optedOutIn(await repository.findOptOuts(asked, [], []), asked)
        expectEqual(found.length, asked.length, 'the number of members')
      }
    },
  },
]

const settingCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  {
    id: 'setOptOut/visible',
    name: 'setOptOut is visible at once, off and on again',
    network: cast.four,
    check: ({ repository }) => expectVisible(cast, repository, repository),
  },
  {
    id: 'setOptOut/same',
    name: 'setOptOut changes nothing if the setting is the same already',
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
        await repository.setOptOut(memberId, 'all', isOff)
      }
      expectEqual(await foundAmongFour(cast, repository), [bernd], 'who has opted out')
    },
  },
  {
    id: 'setOptOut/nobody',
    name: 'setOptOut is no error for a member who does not exist',
    network: cast.four,
    async check({ repository }) {
      await repository.setOptOut(cast.nobody, 'all', true)
      await repository.setOptOut(cast.nobody, 'all', false)
      expectEqual(await foundAmongFour(cast, repository), [], 'who has opted out')
    },
  },
  {
    id: 'setOptOut/at-once',
    name: 'setOptOut changes no other member, with any number of calls at once',
    network: half(cast),
    check: ({ repository }) => setAllAtOnce(cast, repository, repository),
  },
  {
    id: 'setOptOut/at-once-two-instances',
    name: 'setOptOut changes no other member, with any number of calls at once: over two instances',
    needs: 'another',
    network: half(cast),
    check: async (fixture) => setAllAtOnce(cast, fixture.repository, await anotherOf(fixture)),
  },
  {
    id: 'setOptOut/visible-two-instances',
    name: 'setOptOut is visible at once, off and on again: to another instance',
    needs: 'another',
    network: cast.four,
    check: async (fixture) => expectVisible(cast, fixture.repository, await anotherOf(fixture)),
  },
]

/** The members who have opted out of everything, by the answer. */
function optedOutIn(answer: unknown, memberIds: readonly string[]): string[] {
  const values = valuesIn(answer, memberIds)
  return memberIds.filter((_, at) => {
    const optOuts = values[at]
    return Array.isArray(optOuts) && optOuts.includes('all')
  })
}

const AT_ONCE = 50

function fourOf({ anna, bernd, clara, dora }: Cast): readonly string[] {
  return [anna, bernd, clara, dora]
}

async function foundAmongFour(cast: Cast, repository: PreferenceRepository): Promise<string[]> {
  return optedOutIn(await repository.findOptOuts(fourOf(cast), [], []), fourOf(cast))
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
  await one.setOptOut(bernd, 'all', true)
  expectEqual(await found(), [bernd], `who has opted out after ${bernd} did`)
  await one.setOptOut(bernd, 'all', false)
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
    (at % 3 === 0 ? one : other).setOptOut(id, 'all', at % 2 !== 0),
  )
  await Promise.allSettled(settings)
  await Promise.all(settings)
  const expected = ids.filter((_, at) => at % 2 !== 0)
  expectEqual(optedOutIn(await one.findOptOuts(ids, [], []), ids), expected, 'who has opted out')
}
