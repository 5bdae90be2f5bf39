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
    async check(fixture) {
      let hasEnded = false
      const record = cast.recordOf()
      const watchAll = () => signs.map((sign) => watch(fixture, record, sign, () => hasEnded))
      const early = watchAll()
      const commit = (async () => fixture.repository.commit(record))().finally(() => {
        hasEnded = true
      })
      await Promise.all([...early, commit, ...watchAll()])
      await expectWhole(fixture, record)
    },
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
function poisoned(
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
async function isCommitted(
  { repository }: Fixture<InvitationRepository>,
  record: InvitationRecord,
): Promise<boolean> {
  try {
    return (await repository.commit(record)).type === 'Committed'
  } catch {
    return false
  }
}

type Sign = (
  fixture: Fixture<InvitationRepository>,
  invitation: InvitationRecord['invitation'],
) => Promise<boolean>

/** The claim, the invitation and a delivery. */
const signs: readonly Sign[] = [
  async ({ repository }, { inviterId, recipientId }) => {
    const claims = await repository.findClaims(inviterId, [recipientId])
    return valuesIn(claims, [recipientId])[0] !== undefined
  },
  async ({ repository }, { invitationId }) =>
    (await repository.findInvitation(invitationId)) !== undefined,
  async (fixture) => ((await fixture.deliveries?.()) ?? []).length > 0,
]

/** Looks for a sign while a commit runs: once it is visible, the whole record must be. */
async function watch(
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
  isThere: Sign,
  hasEnded: () => boolean,
): Promise<void> {
  const { invitation } = record
  for (let looks = 0; looks < MOST_LOOKS && !hasEnded(); looks += 1) {
    if (await isThere(fixture, invitation)) await expectWhole(fixture, record)
    // Yields to the commit, even if a look takes no time.
    await fixture.repository.findInvitation(invitation.invitationId)
  }
}
