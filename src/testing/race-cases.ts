import type {
  CommitOutcome,
  InvitationRecord,
  InvitationRepository,
} from '../ports/invitation-repository.js'
import { anotherOf, type Fixture, type PortPromise } from './contract.js'
import { expectEqual, valuesIn } from './expect-equal.js'
import { expectAll, expectWhole } from './expect-stored.js'
import { AT, claimUntil, recordOf } from './records.js'
import type { SeedNetwork } from './seed-network.js'
import { claimOf, claimsTold, invitationTold, outcomeTold } from './told.js'
import { FOUR, MANY, MANY_IDS, membersOf } from './worlds.js'

/** How many commits a race has. */
const MANY_AT_ONCE = 50

/** Anna, and whom she invites all at once. */
const CROWD = { ...FOUR, members: [...membersOf(['anna']), ...MANY.members.slice(0, MANY_AT_ONCE)] }

/** What 50 commits at once do; each race is run on one instance, and on two. */
const races: readonly {
  readonly name: (onTwo: string) => string
  readonly network: Partial<SeedNetwork>
  readonly run: (fixture: Fixture<InvitationRepository>, instances: Instances) => Promise<void>
}[] = [
  {
    name: (onTwo) => `commit lets one of 50 at once${onTwo} have a pair that is free`,
    network: FOUR,
    run: raceForThePair,
  },
  {
    name: (onTwo) => `commit lets one of 50 at once${onTwo} have a pair whose claim has ended`,
    network: { ...FOUR, invitations: [claimUntil(AT)] },
    run: raceForThePair,
  },
  {
    name: (onTwo) => `commit lets one of 50 at once${onTwo} have an identifier`,
    network: FOUR,
    run: raceForTheId,
  },
  {
    name: (onTwo) =>
      `commit lets one of 50 at once${onTwo} have an identifier, though their pairs differ`,
    network: CROWD,
    run: raceOfPairsForTheId,
  },
  {
    name: (onTwo) => `commit keeps all of 50 at once${onTwo} whose pairs and identifiers differ`,
    network: CROWD,
    run: raceForNothing,
  },
]

/** What `commit` promises of many commits at once. */
export const raceCases: readonly PortPromise<InvitationRepository>[] = [
  ...races.map(({ name, network, run }): PortPromise<InvitationRepository> => ({
    name: name(''),
    network,
    check: (fixture) => run(fixture, [fixture.repository, fixture.repository]),
  })),
  ...races.map(({ name, network, run }): PortPromise<InvitationRepository> => ({
    name: name(', over two instances,'),
    needs: 'another',
    network,
    check: async (fixture) => run(fixture, [fixture.repository, await anotherOf(fixture)]),
  })),
  {
    name: 'commit is seen at once by another instance',
    needs: 'another',
    network: FOUR,
    async check(fixture) {
      const other = await anotherOf(fixture)
      await fixture.repository.commit(recordOf())
      const { invitation } = recordOf()
      const found = invitationTold(await other.findInvitation('i-1'))
      expectEqual(found, invitation, 'the invitation that the other instance finds')
      const claims = claimsTold(await other.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(claims, [claimOf(invitation)], 'the claim that the other instance finds')
    },
  },
]

/** Who takes turns in a race: two instances, or one with itself. */
type Instances = readonly [one: InvitationRepository, other: InvitationRepository]

/** A record that was committed at the same time as others, and what has become of it. */
interface Raced {
  readonly record: InvitationRecord
  readonly outcome: CommitOutcome
}

/** Commits all records at once; ends when the last has ended, also where one fails. */
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
  expectEqual(winners.length, 1, 'the number of those committed')
  for (const { record } of winners) {
    const refusal = { type: 'PairTaken', claim: claimOf(record.invitation) }
    for (const other of raced.filter((each) => each.record !== record)) {
      expectEqual(outcomeTold(other.outcome), refusal, 'the outcome of another')
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
  expectEqual(taken.length, 1, 'the number of pairs taken')
}

async function raceForNothing(
  fixture: Fixture<InvitationRepository>,
  instances: Instances,
): Promise<void> {
  const records = MANY_IDS.slice(0, MANY_AT_ONCE).map((recipientId, at) =>
    recordOf({ invitationId: `i-${at}`, recipientId }),
  )
  const raced = await allAtOnce(instances, records)
  expectEqual(winnersOf(raced).length, MANY_AT_ONCE, 'the number of those committed')
  await expectAll(fixture, records)
}

/** Expects that one has got the identifier, and that the others are told which. */
async function expectOneId(
  fixture: Fixture<InvitationRepository>,
  raced: readonly Raced[],
): Promise<void> {
  const winners = winnersOf(raced)
  expectEqual(winners.length, 1, 'the number of those committed')
  for (const { record } of winners) {
    const refusal = { type: 'IdTaken', invitation: record.invitation }
    for (const other of raced.filter((each) => each.record !== record)) {
      expectEqual(outcomeTold(other.outcome), refusal, 'the outcome of another')
    }
    await expectWhole(fixture, record)
  }
}
