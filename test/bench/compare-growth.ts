import { ACCEPTED } from './requests.js'
import { contactsFor, floor, MEMBERS, policy, policyOver } from './stage.js'
import { compare, ROUNDS } from './table.js'
import { createWorld, GROUP, PICKERS } from './world.js'

/** How the cost grows with the invitations of the past, and with the contacts. */
export async function compareGrowth(): Promise<void> {
  const young = policyOver(createWorld(MEMBERS, 1_000))
  await compare(
    ROUNDS,
    [
      { name: '1,000 past invitations', calls: 1_000, run: () => young.evaluate(ACCEPTED) },
      { name: '1,000,000 past invitations', calls: 1_000, run: () => policy.evaluate(ACCEPTED) },
    ],
    [
      {
        what: 'evaluate, 1,000,000 past invitations',
        name: '1,000,000 past invitations',
        baseline: '1,000 past invitations',
        atMost: 1.1,
      },
    ],
  )
  // As many contacts in each task's call, so that the ratio is that of the cost of one.
  await compare(
    ROUNDS,
    [
      { name: '100 × 100 contacts', calls: 1, run: times(100, contactsFor(PICKERS[100])) },
      { name: '1,000 × 10 contacts', calls: 1, run: times(1_000, contactsFor(PICKERS[10])) },
      { name: '10,000 contacts', calls: 1, run: contactsFor(PICKERS[10_000]) },
      {
        name: '100 × 100 contacts, by hand',
        calls: 1,
        run: times(100, () => floor.contactsFor(PICKERS[100], GROUP)),
      },
      {
        name: '10,000 contacts, by hand',
        calls: 1,
        run: () => floor.contactsFor(PICKERS[10_000], GROUP),
      },
    ],
    [
      { what: 'contactsFor, 10,000', name: '10,000 contacts', baseline: '1,000 × 10 contacts' },
      {
        what: 'contactsFor, 10,000',
        name: '10,000 contacts',
        baseline: '100 × 100 contacts',
        atMost: 1.2,
      },
      {
        what: 'contactsFor, 10,000: by hand',
        name: '10,000 contacts, by hand',
        baseline: '100 × 100 contacts, by hand',
      },
    ],
  )
}

function times(count: number, run: () => unknown): () => Promise<void> {
  return async () => {
    for (let call = 0; call < count; call += 1) await run()
  }
}
