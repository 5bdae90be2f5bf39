import type { ProfileRepository } from '../ports/profile-repository.js'
import { casesOf, type ContractCase } from './contract.js'
import { expectEqual, only, valuesIn } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'
import { DIGITS, FOUR, MANY, MANY_IDS, membersOf, TRICKY, TRICKY_IDS } from './networks.js'

/**
 * Returns the promises of a `ProfileRepository` as cases for any test runner.
 *
 * Each network decides who may see which profile. The cases expect that the viewer `anna` may see everything.
 *
 * @since 0.1.0
 */
export function profileRepositoryContract(
  open: OpenFixture<ProfileRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    {
      name: 'findProfiles returns names, locale and entries, the entries in their order',
      network: { members: [...membersOf(['anna']), written, bare] },
      async check({ repository }) {
        const answer = await repository.findProfiles(['bernd', 'clara'], 'anna')
        expectEqual(
          profilesIn(answer, ['bernd', 'clara']),
          [only(written, PROFILE), { displayName: 'Clara', wants: [], haves: [], other: [] }],
          'the profiles',
        )
      },
    },
    {
      name: 'findProfiles returns no profile of a member who does not exist',
      network: FOUR,
      async check({ repository }) {
        const answer = await repository.findProfiles(['nobody', 'bernd'], 'anna')
        const isFound = valuesIn(answer, ['nobody', 'bernd']).map(
          (profile) => profile !== undefined,
        )
        expectEqual(isFound, [false, true], 'whether nobody and bernd are found')
      },
    },
    {
      name: 'findProfiles returns to members their own profiles',
      network: { members: [written] },
      async check({ repository }) {
        const answer = await repository.findProfiles(['bernd'], 'bernd')
        expectEqual(profilesIn(answer, ['bernd']), [only(written, PROFILE)], 'the profile')
      },
    },
    {
      name: 'findProfiles returns a Map whose keys are all strings',
      network: { members: membersOf(['anna', ...DIGITS]) },
      async check({ repository }) {
        const answer = await repository.findProfiles([...DIGITS, '404'], 'anna')
        expectEqual(profilesIn(answer, DIGITS), DIGITS.map(bareProfileOf), 'the profiles')
      },
    },
    {
      name: 'findProfiles compares identifiers exactly',
      network: { members: [...TRICKY.members, ...membersOf(['anna'])] },
      async check({ repository }) {
        const answer = await repository.findProfiles(TRICKY_IDS, 'anna')
        expectEqual(profilesIn(answer, TRICKY_IDS), TRICKY_IDS.map(bareProfileOf), 'the profiles')
      },
    },
    {
      name: 'findProfiles accepts any number of members: 0, 1 and 5,000',
      network: { members: [...MANY.members, ...membersOf(['anna'])] },
      async check({ repository }) {
        for (const ids of [[], ['m-0'], MANY_IDS]) {
          const answer = await repository.findProfiles(ids, 'anna')
          const found = valuesIn(answer, ids).filter((profile) => profile !== undefined)
          expectEqual(found.length, ids.length, 'the number of profiles')
        }
      },
    },
  ])
}

const written = {
  memberId: 'bernd',
  displayName: 'Dr. Bernd Müller-Özdemir',
  givenName: 'Bernd',
  familyName: 'Müller-Özdemir',
  locale: 'de-AT',
  wants: ['Übersetzer', 'Kaffee, schwarz', 'C++'],
  haves: ['TypeScript', "Peter's 100 % {braces}", '"quotes" & <tags>', '日本語 😀'],
  other: ['Elbwerk GmbH; Hamburg | Berlin', 'back\\slash', 'NULL', 'Cafe\u0301', 'x'.repeat(500)],
}

const bare = { memberId: 'clara', displayName: 'Clara' }

const PROFILE = ['displayName', 'givenName', 'familyName', 'locale', 'wants', 'haves', 'other']

function bareProfileOf(memberId: string) {
  return { displayName: `Name of ${memberId}`, wants: [], haves: [], other: [] }
}

function profilesIn(answer: unknown, memberIds: readonly string[]): unknown[] {
  return valuesIn(answer, memberIds).map((profile) => only(profile, PROFILE))
}
