import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import {
  comparableClaim,
  comparableClaims,
  comparableOutcome,
  expectEqual,
  expectOneOf,
} from './expect-equal.js'
import { expectAll, expectNothing } from './expect-stored.js'
import { findFreeAtIn, type SeedInvitation } from './fixture.js'
import { paceAtomicCases } from './pace-atomic-cases.js'
import {
  EVERY,
  expectFreeAt,
  freeMsOf,
  IS_TAKEN,
  paceOf,
  paceSteps,
  PER_INVITER,
  UNUSED,
} from './pace-steps.js'
import { AT, later } from './records.js'

/** Each fails if the store keeps no pace. */
export const paceCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] =>
  [...paceSteps(cast), ...casesOf(cast), ...paceAtomicCases(cast)].map((promise) => ({
    ...promise,
    needs: [...[promise.needs ?? []].flat(), 'pace'],
    async check(fixture) {
      findFreeAtIn(fixture.repository)
      await promise.check(fixture)
    },
  }))

const casesOf = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'findFreeAt/none',
    name: 'findFreeAt returns `undefined` if there is none',
    network: { ...cast.crowd, invitations: [cast.claimUntil(later(AT, EVERY))] },
    async check({ repository }) {
      for (const id of [cast.anna, cast.nobody]) await expectFreeAt(repository, id, undefined)
      await repository.commit(cast.recordAt(1, 0, undefined))
      await expectFreeAt(repository, cast.anna, undefined)
    },
  },
  {
    id: 'findFreeAt/exact',
    name: 'findFreeAt compares identifiers exactly',
    network: { ...cast.four, members: cast.membersOf([cast.bernd, ...cast.odd.members]) },
    async check({ repository }) {
      for (const [at, inviterId] of cast.odd.members.entries()) {
        const parties = { inviterId, recipientId: cast.bernd }
        await repository.commit(cast.recordAt(at, 0, paceOf(100_000, at + 1), parties))
      }
      for (const [at, inviterId] of cast.odd.members.entries())
        await expectFreeAt(repository, inviterId, at + 1)
    },
  },
  {
    id: 'commit/pace-after-pair',
    name: `${IS_TAKEN}: if neither the identifier nor the pair is taken`,
    network: cast.crowd,
    async check({ repository }) {
      const record = cast.recordAt(0, 0, paceOf(1))
      const { invitation } = record
      const { invitationId, recipientId } = invitation
      await repository.commit(record)
      const freeAt = later(AT, EVERY)
      for (const [at, [changes, outcome]] of (
        [
          [
            { invitationId, recipientId },
            { type: 'IdTaken', invitation },
          ],
          [{ invitationId }, { type: 'IdTaken', invitation }],
          [{ recipientId }, { type: 'PairTaken', claim: comparableClaim(invitation) }],
          [{}, { type: 'PaceTaken', freeAt }],
        ] as const
      ).entries()) {
        const next = await repository.commit(cast.recordAt(at + 1, 1, paceOf(1), changes))
        expectEqual(comparableOutcome(next), outcome, 'the outcome')
      }
    },
  },
  {
    id: 'commit/nothing-if-pace-taken',
    name: 'commit stores nothing if the pace is taken',
    network: { ...cast.crowd, invitations: [endedClaimOf(cast)] },
    async check(fixture) {
      const { repository } = fixture
      const first = cast.recordAt(0, 0, paceOf(1))
      await repository.commit(first)
      const denied = cast.recordAt(1, EVERY - 1, paceOf(1))
      const again = cast.recordAt(2, EVERY - 1, paceOf(1))
      for (const record of [denied, again, denied]) await repository.commit(record)
      await expectNothing(fixture, denied)
      const { recipientId } = again.invitation
      const claims = await repository.findClaims(cast.anna, [recipientId])
      const [claim] = comparableClaims(claims, [recipientId])
      expectOneOf(
        claim,
        [undefined, comparableClaim(endedClaimOf(cast))],
        'the claim that has ended',
      )
      const next = cast.recordAt(1, EVERY, paceOf(1))
      const outcome = comparableOutcome(await repository.commit(next))
      expectEqual(outcome, { type: 'Committed' }, 'the outcome of the same record later')
      await expectAll(fixture, [first, next])
    },
  },
  {
    id: 'commit/pace-unused',
    name: `${UNUSED}: a taken identifier, pair or pace`,
    network: cast.crowd,
    async check({ repository }) {
      const record = cast.recordAt(0, 0, paceOf(5))
      const { invitationId, recipientId } = record.invitation
      await repository.commit(record)
      for (const denied of [
        cast.recordAt(1, 1, paceOf(5), { invitationId }),
        cast.recordAt(2, 1, paceOf(5), { recipientId }),
        cast.recordAt(3, EVERY - 1, paceOf(1)),
        cast.recordAt(4, 1, paceOf(5), { invitationId, inviterId: cast.clara }),
      ]) {
        await repository.commit(denied)
        await expectFreeAt(repository, cast.anna, EVERY)
      }
      await expectFreeAt(repository, cast.clara, undefined)
    },
  },
  {
    id: 'commit/pace-of-inviter',
    name: PER_INVITER,
    network: cast.crowd,
    async check({ repository }) {
      const { anna, bernd, clara, dora, chess, choir } = cast
      for (const [at, [inviterId, recipientId, groupId, type]] of (
        [
          [anna, bernd, chess, 'Committed'],
          [clara, bernd, chess, 'Committed'],
          [bernd, anna, chess, 'Committed'],
          [anna, clara, choir, 'Committed'],
          [anna, dora, choir, 'PaceTaken'],
          [clara, dora, choir, 'Committed'],
        ] as const
      ).entries()) {
        const parties = { inviterId, recipientId, groupId }
        const outcome = await repository.commit(cast.recordAt(at, 0, paceOf(2), parties))
        expectEqual(outcome.type, type, `the outcome of commit ${at + 1}`)
      }
      for (const [id, uses] of [
        [anna, 2],
        [bernd, 1],
        [clara, 2],
        [dora, 0],
      ] as const)
        await expectFreeAt(repository, id, freeMsOf(uses))
    },
  },
  {
    id: 'commit/pace-exact',
    name: `${PER_INVITER}: identifiers are compared exactly`,
    network: { ...cast.four, members: cast.membersOf([cast.bernd, ...cast.odd.members]) },
    async check({ repository }) {
      for (const [at, inviterId] of cast.odd.members.entries()) {
        const parties = { inviterId, recipientId: cast.bernd }
        const { type } = await repository.commit(cast.recordAt(at, 0, paceOf(1), parties))
        expectEqual(type, 'Committed', `the outcome for ${inviterId}`)
      }
    },
  },
]

/** On the recipient of record 2. */
function endedClaimOf(cast: Cast): SeedInvitation {
  const { recipientId } = cast.recordAt(2, 0, undefined).invitation
  return cast.claimUntil(AT, { invitationId: cast.invitation(50), recipientId })
}
