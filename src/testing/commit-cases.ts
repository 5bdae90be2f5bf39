import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import {
  comparableClaim,
  comparableClaims,
  comparableDeliveries,
  comparableOutcome,
  expectEqual,
} from './expect-equal.js'
import { expectWhole } from './expect-stored.js'
import { deliveriesIn } from './fixture.js'
import { AT, later, YEAR } from './records.js'

export const commitCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'commit/claim',
    name: 'commit takes the pair until the `repeatableAt` of the invitation',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd } = cast
      const record = cast.recordOf({ repeatableAt: later(AT, 5) })
      await repository.commit(record)
      const [claim] = comparableClaims(await repository.findClaims(anna, [bernd]), [bernd])
      expectEqual(claim, comparableClaim(record.invitation), 'the claim')
    },
  },
  {
    id: 'commit/deliveries',
    name: 'commit stores all deliveries',
    needs: 'deliveries',
    network: cast.four,
    async check(fixture) {
      await fixture.repository.commit(cast.recordOf())
      const stored = await deliveriesIn(fixture)
      expectEqual(
        comparableDeliveries(stored),
        comparableDeliveries(cast.recordOf().deliveries),
        'the deliveries',
      )
    },
  },
  {
    id: 'commit/pair-taken',
    name: 'commit returns PairTaken with the claim if the claim ends later than `sentAt`: 1 ms',
    network: { ...cast.four, invitations: [cast.claimUntil(later(AT, 1))] },
    async check({ repository }) {
      const claim = comparableClaim(cast.claimUntil(later(AT, 1)))
      const outcome = comparableOutcome(await repository.commit(cast.recordOf()))
      expectEqual(outcome, { type: 'PairTaken', claim }, 'the outcome')
    },
  },
  {
    id: 'commit/claim-ended',
    name: 'commit takes a pair whose claim ends at `sentAt` exactly',
    network: { ...cast.four, invitations: [cast.claimUntil(AT)] },
    async check(fixture) {
      const outcome = comparableOutcome(await fixture.repository.commit(cast.recordOf()))
      expectEqual(outcome, { type: 'Committed' }, 'the outcome')
      await expectWhole(fixture, cast.recordOf())
    },
  },
  {
    id: 'commit/stored-end',
    name: 'commit compares the stored end of a claim, and never computes it from the beginning',
    network: {
      ...cast.four,
      invitations: [
        cast.claimUntil(AT, { sentAt: later(AT, -1) }),
        cast.claimUntil(later(AT, 1), {
          invitationId: cast.invitation(2),
          recipientId: cast.clara,
          sentAt: new Date('2020-01-01T00:00:00.000Z'),
        }),
      ],
    },
    async check({ repository }) {
      const short = await repository.commit(cast.recordOf())
      expectEqual(short.type, 'Committed', 'the outcome after a short cooldown')
      const changes = { invitationId: cast.invitation(3), recipientId: cast.clara }
      const long = await repository.commit(cast.recordOf(changes))
      expectEqual(long.type, 'PairTaken', 'the outcome within a long cooldown')
    },
  },
  {
    id: 'commit/claim-from-later',
    name: 'commit ignores the beginning of a claim, which may be later than `sentAt`',
    network: {
      ...cast.four,
      invitations: [cast.claimUntil(later(AT, 9000), { sentAt: later(AT, 5000) })],
    },
    async check({ repository }) {
      expectEqual((await repository.commit(cast.recordOf())).type, 'PairTaken', 'the outcome')
    },
  },
  {
    id: 'commit/other-pairs',
    name: 'commit returns PairTaken for another group: not for another inviter, another recipient or the reversed pair',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, clara, choir } = cast
      await repository.commit(cast.recordOf())
      for (const [at, [what, changes, outcome]] of (
        [
          ['another group', { groupId: choir }, 'PairTaken'],
          ['another inviter', { inviterId: clara }, 'Committed'],
          ['another recipient', { recipientId: clara }, 'Committed'],
          ['the reversed pair', { inviterId: bernd, recipientId: anna }, 'Committed'],
        ] as const
      ).entries()) {
        const record = cast.recordOf({ invitationId: cast.invitation(at + 2), ...changes })
        expectEqual((await repository.commit(record)).type, outcome, `the outcome for ${what}`)
      }
    },
  },
  {
    id: 'commit/exact',
    name: 'commit compares identifiers exactly',
    network: { ...cast.four, members: cast.membersOf(cast.odd.members) },
    async check({ repository }) {
      for (const [at, [inviterId, recipientId]] of cast.odd.pairs.entries()) {
        const invitationId = cast.invitation(at)
        const record = cast.recordOf({ invitationId, inviterId, recipientId })
        const { type } = await repository.commit(record)
        expectEqual(type, 'Committed', `the outcome for ${inviterId} and ${recipientId}`)
      }
    },
  },
  {
    id: 'commit/id-taken',
    name: 'commit returns IdTaken with the stored invitation, and checks the identifier before the pair',
    network: cast.four,
    async check({ repository }) {
      const { invitation } = cast.recordOf()
      await repository.commit(cast.recordOf())
      for (const changes of [
        {},
        { text: 'Lieber Bernd, etwas anderes.' },
        { sentAt: later(AT, 1000) },
        { inviterId: cast.clara, recipientId: cast.dora },
        { sentAt: later(AT, YEAR) },
      ]) {
        const outcome = comparableOutcome(await repository.commit(cast.recordOf(changes)))
        expectEqual(outcome, { type: 'IdTaken', invitation }, 'the outcome')
      }
    },
  },
]
