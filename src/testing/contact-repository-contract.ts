import type { ContactRepository } from '../ports/contact-repository.js'
import { casesOf, type ContractCase } from './contract.js'
import { expectEqual, foundIn, sorted } from './expect-equal.js'
import type { OpenFixture, SeedNetwork } from './fixture.js'
import {
  DIGITS,
  FOUR,
  MANY,
  MANY_IDS,
  membersOf,
  TRICKY,
  TRICKY_IDS,
  TRICKY_PAIRS,
} from './networks.js'

/**
 * Returns the promises of a `ContactRepository` as cases for any test runner.
 *
 * @since 0.1.0
 */
export function contactRepositoryContract(
  open: OpenFixture<ContactRepository>,
): readonly ContractCase[] {
  const ids = ['anna', 'bernd', 'clara', 'dora']
  return casesOf(open, [
    {
      name: 'findContactsAmong returns direct contacts only, no matter who asked whom',
      network: chain,
      async check({ repository }) {
        for (const [memberId, contacts] of [
          ['anna', ['bernd']],
          ['bernd', ['anna', 'clara']],
          ['clara', ['bernd']],
          ['dora', []],
          ['nobody', []],
        ] as const) {
          const answer = await repository.findContactsAmong(memberId, [...ids, 'nobody'])
          expectEqual(foundIn(answer, [...ids, 'nobody']), contacts, `the contacts of ${memberId}`)
        }
      },
    },
    {
      name: 'findContactsAmong returns a Set of nothing but strings',
      network: {
        members: membersOf(['anna', ...DIGITS]),
        contacts: DIGITS.map((id) => ['anna', id] as const),
      },
      async check({ repository }) {
        const answer = await repository.findContactsAmong('anna', [...DIGITS, '404'])
        expectEqual(foundIn(answer, DIGITS), DIGITS, 'the contacts of anna')
      },
    },
    {
      name: 'findContactsAmong compares identifiers exactly',
      network: { ...TRICKY, contacts: trickyContacts },
      async check({ repository }) {
        for (const id of TRICKY_IDS) {
          const found = foundIn(await repository.findContactsAmong(id, TRICKY_IDS), TRICKY_IDS)
          expectEqual(found, trickyContactsOf(id), `the contacts of ${id}`)
        }
      },
    },
    {
      name: 'findContactsAmong accepts any number of candidates: 0, 1 and 5,000',
      network: hub,
      async check({ repository }) {
        for (const asked of [[], ['m-0'], MANY_IDS]) {
          const found = foundIn(await repository.findContactsAmong('anna', asked), asked)
          expectEqual(found.length, asked.length, 'the number of contacts')
        }
      },
    },
    {
      name: 'findContactsOf returns all direct contacts, each once',
      network: chain,
      async check({ repository }) {
        for (const [memberId, contacts] of [
          ['anna', ['bernd']],
          ['bernd', ['anna', 'clara']],
          ['dora', []],
          ['nobody', []],
        ] as const) {
          const found = sorted(await repository.findContactsOf(memberId))
          expectEqual(found, contacts, `the contacts of ${memberId}`)
        }
      },
    },
    {
      name: 'findContactsOf returns all direct contacts, each once: 5,000',
      network: hub,
      async check({ repository }) {
        const found = await repository.findContactsOf('anna')
        expectEqual(found.length, MANY_IDS.length, 'the length of the list')
        expectEqual(new Set(found).size, MANY_IDS.length, 'the number of contacts')
      },
    },
    {
      name: 'findContactsOf compares identifiers exactly',
      network: { ...TRICKY, contacts: trickyContacts },
      async check({ repository }) {
        for (const id of TRICKY_IDS) {
          const found = sorted(await repository.findContactsOf(id))
          expectEqual(found, sorted(trickyContactsOf(id)), `the contacts of ${id}`)
        }
      },
    },
  ])
}

/** Each pair once: a contact is mutual. */
const trickyContacts = TRICKY_PAIRS.filter(([memberId]) => memberId !== 'z')

function trickyContactsOf(id: string): readonly string[] {
  const met = trickyContacts.filter((pair) => pair.includes(id)).flat()
  return TRICKY_IDS.filter((other) => other !== id && met.includes(other))
}

const chain = {
  ...FOUR,
  contacts: [
    ['anna', 'bernd'],
    ['clara', 'bernd'],
  ],
} satisfies Partial<SeedNetwork>

const hub = {
  members: [...MANY.members, ...membersOf(['anna'])],
  contacts: MANY_IDS.map((id, at) =>
    at % 2 === 0 ? (['anna', id] as const) : ([id, 'anna'] as const),
  ),
}
