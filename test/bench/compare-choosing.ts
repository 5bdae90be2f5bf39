import { ACCEPTED } from './requests.js'
import { contactsFor, floor, peers, policy, world } from './stage.js'
import { BY_HAND, compare, LIBRARY, ROUNDS, SLOW_ROUNDS } from './table.js'
import { GROUP, PICKERS } from './world.js'

/** Choosing among 5,000 contacts, against the same by hand and by the peers. */
export async function compareChoosing(): Promise<void> {
  const picker = PICKERS[5_000]
  await compare(
    ROUNDS,
    [
      { name: BY_HAND, calls: 6, run: () => floor.contactsFor(picker, GROUP) },
      { name: LIBRARY, calls: 6, run: contactsFor(picker) },
    ],
    [{ what: 'contactsFor, 5,000', name: LIBRARY, baseline: BY_HAND, atMost: 1.5 }],
  )
  const contactIds = (await world.contacts.findContactsOf(picker)).slice()
  await compare(
    SLOW_ROUNDS,
    [
      { name: BY_HAND, calls: 1, run: () => floor.contactsFor(picker, GROUP) },
      { name: LIBRARY, calls: 1, run: contactsFor(picker) },
      {
        name: '5,000 × evaluate',
        calls: 1,
        run: async () => {
          for (const recipientId of contactIds) {
            await policy.evaluate({ ...ACCEPTED, inviterId: picker, recipientId, route: 'group' })
          }
        },
      },
      ...Object.entries(peers).map(([name, peer]) => ({
        name,
        calls: 1,
        run: () => peer.contactsFor(picker, GROUP),
      })),
    ],
    [
      ...Object.keys(peers).map((name) => ({
        what: `contactsFor, 5,000: ${name}`,
        name,
        baseline: BY_HAND,
      })),
      { what: 'contactsFor, 5,000', name: LIBRARY, baseline: '5,000 × evaluate', atMost: 1 / 5 },
      { what: 'contactsFor, 5,000', name: LIBRARY, baseline: '@casl/ability', atMost: 1 / 6 },
      { what: 'contactsFor, 5,000', name: LIBRARY, baseline: 'json-rules-engine', atMost: 1 / 150 },
      { what: 'contactsFor, 5,000', name: LIBRARY, baseline: 'casbin', atMost: 1 / 800 },
      {
        what: 'contactsFor, 5,000',
        name: LIBRARY,
        baseline: 'casbin, rule by rule',
        atMost: 1 / 800,
      },
    ],
  )
}
