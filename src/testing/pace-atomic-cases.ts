import type { Invitation } from '../model/invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import { expectAtOnce, isCommitted, poisoned, SIGNS } from './atomic-cases.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise, type SharedPromise } from './contract.js'
import { comparableOutcome, expectEqual } from './expect-equal.js'
import { expectAll, expectNothing, expectWhole } from './expect-stored.js'
import { findFreeAtIn, type Fixture } from './fixture.js'
import { EVERY, expectFreeAt, freeMsOf, paceOf, PER_INVITER, STORES, UNUSED } from './pace-steps.js'
import { allAtOnce, MANY_AT_ONCE, winnersOf } from './race-cases.js'
import { AT, later } from './records.js'

const BURST = 5

type Check = (
  fixture: Fixture<InvitationRepository>,
  instances: Instances<InvitationRepository>,
) => Promise<void>

export const paceAtomicCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'commit/pace-unused-if-failed',
    name: `${UNUSED}: a commit that fails`,
    network: cast.four,
    async check(fixture) {
      const pace = paceOf(10)
      for (const [at, [record, poison]] of poisoned(cast).entries()) {
        const isStored = await isCommitted(fixture, { ...record, ...poison, pace })
        await expectFreeAt(fixture.repository, cast.anna, freeMsOf(isStored ? at + 1 : at))
        if (!isStored) await fixture.repository.commit({ ...record, pace })
        await expectFreeAt(fixture.repository, cast.anna, freeMsOf(at + 1))
      }
    },
  },
  {
    id: 'commit/pace-at-once',
    name: `${STORES}, in the same write`,
    network: cast.crowd,
    check: (fixture) =>
      expectAtOnce(
        fixture,
        cast.recordAt(0, 0, paceOf(5)),
        [
          ...SIGNS,
          async ({ repository }) => (await findFreeAtIn(repository)(cast.anna)) !== undefined,
        ],
        // At the same time: what is late may be there after the first of two looks.
        async (_, record) => {
          await Promise.all([
            expectFreeAt(fixture.repository, cast.anna, EVERY),
            expectWhole(fixture, record),
          ])
        },
      ),
  },
  ...racesOf(cast).flatMap(overInstances),
]

function racesOf(cast: Cast): readonly SharedPromise<InvitationRepository>[] {
  const race = (id: string, name: string, check: Check) => ({
    id,
    name,
    network: cast.crowd,
    check,
  })
  return [
    race(
      'findFreeAt/visible',
      'findFreeAt finds the instant as soon as the commit has returned, on every instance: after each of four',
      async (_, [one, other]) => {
        for (const at of [0, 1, 2, 3]) {
          const [writer, reader] = at % 2 === 0 ? [one, other] : [other, one]
          await writer.commit(cast.recordAt(at, 0, paceOf(BURST)))
          await expectFreeAt(reader, cast.anna, freeMsOf(at + 1))
        }
      },
    ),
    race(
      'commit/race-for-pace',
      'commit lets as many of any number at once pass as one after the other: 5 of 50',
      raceForPace(cast, 0),
    ),
    race(
      'commit/race-for-used-pace',
      'commit lets as many of any number at once pass as one after the other: 3 of 50 after 2',
      raceForPace(cast, 2),
    ),
    race(
      'commit/race-of-inviters',
      `${PER_INVITER}: 10 inviters at once`,
      async ({ repository }, instances) => {
        const inviterIds = cast.many(10)
        // Numbers from 10 on, so that nobody invites themselves.
        const records = [1, 2, 3, 4, 5].flatMap((turn) =>
          inviterIds.map((inviterId, at) =>
            cast.recordAt(10 * turn + at, 0, paceOf(2), { inviterId }),
          ),
        )
        const winners = winnersOf(await allAtOnce(instances, records))
        for (const inviterId of inviterIds) {
          const own = winners.filter(({ record }) => record.invitation.inviterId === inviterId)
          expectEqual(own.length, 2, `the number of committed records of ${inviterId}`)
          await expectFreeAt(repository, inviterId, freeMsOf(2))
        }
      },
    ),
    race(
      'commit/race-for-pair-with-pace',
      `${UNUSED}: 49 of 50 for one pair`,
      raceForOne(cast, 'PairTaken', ({ recipientId }) => ({ recipientId })),
    ),
    race(
      'commit/race-for-id-with-pace',
      `${UNUSED}: 49 of 50 for one identifier`,
      raceForOne(cast, 'IdTaken', ({ invitationId }) => ({ invitationId })),
    ),
  ]
}

/** 50 at once, after some of the burst was used. */
const raceForPace =
  (cast: Cast, used: number): Check =>
  async (fixture, instances) => {
    const recordOf = (_: unknown, at: number) => cast.recordAt(at, 0, paceOf(BURST))
    const before = Array.from({ length: used }, recordOf)
    for (const record of before) await fixture.repository.commit(record)
    const records = Array.from({ length: used + MANY_AT_ONCE }, recordOf).slice(used)
    const raced = await allAtOnce(instances, records)
    const winners = winnersOf(raced).map(({ record }) => record)
    expectEqual(winners.length, BURST - used, 'the number of committed records')
    const freeAt = later(AT, BURST * EVERY)
    for (const { record, outcome } of raced) {
      if (winners.includes(record)) continue
      expectEqual(comparableOutcome(outcome), { type: 'PaceTaken', freeAt }, 'another outcome')
      await expectNothing(fixture, record)
    }
    await expectAll(fixture, [...before, ...winners])
    await expectFreeAt(fixture.repository, cast.anna, BURST * EVERY)
  }

/** 50 at once, which share what one of them can take. */
const raceForOne =
  (cast: Cast, denial: string, sharedOf: (invitation: Invitation) => Partial<Invitation>): Check =>
  async (fixture, instances) => {
    const shared = sharedOf(cast.recordAt(0, 0, undefined).invitation)
    const records = Array.from({ length: MANY_AT_ONCE }, (_, at) =>
      cast.recordAt(at, 0, paceOf(BURST), shared),
    )
    const raced = await allAtOnce(instances, records)
    const winners = winnersOf(raced)
    expectEqual(winners.length, 1, 'the number of committed records')
    for (const { record, outcome } of raced)
      if (outcome.type === 'Committed') await expectWhole(fixture, record)
      else expectEqual(outcome.type, denial, 'another outcome')
    await expectFreeAt(fixture.repository, cast.anna, EVERY)
  }
