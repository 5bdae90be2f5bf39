import type { Invitation } from '../model/invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableInvitation, comparableOutcome, expectEqual } from './expect-equal.js'
import { expectWhole } from './expect-stored.js'
import { AT } from './records.js'

export const invitationCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'findInvitation/none',
    name: 'findInvitation returns `undefined` if there is none',
    network: cast.four,
    async check({ repository }) {
      expectEqual(await repository.findInvitation(cast.invitation(1)), undefined, 'what is found')
    },
  },
  ...whole(cast).map(({ id, what, changes }): PortPromise<InvitationRepository> => ({
    id: `findInvitation/${id}`,
    name: `findInvitation returns the invitation as it was committed: ${what}`,
    network: cast.four,
    async check(fixture) {
      const record = cast.recordOf(changes)
      const { invitation } = record
      const outcome = await fixture.repository.commit(record)
      expectEqual(comparableOutcome(outcome), { type: 'Committed' }, 'the outcome')
      await expectWhole(fixture, record)
      const again = comparableOutcome(await fixture.repository.commit(record))
      expectEqual(again, { type: 'IdTaken', invitation }, 'the outcome of the same record again')
    },
  })),
  {
    id: 'findInvitation/exact',
    name: 'findInvitation compares identifiers exactly',
    network: {
      ...cast.four,
      members: [
        ...cast.four.members,
        ...cast.membersOf(cast.oddRecords().map(({ invitation }) => invitation.recipientId)),
      ],
    },
    async check({ repository }) {
      const records = cast.oddRecords()
      const first = records.filter((_, at) => at % 2 === 1)
      const others = records.filter((_, at) => at % 2 === 0)
      const commitAll = async (some: typeof records) => {
        for (const record of some) {
          const outcome = comparableOutcome(await repository.commit(record))
          const id = record.invitation.invitationId
          expectEqual(outcome, { type: 'Committed' }, `the outcome for ${id}`)
        }
      }
      await commitAll(first)
      for (const { invitation } of others) {
        const found = await repository.findInvitation(invitation.invitationId)
        expectEqual(found, undefined, `what is found for ${invitation.invitationId}`)
      }
      await commitAll(others)
      for (const { invitation } of records) {
        const found = comparableInvitation(await repository.findInvitation(invitation.invitationId))
        expectEqual(found, invitation, `what is found for ${invitation.invitationId}`)
      }
    },
  },
]

interface Whole {
  readonly id: string
  readonly what: string
  readonly changes: Partial<Invitation>
}

/** Invitations that are hard to store unchanged. */
function whole(cast: Cast): readonly Whole[] {
  const odd = 'ﬁ①Ａ "Go" & <b>ß</b> %s {} \\n \'; -- 日本 שלום 😀 '
  return [
    { id: 'plain', what: 'without subject and reference', changes: {} },
    {
      id: 'other-values',
      what: 'people, group, route and reference of another kind',
      changes: {
        inviterId: cast.clara,
        recipientId: cast.dora,
        groupId: cast.choir,
        route: 'group',
        subject: 'Chor',
        reference: { field: 'wants', entry: 'Alt' },
      },
    },
    {
      id: 'odd-subject',
      what: 'the longest subject and reference, of odd characters',
      changes: {
        subject: `${firstOf(odd.repeat(10), 119)}!`,
        reference: {
          field: 'other',
          entry: `${firstOf(` e\u0301 ${odd.repeat(20)}`, 499)} `,
        },
      },
    },
    {
      id: 'odd-text',
      what: 'a text of 500 odd characters',
      changes: { text: `${firstOf(odd.repeat(20), 498)}\n!` },
    },
    {
      id: 'long-text',
      what: 'a text of 5,000 bytes',
      changes: { text: '👩‍👩‍👧‍👦'.repeat(200) },
    },
    ...repeatedHours(),
  ]
}

function firstOf(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('')
}

/** Instants of next year whose local times occur twice, as clocks are set back. */
function repeatedHours(): readonly Whole[] {
  const year = AT.getUTCFullYear() + 1
  const october = 31 - new Date(Date.UTC(year, 9, 31)).getUTCDay()
  const november = 7 - new Date(Date.UTC(year, 10, 7)).getUTCDay()
  const at = (
    id: string,
    clocks: string,
    ...date: [number, number, number, number, number, number]
  ) => ({
    id: `clock-${id}`,
    what: `an hour that clocks in ${clocks}`,
    changes: { sentAt: new Date(Date.UTC(year, ...date)) },
  })
  return [
    at('europe-1', 'Europe show twice, the first time', 9, october, 0, 30, 0, 1),
    at('europe-2', 'Europe show twice, the second time', 9, october, 1, 30, 59, 999),
    at('new-york-1', 'New York show twice, the first time', 10, november, 5, 30, 0, 10),
    at('new-york-2', 'New York show twice, the second time', 10, november, 6, 30, 0, 100),
  ]
}
