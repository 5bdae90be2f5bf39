import { deepStrictEqual } from 'node:assert'
import { DENIAL_TYPES, type InvitationPolicy } from 'group-invitations'
import type { Contender } from './contenders/contender.js'
import { choicesOf, decisionOf, FORM_ONLY } from './contenders/with-library.js'
import { REQUESTS } from './requests.js'
import { GROUP, PICKERS } from './world.js'

/** @throws AssertionError on the first decision or choice on which two contenders differ, or if a rule denies nothing. */
export async function assertAgreement(
  floor: Contender,
  others: readonly Contender[],
  policies: readonly InvitationPolicy[],
): Promise<void> {
  const denied = new Set<string>()
  for (const request of REQUESTS) {
    const expected = await floor.evaluate(request)
    for (const other of others) deepStrictEqual(await other.evaluate(request), expected)
    for (const policy of policies) {
      deepStrictEqual(decisionOf(await policy.evaluate(request)), expected)
    }
    if (!expected.ok) for (const { type } of expected.denials) denied.add(type)
  }
  // Whoever joins or is shut out is met among the contacts.
  const inviterId = PICKERS[5_000]
  const expected = await floor.contactsFor(inviterId, GROUP)
  for (const other of others) {
    deepStrictEqual(await other.contactsFor(inviterId, GROUP), expected)
  }
  for (const policy of policies) {
    deepStrictEqual(choicesOf(await policy.contactsFor({ inviterId, groupId: GROUP })), expected)
  }
  for (const { type } of expected.flatMap(({ denials }) => denials)) denied.add(type)
  // The bench sets no pace.
  const isJudged = (type: string) =>
    !Object.hasOwn(FORM_ONLY, type) && type !== 'TooManyInvitations'
  const neverDenied = DENIAL_TYPES.filter((type) => isJudged(type) && !denied.has(type))
  deepStrictEqual(neverDenied, [])
}
