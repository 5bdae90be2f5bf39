import type { Delivery } from '../model/delivery.js'
import type { InvitationRecord, InvitationRepository } from '../ports/invitation-repository.js'
import { expectEqual } from './expect-equal.js'
import type { Fixture } from './fixture.js'
import { AT, recordOf } from './records.js'
import {
  comparableClaim,
  comparableClaims,
  comparableDeliveries,
  comparableInvitation,
  comparableFingerprints,
} from './comparable.js'

/** Expects exactly these deliveries, if the fixture shows them. */
async function expectDeliveries(
  fixture: Fixture<InvitationRepository>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const stored = await fixture.deliveries?.()
  if (stored)
    expectEqual(comparableDeliveries(stored), comparableDeliveries(deliveries), 'the deliveries')
}

export function expectWhole(
  fixture: Fixture<InvitationRepository>,
  record: InvitationRecord,
): Promise<void> {
  return expectAll(fixture, [record])
}

/** Expects all records, each whole, and no deliveries of others. */
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
    expectEqual(comparableClaims(claims, [recipientId]), [comparableClaim(invitation)], 'the claim')
    const found = await fixture.repository.findInvitation(invitationId)
    expectEqual(comparableInvitation(found), invitation, 'the invitation')
  }
}

/** Whether the store accepts a record that no service passes to it. If so, all its parts must be stored. */
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
  expectEqual(
    comparableClaims(claims, ['bernd']),
    [comparableClaim(record.invitation)],
    'the claim',
  )
  const found = await fixture.repository.findInvitation('i-1')
  expectEqual(comparableInvitation(found), record.invitation, 'the invitation')
  const stored = await fixture.deliveries?.()
  if (stored) expectEqual(stored.length, record.deliveries.length, 'the number of deliveries')
  return true
}

export async function expectNothing(fixture: Fixture<InvitationRepository>): Promise<void> {
  const { repository } = fixture
  const claims = await repository.findClaims('anna', ['bernd'])
  expectEqual(comparableClaims(claims, ['bernd']), [undefined], 'the claim after a failure')
  expectEqual(await repository.findInvitation('i-1'), undefined, 'the invitation after a failure')
  const fingerprints = await repository.findRecentFingerprints('anna', AT, 10)
  expectEqual(fingerprints, [], 'the fingerprints after a failure')
  await expectDeliveries(fixture, [])
}

export async function expectOnlyFirst(fixture: Fixture<InvitationRepository>): Promise<void> {
  const { repository } = fixture
  const { textFingerprint } = recordOf()
  await expectWhole(fixture, recordOf())
  expectEqual(await repository.findInvitation('i-2'), undefined, 'the denied invitation')
  for (const [inviterId, fingerprints] of [
    ['anna', [{ recipientId: 'bernd', textFingerprint }]],
    ['clara', []],
  ] as const) {
    const found = await repository.findRecentFingerprints(inviterId, AT, 10)
    expectEqual(comparableFingerprints(found), fingerprints, `the fingerprints of ${inviterId}`)
  }
}
