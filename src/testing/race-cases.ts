import type {
  CommitOutcome,
  InvitationRecord,
  InvitationRepository,
} from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual, valuesIn } from './expect-equal.js'
import { expectAll, expectWhole } from './expect-stored.js'
import { anotherOf, type Fixture, type SeedNetwork } from './fixture.js'
import { AT, claimUntil, recordOf } from './records.js'
import {
  comparableClaim,
  comparableClaims,
  comparableInvitation,
  comparableOutcome,
} from './comparable.js'
import { FOUR, MANY, MANY_IDS, membersOf } from './networks.js'

const MANY_AT_ONCE = 50

const CROWD = { ...FOUR, members: [...membersOf(['anna']), ...MANY.members.slice(0, MANY_AT_ONCE)] }

/** Each race is run on one instance, and on two. */
const races: readonly {
  readonly name: string
  readonly network: Partial<SeedNetwork>
  readonly run: (fixture: Fixture<InvitationRepository>, instances: Instances) => Promise<void>
}[] = [
  {
    name: 'commit gives a pair to exactly one of any number at once: a free pair',
    network: FOUR,
    run: raceForThePair,
  },
  {
    name: 'commit gives a pair to exactly one of any number at once: a pair whose claim has ended',
    network: { ...FOUR, invitations: [claimUntil(AT)] },
    run: raceForThePair,
  },
  {
    name: 'commit gives an identifier to exactly one of any number at once: for one pair',
    network: FOUR,
    run: raceForTheId,
  },
  {
    name: 'commit gives an identifier to exactly one of any number at once: for different pairs',
    network: CROWD,
    run: raceOfPairsForTheId,
  },
  {
    name: 'commit stores all of any number at once whose pairs and identifiers differ: 50',
    network: CROWD,
    run: raceForNothing,
  },
]

export const raceCases: readonly PortPromise<InvitationRepository>[] = [
  ...races.map(({ name, network, run }): PortPromise<InvitationRepository> => ({
    name,
    network,
    check: (fixture) => run(fixture, [fixture.repository, fixture.repository]),
  })),
  ...races.map(({ name, network, run }): PortPromise<InvitationRepository> => ({
    name: `${name}, over two instances`,
    needs: 'another',
    network,
    check: async (fixture) => run(fixture, [fixture.repository, await anotherOf(fixture)]),
  })),
  {
    name: 'commit is visible at once to every instance: to another one',
    needs: 'another',
    network: FOUR,
    async check(fixture) {
      const other = await anotherOf(fixture)
      await fixture.repository.commit(recordOf())
      const { invitation } = recordOf()
      const found = comparableInvitation(await other.findInvitation('i-1'))
      expectEqual(found, invitation, 'the invitation that the other instance finds')
      const claims = comparableClaims(await other.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(claims, [comparableClaim(invitation)], 'the claim that the other instance finds')
    },
  },
]

type Instances = readonly [one: InvitationRepository, other: InvitationRepository]

interface Raced {
  readonly record: InvitationRecord
  readonly outcome: CommitOutcome
}

/** Ends when the last commit has ended, even if one fails. */
async function allAtOnce(
  [one, other]: Instances,
  records: readonly InvitationRecord[],
): Promise<readonly Raced[]> {
  const commits = records.map(async (record, at) => ({
    record,
    outcome: await (at % 2 === 0 ? one : other).commit(record),
  }))
  await Promise.allSettled(commits)
  return Promise.all(commits)
}

function winnersOf(raced: readonly Raced[]): readonly Raced[] {
  return raced.filter(({ outcome }) => outcome.type === 'Committed')
}

async function raceForThePair(
  fixture: Fixture<InvitationRepository>,
  instances: Instances,
): Promise<void> {
  const records = Array.from({ length: MANY_AT_ONCE }, (_, at) =>
    recordOf({ invitationId: `i-${at + 1}`, groupId: at % 3 === 0 ? 'chess' : 'choir' }),
  )
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

async function raceForTheId(
  fixture: Fixture<InvitationRepository>,
  instances: Instances,
): Promise<void> {
  const records = Array.from({ length: MANY_AT_ONCE }, () => recordOf())
  await expectOneId(fixture, await allAtOnce(instances, records))
}

async function raceOfPairsForTheId(
  fixture: Fixture<InvitationRepository>,
  instances: Instances,
): Promise<void> {
  const records = MANY_IDS.slice(0, MANY_AT_ONCE).map((recipientId) => recordOf({ recipientId }))
  await expectOneId(fixture, await allAtOnce(instances, records))
  const claims = await fixture.repository.findClaims('anna', MANY_IDS)
  const taken = valuesIn(claims, MANY_IDS).filter((claim) => claim !== undefined)
  expectEqual(taken.length, 1, 'the number of taken pairs')
}

async function raceForNothing(
  fixture: Fixture<InvitationRepository>,
  instances: Instances,
): Promise<void> {
  const records = MANY_IDS.slice(0, MANY_AT_ONCE).map((recipientId, at) =>
    recordOf({ invitationId: `i-${at}`, recipientId }),
  )
  const raced = await allAtOnce(instances, records)
  expectEqual(winnersOf(raced).length, MANY_AT_ONCE, 'the number of committed records')
  await expectAll(fixture, records)
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
