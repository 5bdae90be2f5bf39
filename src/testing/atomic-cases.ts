import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Fixture, PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectNothing, expectOnlyFirst, expectWhole, isCommitted } from './expect-stored.js'
import { AT, later, recordOf } from './records.js'
import { claimsTold, outcomeTold } from './told.js'
import { FOUR } from './worlds.js'

/** How often a watcher looks at most. */
const SIGNALS = 1000

/** What `commit` promises of being one write: all of it, or nothing. */
export const atomicCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'commit shows its claim, its invitation and its deliveries all at once',
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
    name: 'commit leaves nothing where the pair is taken',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      await fixture.repository.commit(recordOf({ invitationId: 'i-2', sentAt: later(AT, 1) }))
      await expectOnlyFirst(fixture)
    },
  },
  {
    name: 'commit leaves nothing where the identifier is taken',
    network: FOUR,
    async check(fixture) {
      await fixture.repository.commit(recordOf())
      await fixture.repository.commit(recordOf({ inviterId: 'clara', recipientId: 'dora' }))
      await fixture.repository.commit(recordOf({ sentAt: later(AT, 1e12) }))
      await expectOnlyFirst(fixture)
      const claims = await fixture.repository.findClaims('clara', ['dora'])
      expectEqual(claimsTold(claims, ['dora']), [undefined], 'the claim of the refused commit')
    },
  },
  {
    name: 'commit that fails leaves nothing',
    network: FOUR,
    async check(fixture) {
      const record = recordOf()
      // A NUL is what many stores refuse, and only when they come to it: here in the last of all that is written.
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
      const next = outcomeTold(await fixture.repository.commit(record))
      expectEqual(next, { type: 'Committed' }, 'the next outcome')
      await expectOnlyFirst(fixture)
    },
  },
]

/** Whether a part of the record is there, each part looked for by itself. */
const signs = {
  claim: async ({ repository }: Fixture<InvitationRepository>) =>
    (await repository.findClaims('anna', ['bernd'])).has('bernd'),
  invitation: async ({ repository }: Fixture<InvitationRepository>) =>
    (await repository.findInvitation('i-1')) !== undefined,
  delivery: async (fixture: Fixture<InvitationRepository>) =>
    ((await fixture.deliveries?.()) ?? []).length > 0,
}

/** Looks for a sign again and again while a commit goes on: as soon as it is there, all of the record must be there. */
async function watch(
  fixture: Fixture<InvitationRepository>,
  isThere: (fixture: Fixture<InvitationRepository>) => Promise<boolean>,
  hasEnded: () => boolean,
): Promise<void> {
  for (let looks = 0; looks < SIGNALS && !hasEnded(); looks += 1) {
    if (await isThere(fixture)) await expectWhole(fixture, recordOf())
    // The commit has its turn, also where looking takes no time.
    await fixture.repository.findInvitation('i-1')
  }
}
