import type {
  CommitOutcome,
  InvitationRecord,
  InvitationRepository,
} from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise, type SharedPromise } from './contract.js'
import {
  comparableClaim,
  comparableClaims,
  comparableInvitation,
  comparableOutcome,
  expectEqual,
  valuesIn,
} from './expect-equal.js'
import { expectAll, expectWhole } from './expect-stored.js'
import { anotherOf, type Fixture } from './fixture.js'
import { AT } from './records.js'

export const MANY_AT_ONCE = 50

export function raceCases(cast: Cast): readonly PortPromise<InvitationRepository>[] {
  return [
    ...racesOf(cast).flatMap(overInstances),
    {
      id: 'commit/visible-two-instances',
      name: 'commit is visible at once to every instance: to another one',
      needs: 'another',
      network: cast.four,
      async check(fixture) {
        const other = await anotherOf(fixture)
        const { invitation } = cast.recordOf()
        const { invitationId, inviterId, recipientId } = invitation
        await fixture.repository.commit(cast.recordOf())
        const found = comparableInvitation(await other.findInvitation(invitationId))
        expectEqual(found, invitation, 'the invitation that the other instance finds')
        const answer = await other.findClaims(inviterId, [recipientId])
        const claims = comparableClaims(answer, [recipientId])
        expectEqual(
          claims,
          [comparableClaim(invitation)],
          'the claim that the other instance finds',
        )
      },
    },
  ]
}

function racesOf(cast: Cast): readonly SharedPromise<InvitationRepository>[] {
  const recipients = cast.many(MANY_AT_ONCE)
  const crowd = { ...cast.four, members: cast.membersOf([cast.anna, ...recipients]) }
  const forPair = () =>
    recipients.map((_, at) =>
      cast.recordOf({
        invitationId: cast.invitation(at + 1),
        groupId: at % 3 === 0 ? cast.chess : cast.choir,
      }),
    )
  return [
    {
      id: 'commit/race-for-pair',
      name: 'commit gives a pair to exactly one of any number at once: a free pair',
      network: cast.four,
      check: (fixture, instances) => raceForThePair(fixture, instances, forPair()),
    },
    {
      id: 'commit/race-for-ended-pair',
      name: 'commit gives a pair to exactly one of any number at once: a pair whose claim has ended',
      network: { ...cast.four, invitations: [cast.claimUntil(AT)] },
      check: (fixture, instances) => raceForThePair(fixture, instances, forPair()),
    },
    {
      id: 'commit/race-for-id',
      name: 'commit gives an identifier to exactly one of any number at once: for one pair',
      network: cast.four,
      check: async (fixture, instances) => {
        const records = recipients.map(() => cast.recordOf())
        await expectOneId(fixture, await allAtOnce(instances, records))
      },
    },
    {
      id: 'commit/race-for-id-of-pairs',
      name: 'commit gives an identifier to exactly one of any number at once: for different pairs',
      network: crowd,
      check: async (fixture, instances) => {
        const records = recipients.map((recipientId) => cast.recordOf({ recipientId }))
        await expectOneId(fixture, await allAtOnce(instances, records))
        const claims = await fixture.repository.findClaims(cast.anna, recipients)
        const taken = valuesIn(claims, recipients).filter((claim) => claim !== undefined)
        expectEqual(taken.length, 1, 'the number of taken pairs')
      },
    },
    {
      id: 'commit/race-for-nothing',
      name: 'commit stores all of any number at once whose pairs and identifiers differ: 50',
      network: crowd,
      check: async (fixture, instances) => {
        const records = recipients.map((recipientId, at) =>
          cast.recordOf({ invitationId: cast.invitation(at), recipientId }),
        )
        const raced = await allAtOnce(instances, records)
        expectEqual(winnersOf(raced).length, MANY_AT_ONCE, 'the number of committed records')
        await expectAll(fixture, records)
      },
    },
  ]
}

export interface Raced {
  readonly record: InvitationRecord
  readonly outcome: CommitOutcome
}

/** Ends when the last commit has ended, even if one fails. */
export async function allAtOnce(
  [one, other]: Instances<InvitationRepository>,
  records: readonly InvitationRecord[],
): Promise<readonly Raced[]> {
  const commits = records.map(async (record, at) => ({
    record,
    outcome: await (at % 2 === 0 ? one : other).commit(record),
  }))
  await Promise.allSettled(commits)
  return Promise.all(commits)
}

export function winnersOf(raced: readonly Raced[]): readonly Raced[] {
  return raced.filter(({ outcome }) => outcome.type === 'Committed')
}

async function raceForThePair(
  fixture: Fixture<InvitationRepository>,
  instances: Instances<InvitationRepository>,
  records: readonly InvitationRecord[],
): Promise<void> {
  const raced = await allAtOnce(instances, records)
  const winners = winnersOf(raced)
  expectEqual(winners.length, 1, 'the number of committed records')
  for (const { record } of winners) {
    const denial = { type: 'PairTaken', claim: comparableClaim(record.invitation) }
    for (const other of raced.filter((each) => each.record !== record)) {
      expectEqual(comparableOutcome(other.outcome), denial, 'the outcome of another')
      const found = await fixture.repository.findInvitation(other.record.invitation.invitationId)
      expectEqual(found, undefined, 'the invitation of another')
    }
    await expectWhole(fixture, record)
  }
}

async function expectOneId(
  fixture: Fixture<InvitationRepository>,
  raced: readonly Raced[],
): Promise<void> {
  const winners = winnersOf(raced)
  expectEqual(winners.length, 1, 'the number of committed records')
  for (const { record } of winners) {
    const denial = { type: 'IdTaken', invitation: record.invitation }
    for (const other of raced.filter((each) => each.record !== record)) {
      expectEqual(comparableOutcome(other.outcome), denial, 'the outcome of another')
    }
    await expectWhole(fixture, record)
  }
}
