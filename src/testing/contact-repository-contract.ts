import type { ContactRepository } from '../ports/contact-repository.js'
import type { Cast } from './cast.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import type { Pair } from './contract-ids.js'
import { expectEqual, foundIn, sorted } from './expect-equal.js'
import type { OpenFixture } from './fixture.js'

/**
 * Returns the promises of a `ContactRepository` as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function contactRepositoryContract(
  open: OpenFixture<ContactRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [...amongCases(cast), ...listCases(cast)])
}

const AMONG = 'findContactsAmong returns direct contacts only, no matter who asked whom'

const LIST = 'findContactsOf returns all direct contacts, each once'

const amongCases = (cast: Cast): readonly PortPromise<ContactRepository>[] => [
  {
    id: 'findContactsAmong/direct',
    name: AMONG,
    network: chain(cast),
    check: ({ repository }) => expectContactsAmong(cast, repository),
  },
  {
    id: 'findContactsAmong/requests',
    name: `${AMONG}: an open request is none`,
    network: chain(cast),
    decoys: { contactRequests: unconfirmed(cast) },
    check: ({ repository }) => expectContactsAmong(cast, repository),
  },
  {
    id: 'findContactsAmong/former',
    name: `${AMONG}: a contact that has ended is none`,
    network: chain(cast),
    decoys: { formerContacts: unconfirmed(cast) },
    check: ({ repository }) => expectContactsAmong(cast, repository),
  },
  {
    id: 'findContactsAmong/items',
    name: 'findContactsAmong returns a Set of nothing but strings',
    network: {
      members: cast.membersOf([cast.anna, ...cast.digits.members]),
      contacts: cast.digits.members.map((id) => [cast.anna, id] as const),
    },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const answer = await repository.findContactsAmong(cast.anna, [...members, noMember])
      expectEqual(foundIn(answer, members), members, `the contacts of ${cast.anna}`)
    },
  },
  {
    id: 'findContactsAmong/exact',
    name: 'findContactsAmong compares identifiers exactly',
    network: { members: cast.membersOf(cast.odd.members), contacts: oddContacts(cast) },
    async check({ repository }) {
      const { members } = cast.odd
      for (const id of members) {
        const found = foundIn(await repository.findContactsAmong(id, members), members)
        expectEqual(found, oddContactsOf(cast, id), `the contacts of ${id}`)
      }
    },
  },
  {
    id: 'findContactsAmong/many',
    name: 'findContactsAmong accepts any number of candidates: 0, 1 and 5,000',
    get network() {
      return hub(cast)
    },
    async check({ repository }) {
      for (const asked of [[], cast.many().slice(0, 1), cast.many()]) {
        const found = foundIn(await repository.findContactsAmong(cast.anna, asked), asked)
        expectEqual(found.length, asked.length, 'the number of contacts')
      }
    },
  },
]

const listCases = (cast: Cast): readonly PortPromise<ContactRepository>[] => [
  {
    id: 'findContactsOf/all',
    name: LIST,
    network: chain(cast),
    check: ({ repository }) => expectContactsOf(cast, repository),
  },
  {
    id: 'findContactsOf/requests',
    name: `${LIST}: an open request is none`,
    network: chain(cast),
    decoys: { contactRequests: unconfirmed(cast) },
    check: ({ repository }) => expectContactsOf(cast, repository),
  },
  {
    id: 'findContactsOf/former',
    name: `${LIST}: a contact that has ended is none`,
    network: chain(cast),
    decoys: { formerContacts: unconfirmed(cast) },
    check: ({ repository }) => expectContactsOf(cast, repository),
  },
  {
    id: 'findContactsOf/many',
    name: `${LIST}: 5,000`,
    get network() {
      return hub(cast)
    },
    async check({ repository }) {
      const found = await repository.findContactsOf(cast.anna)
      const { length } = cast.many()
      expectEqual(found.length, length, 'the length of the list')
      expectEqual(new Set(found).size, length, 'the number of contacts')
    },
  },
  {
    id: 'findContactsOf/exact',
    name: 'findContactsOf compares identifiers exactly',
    network: { members: cast.membersOf(cast.odd.members), contacts: oddContacts(cast) },
    async check({ repository }) {
      for (const id of cast.odd.members) {
        const found = sorted(await repository.findContactsOf(id))
        expectEqual(found, sorted(oddContactsOf(cast, id)), `the contacts of ${id}`)
      }
    },
  },
]

/** Anna and Bernd, Bernd and Clara: asked by either side. Dora has no contact. */
function chain({ four, anna, bernd, clara }: Cast) {
  const contacts: readonly Pair[] = [
    [anna, bernd],
    [clara, bernd],
  ]
  return { members: four.members, contacts }
}

/** In both directions. */
function unconfirmed({ anna, bernd, clara, dora }: Cast): readonly Pair[] {
  return [
    [anna, clara],
    [dora, anna],
    [bernd, dora],
  ]
}

function contactsIn({ anna, bernd, clara, dora, nobody }: Cast) {
  return [
    [anna, [bernd]],
    [bernd, [anna, clara]],
    [clara, [bernd]],
    [dora, []],
    [nobody, []],
  ] as const
}

async function expectContactsAmong(cast: Cast, repository: ContactRepository): Promise<void> {
  const ids = contactsIn(cast).map(([memberId]) => memberId)
  for (const [memberId, contacts] of contactsIn(cast)) {
    const answer = await repository.findContactsAmong(memberId, ids)
    expectEqual(foundIn(answer, ids), contacts, `the contacts of ${memberId}`)
  }
}

async function expectContactsOf(cast: Cast, repository: ContactRepository): Promise<void> {
  for (const [memberId, contacts] of contactsIn(cast)) {
    const found = sorted(await repository.findContactsOf(memberId))
    expectEqual(found, sorted(contacts), `the contacts of ${memberId}`)
  }
}

/** Each pair once: a contact is mutual. */
function oddContacts({ odd }: Cast): readonly Pair[] {
  const pairs = odd.pairs.map((pair) => [[...pair].sort().join('\u0000'), pair] as const)
  return [...new Map(pairs).values()]
}

function oddContactsOf(cast: Cast, id: string): readonly string[] {
  const met = oddContacts(cast)
    .filter((pair) => pair.includes(id))
    .flat()
  return cast.odd.members.filter((other) => other !== id && met.includes(other))
}

function hub(cast: Cast) {
  return {
    members: cast.membersOf([cast.anna, ...cast.many()]),
    contacts: cast
      .many()
      .map((id, at) => (at % 2 === 0 ? ([cast.anna, id] as const) : ([id, cast.anna] as const))),
  }
}
