import type { Delivery } from '../model/delivery.js'
import type { InvitationRecord, InvitationRepository } from '../ports/invitation-repository.js'
import {
  comparableClaim,
  comparableClaims,
  comparableDeliveries,
  comparableFingerprints,
  comparableInvitation,
} from './comparable.js'
import { expectEqual } from './expect-equal.js'
import type { Fixture } from './fixture.js'
import { AT } from './records.js'

type InvitationFixture = Fixture<InvitationRepository>

/** Expects exactly these deliveries, if the fixture shows them. */
async function expectDeliveries(
  fixture: InvitationFixture,
  deliveries: readonly Delivery[],
  isCounted: (delivery: Delivery) => boolean = () => true,
): Promise<void> {
  const stored = await fixture.deliveries?.()
  if (!stored) return
  const counted = comparableDeliveries(stored.filter(isCounted))
  expectEqual(counted, comparableDeliveries(deliveries), 'the deliveries')
}

export function expectWhole(fixture: InvitationFixture, record: InvitationRecord): Promise<void> {
  return expectAll(fixture, [record])
}

/** Expects all records, each whole, and no deliveries of others. */
export async function expectAll(
  fixture: InvitationFixture,
  records: readonly InvitationRecord[],
): Promise<void> {
  await expectDeliveries(
    fixture,
    records.flatMap(({ deliveries }) => deliveries),
  )
  for (const record of records) await expectStored(fixture, record)
}

/** Expects claim and invitation. */
export async function expectStored(
  { repository }: InvitationFixture,
  { invitation }: InvitationRecord,
): Promise<void> {
  const { invitationId, inviterId, recipientId } = invitation
  const claims = await repository.findClaims(inviterId, [recipientId])
  expectEqual(comparableClaims(claims, [recipientId]), [comparableClaim(invitation)], 'the claim')
  const found = await repository.findInvitation(invitationId)
  expectEqual(comparableInvitation(found), invitation, 'the invitation')
}

/** Expects that nothing of the record is there. */
export async function expectNothing(
  fixture: InvitationFixture,
  { invitation }: InvitationRecord,
): Promise<void> {
  const { repository } = fixture
  const { invitationId, inviterId, recipientId } = invitation
  const claims = await repository.findClaims(inviterId, [recipientId])
  expectEqual(comparableClaims(claims, [recipientId]), [undefined], 'the claim after a failure')
  const found = await repository.findInvitation(invitationId)
  expectEqual(found, undefined, 'the invitation after a failure')
  const sent = await repository.findRecentFingerprints(inviterId, AT, 10)
  const fingerprints = sent.filter((each) => each.recipientId === recipientId)
  expectEqual(fingerprints, [], 'the fingerprints after a failure')
  await expectDeliveries(fixture, [], (delivery) => delivery.invitationId === invitationId)
}

/** Expects the first record whole, and nothing of another one that was denied. */
export async function expectOnly(
  fixture: InvitationFixture,
  record: InvitationRecord,
  denied: InvitationRecord,
): Promise<void> {
  const { repository } = fixture
  const { inviterId, recipientId, invitationId } = record.invitation
  await expectWhole(fixture, record)
  const { textFingerprint } = record
  const sent = comparableFingerprints(await repository.findRecentFingerprints(inviterId, AT, 10))
  expectEqual(sent, [{ recipientId, textFingerprint }], `the fingerprints of ${inviterId}`)
  const other = denied.invitation
  if (other.invitationId !== invitationId) {
    const found = await repository.findInvitation(other.invitationId)
    expectEqual(found, undefined, 'the denied invitation')
  }
  if (other.inviterId !== inviterId) {
    const none = await repository.findRecentFingerprints(other.inviterId, AT, 10)
    expectEqual(none, [], `the fingerprints of ${other.inviterId}`)
    const claims = await repository.findClaims(other.inviterId, [other.recipientId])
    const [claim] = comparableClaims(claims, [other.recipientId])
    expectEqual(claim, undefined, 'the claim of the denied commit')
  }
}
