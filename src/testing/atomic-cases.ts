import type { InvitationRecord, InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableOutcome, expectEqual, valuesIn } from './expect-equal.js'
import { expectNothing, expectOnly, expectStored, expectWhole } from './expect-stored.js'
import type { Fixture } from './fixture.js'
import { AT, later, withNul, YEAR } from './records.js'

const MOST_LOOKS = 1000

export const atomicCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'commit/atomic',
    name: 'commit makes claim, invitation and deliveries visible all at once',
    network: cast.four,
    check: (fixture) => expectAtOnce(fixture, cast.recordOf(), SIGNS, expectWhole),
  },
  {
    id: 'commit/nothing-if-pair-taken',
    name: 'commit stores nothing if the pair is taken',
    network: cast.four,
    async check(fixture) {
      const denied = cast.recordOf({ invitationId: cast.invitation(2), sentAt: later(AT, 1) })
      await fixture.repository.commit(cast.recordOf())
      await fixture.repository.commit(denied)
      await expectOnly(fixture, cast.recordOf(), denied)
    },
  },
  {
    id: 'commit/nothing-if-id-taken',
    name: 'commit stores nothing if the identifier is taken',
    network: cast.four,
    async check(fixture) {
      await fixture.repository.commit(cast.recordOf())
      for (const denied of [
        cast.recordOf({ inviterId: cast.clara, recipientId: cast.dora }),
        cast.recordOf({ sentAt: later(AT, YEAR) }),
      ]) {
        await fixture.repository.commit(denied)
        await expectOnly(fixture, cast.recordOf(), denied)
      }
    },
  },
  {
    id: 'commit/nothing-if-failed',
    name: 'commit stores nothing if it fails',
    network: cast.four,
    async check(fixture) {
      for (const [record, poison] of poisoned(cast)) {
        if (await isCommitted(fixture, { ...record, ...poison })) {
          await expectStored(fixture, record)
          continue
        }
        await expectNothing(fixture, record)
        const next = comparableOutcome(await fixture.repository.commit(record))
        expectEqual(next, { type: 'Committed' }, 'the next outcome')
        await expectStored(fixture, record)
      }
    },
  },
]

/** What no service passes to a store. Many stores fail at it, and only when they reach it: in the last of all writes. */
export function poisoned(
  cast: Cast,
): readonly (readonly [record: InvitationRecord, poison: Partial<InvitationRecord>])[] {
  const to = (recipientId: string, number: number) =>
    cast.recordOf({ invitationId: cast.invitation(number), recipientId })
  const [one, two, three] = [to(cast.bernd, 0), to(cast.clara, 1), to(cast.dora, 2)]
  return [
    [
      one,
      {
        deliveries: one.deliveries.map((delivery, at) =>
          at === 0 ? delivery : { ...delivery, deliveryId: withNul(delivery.deliveryId) },
        ),
      },
    ],
    [two, { textFingerprint: withNul(two.textFingerprint) }],
    [three, { deliveries: [...three.deliveries, ...three.deliveries] }],
  ]
}

/** A store that fails may reject, and may also find a reason to deny. */
export async function isCommitted(
  { repository }: Fixture<InvitationRepository>,
  record: InvitationRecord,
): Promise<boolean> {
  try {
    return (await repository.commit(record)).type === 'Committed'
  } catch {
    return false
  }
}

/** Whether something of the record is visible. */
export type Sign = (
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
) => Promise<boolean>

/** The claim, the invitation and a delivery. */
export const SIGNS: readonly Sign[] = [
  async ({ repository }, { invitation: { inviterId, recipientId } }) => {
    const claims = await repository.findClaims(inviterId, [recipientId])
    return valuesIn(claims, [recipientId])[0] !== undefined
  },
  async ({ repository }, { invitation }) =>
    (await repository.findInvitation(invitation.invitationId)) !== undefined,
  async (fixture) => ((await fixture.deliveries?.()) ?? []).length > 0,
]

/** Looks for each sign while the record is committed: once one is visible, everything must be. */
export async function expectAtOnce(
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
  signs: readonly Sign[],
  expectEverything: (
    fixture: Fixture<InvitationRepository>,
    record: InvitationRecord,
  ) => Promise<void>,
): Promise<void> {
  const { repository } = fixture
  let hasEnded = false
  const watch = async (isThere: Sign) => {
    for (let looks = 0; looks < MOST_LOOKS && !hasEnded; looks += 1) {
      if (await isThere(fixture, record)) await expectEverything(fixture, record)
      // Yields to the commit, even if a look takes no time.
      await repository.findInvitation(record.invitation.invitationId)
    }
  }
  const early = signs.map(watch)
  const commit = (async () => repository.commit(record))().finally(() => {
    hasEnded = true
  })
  await Promise.all([...early, commit, ...signs.map(watch)])
  await expectEverything(fixture, record)
}
