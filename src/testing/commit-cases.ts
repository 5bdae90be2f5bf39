import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectWhole } from './expect-stored.js'
import { deliveriesIn } from './fixture.js'
import { AT, claimUntil, later, recordOf } from './records.js'
import {
  comparableClaim,
  comparableClaims,
  comparableDeliveries,
  comparableOutcome,
} from './comparable.js'
import { FOUR, TRICKY, TRICKY_PAIRS } from './networks.js'

export const commitCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'commit takes the pair until the `repeatableAt` of the invitation',
    network: FOUR,
    async check({ repository }) {
      const record = recordOf({ repeatableAt: later(AT, 5) })
      await repository.commit(record)
      const [claim] = comparableClaims(await repository.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(claim, comparableClaim(record.invitation), 'the claim')
    },
  },
  {
    name: 'commit stores all deliveries',
    needs: 'deliveries',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      const stored = await deliveriesIn(fixture)
      expectEqual(
        comparableDeliveries(stored),
        comparableDeliveries(recordOf().deliveries),
        'the deliveries',
      )
    },
  },
  {
    name: 'commit returns PairTaken with the claim if the claim ends later than `sentAt`: 1 ms',
    network: { ...FOUR, invitations: [claimUntil(later(AT, 1))] },
    async check({ repository }) {
      const claim = comparableClaim(claimUntil(later(AT, 1)))
      const outcome = comparableOutcome(await repository.commit(recordOf()))
      expectEqual(outcome, { type: 'PairTaken', claim }, 'the outcome')
    },
  },
  {
    name: 'commit takes a pair whose claim ends at `sentAt` exactly',
    network: { ...FOUR, invitations: [claimUntil(AT)] },
    async check(fixture) {
      const outcome = comparableOutcome(await fixture.repository.commit(recordOf()))
      expectEqual(outcome, { type: 'Committed' }, 'the outcome')
      await expectWhole(fixture, recordOf())
    },
  },
  {
    name: 'commit compares the stored end of a claim, and never computes it from the beginning',
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
      expectEqual(short.type, 'Committed', 'the outcome after a short cooldown')
      const long = await repository.commit(recordOf({ invitationId: 'i-2', recipientId: 'clara' }))
      expectEqual(long.type, 'PairTaken', 'the outcome within a long cooldown')
    },
  },
  {
    name: 'commit ignores the beginning of a claim, which may be later than `sentAt`',
    network: {
      ...FOUR,
      invitations: [{ ...claimUntil(later(AT, 9000)), sentAt: later(AT, 5000) }],
    },
    async check({ repository }) {
      expectEqual((await repository.commit(recordOf())).type, 'PairTaken', 'the outcome')
    },
  },
  {
    name: 'commit returns PairTaken for another group: not for another inviter, another recipient or the reversed pair',
    network: FOUR,
    async check({ repository }) {
      await repository.commit(recordOf())
      for (const [what, changes, outcome] of [
        ['another group', { groupId: 'choir' }, 'PairTaken'],
        ['another inviter', { inviterId: 'clara' }, 'Committed'],
        ['another recipient', { recipientId: 'clara' }, 'Committed'],
        ['the reversed pair', { inviterId: 'bernd', recipientId: 'anna' }, 'Committed'],
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
    name: 'commit returns IdTaken with the stored invitation, and checks the identifier before the pair',
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
        const outcome = comparableOutcome(await repository.commit(recordOf(changes)))
        expectEqual(outcome, { type: 'IdTaken', invitation }, 'the outcome')
      }
    },
  },
]
