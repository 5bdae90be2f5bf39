import type { Delivery } from '../model/delivery.js'
import type { InvitationChange } from '../model/invitation-change.js'
import type { Standing } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { InvitationRecord, InvitationRepository } from '../ports/invitation-repository.js'
import { fieldOf } from '../validation/assert.js'
import type { Cast } from './cast.js'
import {
  comparableChange,
  comparableChanges,
  comparableClaim,
  comparableClaims,
  comparableDeliveries,
  comparableFingerprints,
  comparableInvitation,
  comparableOptOuts,
  expectEqual,
  sorted,
  valuesIn,
} from './expect-equal.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { AT } from './records.js'
import { ROLES } from './seeds.js'

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

/** Expects this stored change of the invitation, or none. */
export async function expectChange(
  repository: Pick<AnswerRepository, 'findChanges'>,
  invitationId: string,
  change: InvitationChange | undefined,
): Promise<void> {
  const changes = comparableChanges(await repository.findChanges([invitationId]), [invitationId])
  expectEqual(changes, [comparableChange(change)], `the change of ${invitationId}`)
}

export function idsOf(invitations: readonly SeedInvitation[]): string[] {
  return invitations.map(({ invitationId }) => invitationId)
}

export function idsIn(answer: readonly unknown[]): unknown[] {
  return answer.map((each) => fieldOf(each, 'invitationId'))
}

/** Expects those of these invitations that the member has sent, and those that the member got. */
export async function expectInvitationsOf(
  repository: AnswerRepository,
  memberId: string,
  invitations: readonly SeedInvitation[],
): Promise<void> {
  for (const role of ROLES) {
    const found = await repository.findInvitationsOf(memberId, role, 1000)
    const expected = invitations.filter((each) => each[`${role}Id`] === memberId)
    const what = `the invitations of ${memberId} by ${role}`
    expectEqual(sorted(idsIn(found)), sorted(idsOf(expected)), what)
  }
}

/** Expects the standing of the member in the group, or none. */
export async function expectStanding(
  fixture: Fixture<unknown>,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): Promise<void> {
  // What a driver returns, whatever the type says.
  const found: unknown = await membershipsOf(fixture).standingOf(groupId, memberId)
  expectEqual(found ?? undefined, standing, `the standing of ${memberId} in ${groupId}`)
}

/** The members who have opted out of everything. */
export async function findOptedOut(
  repository: PreferenceRepository,
  memberIds: readonly string[],
  inviterIds: readonly string[] = [],
  groupIds: readonly string[] = [],
): Promise<string[]> {
  const answer = await repository.findOptOuts(memberIds, inviterIds, groupIds)
  const values = valuesIn(answer, memberIds)
  return memberIds.filter((_, at) => comparableOptOuts(values[at]).includes('all'))
}

/** Expects of each member these opt-outs, and no others that concern one of the inviters or groups. */
export async function expectOptOuts(
  repository: PreferenceRepository,
  expected: readonly (readonly [memberId: string, optOuts: readonly OptOut[]])[],
  inviterIds: readonly string[],
  groupIds: readonly string[],
): Promise<void> {
  const memberIds = expected.map(([memberId]) => memberId)
  const answer = await repository.findOptOuts(memberIds, inviterIds, groupIds)
  const values = valuesIn(answer, memberIds)
  for (const [at, [memberId, optOuts]] of expected.entries()) {
    const found = comparableOptOuts(values[at], inviterIds, groupIds)
    expectEqual(found, sorted(optOuts), `the opt-outs of ${memberId}`)
  }
}

/** Expects of Bernd these opt-outs, and of the others none. */
export async function expectAmongFour(
  { anna, bernd, clara, dora, chess }: Cast,
  repository: PreferenceRepository,
  optOuts: readonly OptOut[],
): Promise<void> {
  const all = [anna, bernd, clara, dora].map((id) => [id, id === bernd ? optOuts : []] as const)
  await expectOptOuts(repository, all, [anna], [chess])
}
