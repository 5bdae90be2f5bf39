import type { Invitation } from '../model/invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectWhole } from './expect-stored.js'
import { AT, recordOf } from './records.js'
import { comparableInvitation, comparableOutcome } from './comparable.js'
import { FOUR } from './networks.js'

export const invitationCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'findInvitation returns `undefined` if there is none',
    network: FOUR,
    async check({ repository }) {
      expectEqual(await repository.findInvitation('i-1'), undefined, 'what is found')
    },
  },
  ...whole().map(([what, changes]): PortPromise<InvitationRepository> => ({
    name: `findInvitation returns the invitation as it was committed: ${what}`,
    network: FOUR,
    async check(fixture) {
      const record = recordOf(changes)
      const { invitation } = record
      const outcome = await fixture.repository.commit(record)
      expectEqual(comparableOutcome(outcome), { type: 'Committed' }, 'the outcome')
      await expectWhole(fixture, record)
      const again = comparableOutcome(await fixture.repository.commit(record))
      expectEqual(again, { type: 'IdTaken', invitation }, 'the outcome of the same record again')
    },
  })),
  {
    name: 'findInvitation compares identifiers exactly',
    network: FOUR,
    async check({ repository }) {
      const { invitation } = recordOf({ invitationId: '1e3' })
      await repository.commit(recordOf({ invitationId: '1e3' }))
      for (const id of ['1E3', '1000', '01e3', '1e3.', '1e', '%', '_e3']) {
        expectEqual(await repository.findInvitation(id), undefined, `what is found for ${id}`)
      }
      const other = recordOf({ invitationId: '1E3', recipientId: 'clara' })
      const outcome = comparableOutcome(await repository.commit(other))
      expectEqual(outcome, { type: 'Committed' }, 'the outcome for 1E3')
      const found = comparableInvitation(await repository.findInvitation('1e3'))
      expectEqual(found, invitation, 'what is found for 1e3')
    },
  },
  {
    name: 'findInvitation compares identifiers exactly: to the last of 64 characters',
    network: FOUR,
    async check({ repository }) {
      const ends = [
        ['a', 'bernd'],
        ['b', 'clara'],
      ] as const
      for (const [end, recipientId] of ends) {
        const record = recordOf({ invitationId: `${'x'.repeat(63)}${end}`, recipientId })
        const outcome = comparableOutcome(await repository.commit(record))
        expectEqual(outcome, { type: 'Committed' }, `the outcome of the one that ends with ${end}`)
      }
      for (const [end, recipientId] of ends) {
        const found = await repository.findInvitation(`${'x'.repeat(63)}${end}`)
        expectEqual(
          found?.recipientId,
          recipientId,
          `the recipient of the one that ends with ${end}`,
        )
      }
    },
  },
]

/** Invitations that are hard to store unchanged. */
function whole(): readonly (readonly [what: string, changes: Partial<Invitation>])[] {
  const odd = 'ﬁ①Ａ "Go" & <b>ß</b> %s {} \\n \'; -- 日本 שלום 😀 '
  return [
    ['without subject and reference', {}],
    [
      'people, group, route and reference of another kind',
      {
        inviterId: 'clara',
        recipientId: 'dora',
        groupId: 'choir',
        route: 'group',
        subject: 'Chor',
        reference: { field: 'wants', entry: 'Alt' },
      },
    ],
    [
      'the longest identifier, subject and reference, of odd characters',
      {
        invitationId: `A.b_c~d-${'0'.repeat(56)}`,
        subject: `${firstOf(odd.repeat(10), 119)}!`,
        reference: {
          field: 'other',
          entry: `${firstOf(` e\u0301 ${odd.repeat(20)}`, 499)} `,
        },
      },
    ],
    ['a text of 500 odd characters', { text: `${firstOf(odd.repeat(20), 498)}\n!` }],
    ['a text of 5,000 bytes', { text: '👩‍👩‍👧‍👦'.repeat(200) }],
    ...repeatedHours().map(([clocks, sentAt]) => [`an hour that ${clocks}`, { sentAt }] as const),
  ]
}

function firstOf(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('')
}

/** Instants of next year whose local times occur twice, as clocks are set back. */
function repeatedHours(): readonly (readonly [clocks: string, sentAt: Date])[] {
  const year = AT.getUTCFullYear() + 1
  const october = 31 - new Date(Date.UTC(year, 9, 31)).getUTCDay()
  const november = 7 - new Date(Date.UTC(year, 10, 7)).getUTCDay()
  const at = (month: number, ...rest: [number, number, number, number, number]) =>
    new Date(Date.UTC(year, month, ...rest))
  return [
    ['clocks in Europe show twice, the first time', at(9, october, 0, 30, 0, 1)],
    ['clocks in Europe show twice, the second time', at(9, october, 1, 30, 59, 999)],
    ['clocks in New York show twice, the first time', at(10, november, 5, 30, 0, 10)],
    ['clocks in New York show twice, the second time', at(10, november, 6, 30, 0, 100)],
  ]
}
