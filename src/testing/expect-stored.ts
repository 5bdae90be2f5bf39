import type { Delivery } from '../model/delivery.js'
import type { InvitationRecord, InvitationRepository } from '../ports/invitation-repository.js'
import type { Fixture } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { AT, recordOf } from './records.js'
import { claimOf, claimsTold, deliveriesTold, invitationTold, fingerprintsTold } from './told.js'

/** Expects these deliveries in the store and no others, as far as it shows them. */
async function expectDeliveries(
  fixture: Fixture<InvitationRepository>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const stored = await fixture.deliveries?.()
  if (stored) expectEqual(deliveriesTold(stored), deliveriesTold(deliveries), 'the deliveries')
}

/** Expects the record in the store, whole, and no deliveries of another. */
export function expectWhole(
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
): Promise<void> {
  return expectAll(fixture, [record])
}

/** Expects all of the records in the store, each whole, and no deliveries of others. */
export async function expectAll(
  fixture: Fixture<InvitationRepository>,
  records: readonly InvitationRecord[],
): Promise<void> {
  await expectDeliveries(
    fixture,
    records.flatMap(({ deliveries }) => deliveries),
  )
  for (const { invitation } of records) {
    const { invitationId, inviterId, recipientId } = invitation
    const claims = await fixture.repository.findClaims(inviterId, [recipientId])
    expectEqual(claimsTold(claims, [recipientId]), [claimOf(invitation)], 'the claim')
    const found = await fixture.repository.findInvitation(invitationId)
    expectEqual(invitationTold(found), invitation, 'the invitation')
  }
}

/** Whether the store takes a record with a value that no service hands it; then all of it must be there, somehow. */
export async function isCommitted(
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
): Promise<boolean> {
  try {
    await fixture.repository.commit(record)
  } catch {
    return false
  }
  const claims = await fixture.repository.findClaims('anna', ['bernd'])
  expectEqual(claimsTold(claims, ['bernd']), [claimOf(record.invitation)], 'the claim')
  const found = await fixture.repository.findInvitation('i-1')
  expectEqual(invitationTold(found), record.invitation, 'the invitation')
  const stored = await fixture.deliveries?.()
  if (stored) expectEqual(stored.length, record.deliveries.length, 'the number of deliveries')
  return true
}

/** Expects that no record was stored. */
export async function expectNothing(fixture: Fixture<InvitationRepository>): Promise<void> {
  const { repository } = fixture
  const claims = await repository.findClaims('anna', ['bernd'])
  expectEqual(claimsTold(claims, ['bernd']), [undefined], 'the claim after a failure')
  expectEqual(await repository.findInvitation('i-1'), undefined, 'the invitation after a failure')
  const fingerprints = await repository.findRecentFingerprints('anna', AT, 10)
  expectEqual(fingerprints, [], 'the fingerprints after a failure')
  await expectDeliveries(fixture, [])
}

/** Expects that the record `i-1` is the only one that was stored. */
export async function expectOnlyFirst(fixture: Fixture<InvitationRepository>): Promise<void> {
  const { repository } = fixture
  const { textFingerprint } = recordOf()
  await expectWhole(fixture, recordOf())
  expectEqual(await repository.findInvitation('i-2'), undefined, 'the refused invitation')
  for (const [inviterId, fingerprints] of [
    ['anna', [{ recipientId: 'bernd', textFingerprint }]],
    ['clara', []],
  ] as const) {
    const found = await repository.findRecentFingerprints(inviterId, AT, 10)
    expectEqual(fingerprintsTold(found), fingerprints, `the fingerprints of ${inviterId}`)
  }
}
