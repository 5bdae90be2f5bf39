import type { NetworkMember } from '../memory/network.js'
import type { ProfileRepository } from '../ports/profile-repository.js'
import { fieldOf } from '../validation/assert.js'
import type { Cast } from './cast.js'
import type { PortPromise, StoreNeed } from './contract.js'
import { expectEqual, expectNoNull, valuesIn } from './expect-equal.js'

const PARTS =
  'findProfiles returns names, locale, entries and the address of the page, the entries in their order'

/** One case for each field of a profile, since most stores have only some of them. */
export const profileFieldCases = (cast: Cast): readonly PortPromise<ProfileRepository>[] => [
  caseOf(cast, { id: 'name', what: 'the display name', field: 'displayName', value: NAME }),
  ...TEXTS.map((text) => caseOf(cast, { ...text, id: text.needs, field: text.needs })),
  ...LISTS.map((list) =>
    caseOf(cast, { ...list, id: list.needs, what: list.needs, field: list.needs }),
  ),
  caseOf(cast, {
    id: 'url',
    what: 'the address of the page',
    needs: 'profileUrl',
    field: 'url',
    value: 'https://network.example/members/bernd?tab=1',
  }),
  caseOf(cast, {
    id: 'long-entries',
    what: 'entries of 500 characters',
    needs: 'longEntries',
    field: 'haves',
    value: ['x'.repeat(500), `${'😀'.repeat(499)}!`],
  }),
]

const NAME = 'Bernd Müller-Özdemir'

const TEXTS = [
  { needs: 'givenName', what: 'the given name', value: 'Bernd' },
  { needs: 'familyName', what: 'the family name', value: 'Müller-Özdemir' },
  { needs: 'locale', what: 'the locale', value: 'de' },
] as const

const LISTS = [
  { needs: 'wants', value: ['Übersetzer', 'Kaffee, schwarz', 'C++'] },
  {
    needs: 'haves',
    value: ['TypeScript', "Peter's 100 % {braces}", '"quotes" & <tags>', '日本語 😀'],
  },
  {
    needs: 'other',
    value: ['Elbwerk GmbH; Hamburg | Berlin', 'back\\slash', 'NULL', 'Cafe\u0301'],
  },
] as const

interface Part {
  readonly id: string
  readonly what: string
  readonly needs?: StoreNeed
  readonly field: keyof NetworkMember
  readonly value: string | readonly string[]
}

/** Bernd has the field, and Clara does not, unless the store demands one. */
function caseOf(
  { anna, bernd, clara, membersOf }: Cast,
  { id, what, needs, field, value }: Part,
): PortPromise<ProfileRepository> {
  return {
    id: `findProfiles/${id}`,
    name: `${PARTS}: ${what}`,
    ...(needs && { needs }),
    network: {
      members: [
        ...membersOf([anna, clara]),
        { memberId: bernd, displayName: NAME, [field]: value },
      ],
    },
    async check({ repository }) {
      const [profile, other] = valuesIn(await repository.findProfiles([bernd, clara], anna), [
        bernd,
        clara,
      ])
      expectEqual(fieldOf(profile, field), value, `${field} of ${bernd}`)
      if (typeof value === 'string') expectNoNull(other, [field])
      else expectEqual(fieldOf(other, field), [], `${field} of ${clara}`)
    },
  }
}
