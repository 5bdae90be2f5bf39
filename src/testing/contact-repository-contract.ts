import type { ContactRepository } from '../ports/contact-repository.js'
import { casesOf, type ContractCase, type OpenFixture } from './contract.js'
import { expectEqual, foundIn, sorted } from './expect-equal.js'
import type { SeedNetwork } from './seed-network.js'
import { FOUR, MANY, MANY_IDS, membersOf, TRICKY, TRICKY_IDS, TRICKY_PAIRS } from './worlds.js'

/**
 * What a `ContactRepository` promises, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function contactRepositoryContract(
  open: OpenFixture<ContactRepository>,
): readonly ContractCase[] {
  const ids = ['anna', 'bernd', 'clara', 'dora']
  return casesOf(open, [
    {
      name: 'findContactsAmong tells direct contacts, whoever asked whom',
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
      name: 'findContactsAmong and findContactsOf compare identifiers exactly',
      network: { ...TRICKY, contacts: trickyContacts },
      async check({ repository }) {
        for (const id of TRICKY_IDS) {
          const met = trickyContacts.filter((pair) => pair.includes(id)).flat()
          const contacts = TRICKY_IDS.filter((other) => other !== id && met.includes(other))
          const answer = await repository.findContactsAmong(id, TRICKY_IDS)
          expectEqual(foundIn(answer, TRICKY_IDS), contacts, `the contacts of ${id} among all`)
          const all = await repository.findContactsOf(id)
          expectEqual(sorted(all), sorted(contacts), `the contacts of ${id}`)
        }
      },
    },
    {
      name: 'findContactsAmong answers for 0, 1 and 5,000 members',
      network: hub,
      async check({ repository }) {
        for (const asked of [[], ['m-0'], MANY_IDS]) {
          const found = foundIn(await repository.findContactsAmong('anna', asked), asked)
          expectEqual(found.length, asked.length, 'the number of contacts found')
        }
      },
    },
    {
      name: 'findContactsOf tells all direct contacts, each once',
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
      name: 'findContactsOf tells 5,000 contacts',
      network: hub,
      async check({ repository }) {
        const found = new Set(await repository.findContactsOf('anna'))
        expectEqual(foundIn(found, MANY_IDS).length, 5000, 'the number of contacts found')
      },
    },
  ])
}

/** Each pair once: a contact is mutual. */
const trickyContacts = TRICKY_PAIRS.filter(([memberId]) => memberId !== 'z')

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
