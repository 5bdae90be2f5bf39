import { deepStrictEqual } from 'node:assert'
import { DENIAL_TYPES } from 'group-invitations'
import type { Contender } from './contenders/contender.js'
import { FORM_ONLY } from './contenders/with-library.js'
import { GONE, GROUP, GROUP_PICKER, PICKERS, REQUESTS } from './requests.js'

/** Each inviter with a recipient: over 300 groups, over a few, and with everything that speaks against all groups. */
const PAIRS = [
  [GROUP_PICKER.inviterId, GROUP_PICKER.recipientId],
  [GROUP_PICKER.inviterId, 'nobody'],
  [GROUP_PICKER.inviterId, GROUP_PICKER.inviterId],
  ['m-0', 'm-2'],
  [GONE.member, 'm-1'],
] as const

/** @throws AssertionError on the first result in which two contenders differ, or if a rule denies nothing. */
export async function assertAgreement(
  floor: Contender,
  others: readonly Contender[],
): Promise<void> {
  const denied = new Set<string>()
  for (const request of REQUESTS) {
    const expected = await floor.evaluate(request)
    for (const other of others) deepStrictEqual(await other.evaluate(request), expected)
    if (!expected.ok) for (const { type } of expected.denials) denied.add(type)
  }
  for (const [inviterId, recipientId] of PAIRS) {
    const expected = await floor.groupsFor(inviterId, recipientId)
    for (const other of others) {
      deepStrictEqual(await other.groupsFor(inviterId, recipientId), expected)
    }
  }
  // Pending and banned members are found among the contacts.
  const expected = await floor.contactsFor(PICKERS[5_000], GROUP)
  for (const other of others) {
    deepStrictEqual(await other.contactsFor(PICKERS[5_000], GROUP), expected)
  }
  for (const { type } of expected.flatMap(({ denials }) => denials)) denied.add(type)
  // The bench sets no pace.
  const isJudged = (type: string) =>
    !Object.hasOwn(FORM_ONLY, type) && type !== 'TooManyInvitations'
  const neverDenied = DENIAL_TYPES.filter((type) => isJudged(type) && !denied.has(type))
  deepStrictEqual(neverDenied, [])
}
