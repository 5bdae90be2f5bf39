import type { InvitationRepository } from '../ports/invitation-repository.js'
import { deliveriesIn, type PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectWhole } from './expect-stored.js'
import { AT, claimUntil, later, recordOf } from './records.js'
import { claimOf, claimsTold, deliveriesTold, outcomeTold } from './told.js'
import { FOUR, TRICKY, TRICKY_PAIRS } from './worlds.js'

/** What `commit` promises of one commit after the other. */
export const commitCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'commit takes the pair until the end that the invitation says',
    network: FOUR,
    async check({ repository }) {
      const record = recordOf({ repeatableAt: later(AT, 5) })
      await repository.commit(record)
      const [claim] = claimsTold(await repository.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(claim, claimOf(record.invitation), 'the claim')
    },
  },
  {
    name: 'commit stores all deliveries',
    needs: 'deliveries',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      const stored = await deliveriesIn(fixture)
      expectEqual(deliveriesTold(stored), deliveriesTold(recordOf().deliveries), 'the deliveries')
    },
  },
  {
    name: 'commit refuses a pair that is taken, until 1 ms before its end, and tells its claim',
    network: { ...FOUR, invitations: [claimUntil(later(AT, 1))] },
    async check({ repository }) {
      const claim = claimOf(claimUntil(later(AT, 1)))
      const outcome = outcomeTold(await repository.commit(recordOf()))
      expectEqual(outcome, { type: 'PairTaken', claim }, 'the outcome')
    },
  },
  {
    name: 'commit takes a pair whose claim ends at `sentAt` exactly',
    network: { ...FOUR, invitations: [claimUntil(AT)] },
    async check(fixture) {
      const outcome = outcomeTold(await fixture.repository.commit(recordOf()))
      expectEqual(outcome, { type: 'Committed' }, 'the outcome')
      await expectWhole(fixture, recordOf())
    },
  },
  {
    name: 'commit looks at the end that is stored, not at what the beginning would give',
    network: {
      ...FOUR,
      invitations: [
        { ...claimUntil(AT), sentAt: later(AT, -1) },
        {
          ...claimUntil(later(AT, 1), { invitationId: 'i-old', recipientId: 'clara' }),
          sentAt: new Date('2020-01-01T00:00:00.000Z'),
        },
      ],
    },
    async check({ repository }) {
      const short = await repository.commit(recordOf())
      expectEqual(short.type, 'Committed', 'the outcome after a short window')
      const long = await repository.commit(recordOf({ invitationId: 'i-2', recipientId: 'clara' }))
      expectEqual(long.type, 'PairTaken', 'the outcome within a long window')
    },
  },
  {
    name: 'commit is refused by a claim that begins only after `sentAt`, by another clock',
    network: {
      ...FOUR,
      invitations: [{ ...claimUntil(later(AT, 9000)), sentAt: later(AT, 5000) }],
    },
    async check({ repository }) {
      expectEqual((await repository.commit(recordOf())).type, 'PairTaken', 'the outcome')
    },
  },
  {
    name: 'commit knows whose pair it is: another group is refused; another inviter and the way back are free',
    network: FOUR,
    async check({ repository }) {
      await repository.commit(recordOf())
      for (const [what, changes, outcome] of [
        ['another group', { groupId: 'choir' }, 'PairTaken'],
        ['another inviter', { inviterId: 'clara' }, 'Committed'],
        ['another recipient', { recipientId: 'clara' }, 'Committed'],
        ['the way back', { inviterId: 'bernd', recipientId: 'anna' }, 'Committed'],
      ] as const) {
        const record = recordOf({ invitationId: what.replaceAll(' ', '-'), ...changes })
        expectEqual((await repository.commit(record)).type, outcome, `the outcome for ${what}`)
      }
    },
  },
  {
    name: 'commit compares identifiers exactly',
    network: TRICKY,
    async check({ repository }) {
      for (const [at, [inviterId, recipientId]] of TRICKY_PAIRS.entries()) {
        const record = recordOf({ invitationId: `i-${at}`, inviterId, recipientId })
        const { type } = await repository.commit(record)
        expectEqual(type, 'Committed', `the outcome for ${inviterId} and ${recipientId}`)
      }
    },
  },
  {
    name: 'commit tells the invitation that has the identifier, before it looks at the pair',
    network: FOUR,
    async check({ repository }) {
      const { invitation } = recordOf()
      await repository.commit(recordOf())
      for (const changes of [
        {},
        { text: 'Lieber Bernd, etwas anderes.' },
        { sentAt: later(AT, 1000) },
        { inviterId: 'clara', recipientId: 'dora' },
        { sentAt: later(AT, 1e12) },
      ]) {
        const outcome = outcomeTold(await repository.commit(recordOf(changes)))
        expectEqual(outcome, { type: 'IdTaken', invitation }, 'the outcome')
      }
    },
  },
]
