import { PROFILE_FIELDS } from '../model/member.js'
import type { ProfileRepository } from '../ports/profile-repository.js'
import { fieldOf } from '../validation/assert.js'
import type { Cast } from './cast.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { expectEqual, expectNoNull, valuesIn } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'
import { profileFieldCases } from './profile-field-cases.js'

/**
 * Returns the promises of a `ProfileRepository` as cases for any test runner.
 *
 * Each network decides who may see which profile. The cases expect that a viewer may see everything of a member who has
 * not left and does not hide.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function profileRepositoryContract(
  open: OpenFixture<ProfileRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [
    ...profileFieldCases(cast),
    ...absentCases(cast),
    ...identifierCases(cast),
  ])
}

const NO_PROFILE =
  'findProfiles returns no profile of a member who does not exist, has left the network, or must not be visible to the viewer'

const absentCases = (cast: Cast): readonly PortPromise<ProfileRepository>[] => [
  {
    id: 'findProfiles/nobody',
    name: `${NO_PROFILE}: does not exist`,
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, nobody } = cast
      const answer = await repository.findProfiles([nobody, bernd], anna)
      expectEqual(seenIn(answer, [nobody, bernd]), [bernd], 'who is found')
    },
  },
  {
    id: 'findProfiles/former',
    name: `${NO_PROFILE}: has left, also to their own eyes`,
    network: cast.four,
    decoys: { formerMembers: cast.membersOf([cast.emil]) },
    async check({ repository }) {
      const { anna, bernd, emil } = cast
      for (const viewer of [anna, emil]) {
        const answer = await repository.findProfiles([emil, bernd], viewer)
        const seen = seenIn(answer, [emil])
        expectEqual(seen, [], `the former members whom ${viewer} sees`)
      }
    },
  },
  {
    id: 'findProfiles/hides',
    name: `${NO_PROFILE}: hides from the viewer`,
    needs: 'blocks',
    network: { ...cast.four, blocks: [[cast.bernd, cast.anna]] },
    async check({ repository }) {
      await expectSeen(cast, repository, cast.anna, [cast.anna, cast.clara, cast.dora])
      await expectSeen(cast, repository, cast.clara, fourOf(cast))
    },
  },
  {
    id: 'findProfiles/hidden-from',
    name: 'findProfiles is mutual: the viewer hides from the member',
    needs: 'blocks',
    network: { ...cast.four, blocks: [[cast.bernd, cast.anna]] },
    async check({ repository }) {
      await expectSeen(cast, repository, cast.bernd, [cast.bernd, cast.clara, cast.dora])
    },
  },
  {
    id: 'findProfiles/own',
    name: 'findProfiles returns to members their own profiles',
    network: cast.four,
    async check({ repository }) {
      for (const id of fourOf(cast)) {
        const answer = await repository.findProfiles([id], id)
        expectEqual(namesIn(answer, [id]), namesOf(cast, [id]), 'the name')
      }
    },
  },
]

const identifierCases = (cast: Cast): readonly PortPromise<ProfileRepository>[] => [
  {
    id: 'findProfiles/keys',
    name: 'findProfiles returns a Map whose keys are all strings',
    network: { members: cast.membersOf([cast.anna, ...cast.digits.members]) },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const answer = await repository.findProfiles([...members, noMember], cast.anna)
      expectEqual(namesIn(answer, members), namesOf(cast, members), 'the names')
    },
  },
  {
    id: 'findProfiles/exact',
    name: 'findProfiles compares identifiers exactly',
    network: { members: cast.membersOf([cast.anna, ...cast.odd.members]) },
    async check({ repository }) {
      const { members } = cast.odd
      const answer = await repository.findProfiles(members, cast.anna)
      expectEqual(namesIn(answer, members), namesOf(cast, members), 'the names')
    },
  },
  {
    id: 'findProfiles/many',
    name: 'findProfiles accepts any number of members: 0, 1 and 5,000',
    get network() {
      return { members: cast.membersOf([cast.anna, ...cast.many()]) }
    },
    async check({ repository }) {
      for (const ids of [[], cast.many().slice(0, 1), cast.many()]) {
        const answer = await repository.findProfiles(ids, cast.anna)
        expectEqual(seenIn(answer, ids).length, ids.length, 'the number of profiles')
      }
    },
  },
]

function fourOf({ anna, bernd, clara, dora }: Cast): readonly string[] {
  return [anna, bernd, clara, dora]
}

async function expectSeen(
  cast: Cast,
  repository: ProfileRepository,
  viewer: string,
  expected: readonly string[],
): Promise<void> {
  const answer = await repository.findProfiles(fourOf(cast), viewer)
  expectEqual(seenIn(answer, fourOf(cast)), expected, `the members whom ${viewer} sees`)
}

function seenIn(answer: unknown, memberIds: readonly string[]): readonly string[] {
  const profiles = valuesIn(answer, memberIds)
  return memberIds.filter((_, at) => profiles[at] !== undefined)
}

function namesOf(cast: Cast, memberIds: readonly string[]): readonly unknown[] {
  return cast.membersOf(memberIds).map(({ displayName }) => [displayName, ...PROFILE_FIELDS])
}

/** The display name of each, with the lists that it must have; everything else may be whatever the store adds. */
function namesIn(answer: unknown, memberIds: readonly string[]): unknown[] {
  return valuesIn(answer, memberIds).map((profile) => {
    expectNoNull(profile, ['givenName', 'familyName', 'locale', 'url'])
    const lists = PROFILE_FIELDS.filter((field) => Array.isArray(fieldOf(profile, field)))
    return [fieldOf(profile, 'displayName'), ...lists]
  })
}
