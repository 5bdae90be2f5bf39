import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectNothing, expectOnlyFirst, expectWhole, isCommitted } from './expect-stored.js'
import type { Fixture } from './fixture.js'
import { AT, later, recordOf } from './records.js'
import { comparableClaims, comparableOutcome } from './comparable.js'
import { FOUR } from './networks.js'

const MOST_LOOKS = 1000

export const atomicCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'commit makes claim, invitation and deliveries visible all at once',
    network: FOUR,
    async check(fixture) {
      let hasEnded = false
      const watchAll = () =>
        Object.values(signs).map((sign) => watch(fixture, sign, () => hasEnded))
      const early = watchAll()
      const commit = (async () => fixture.repository.commit(recordOf()))().finally(() => {
        hasEnded = true
      })
      await Promise.all([...early, commit, ...watchAll()])
      await expectWhole(fixture, recordOf())
    },
  },
  {
    name: 'commit stores nothing if the pair is taken',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      await fixture.repository.commit(recordOf({ invitationId: 'i-2', sentAt: later(AT, 1) }))
      await expectOnlyFirst(fixture)
    },
  },
  {
    name: 'commit stores nothing if the identifier is taken',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      await fixture.repository.commit(recordOf({ inviterId: 'clara', recipientId: 'dora' }))
      await fixture.repository.commit(recordOf({ sentAt: later(AT, 1e12) }))
      await expectOnlyFirst(fixture)
      const claims = await fixture.repository.findClaims('clara', ['dora'])
      expectEqual(comparableClaims(claims, ['dora']), [undefined], 'the claim of the denied commit')
    },
  },
  {
    name: 'commit stores nothing if it fails',
    network: FOUR,
    async check(fixture) {
      const record = recordOf()
      // Many stores fail at a NUL, and only when they reach it: here in the last of all writes.
      const deliveries = record.deliveries.map((delivery, at) =>
        at === 0 ? delivery : { ...delivery, deliveryId: 'i-1.\u0000' },
      )
      for (const poisoned of [
        { ...record, deliveries },
        { ...record, textFingerprint: '1.\u0000' },
      ]) {
        if (await isCommitted(fixture, poisoned)) return
        await expectNothing(fixture)
      }
      const next = comparableOutcome(await fixture.repository.commit(record))
      expectEqual(next, { type: 'Committed' }, 'the next outcome')
      await expectOnlyFirst(fixture)
    },
  },
]

const signs = {
  claim: async ({ repository }: Fixture<InvitationRepository>) =>
    (await repository.findClaims('anna', ['bernd'])).has('bernd'),
  invitation: async ({ repository }: Fixture<InvitationRepository>) =>
    (await repository.findInvitation('i-1')) !== undefined,
  delivery: async (fixture: Fixture<InvitationRepository>) =>
    ((await fixture.deliveries?.()) ?? []).length > 0,
}

/** Looks for a sign while a commit runs: once it is visible, the whole record must be. */
async function watch(
  fixture: Fixture<InvitationRepository>,
  isThere: (fixture: Fixture<InvitationRepository>) => Promise<boolean>,
  hasEnded: () => boolean,
): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS && !hasEnded(); looks += 1) {
    if (await isThere(fixture)) await expectWhole(fixture, recordOf())
    // Yields to the commit, even if a look takes no time.
    await fixture.repository.findInvitation('i-1')
  }
}
