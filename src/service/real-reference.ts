import { entriesOf, entryAmong } from '../content/profile-entries.js'
import type { Invitation } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'

/**
 * The rules ignored a reference that is no entry of the profile. If it were shown, it would be a second text that no rule
 * has judged.
 */
export function withRealReference(
  invitation: Invitation,
  recipient: MemberProfile | undefined,
): Invitation {
  const { reference, ...others } = invitation
  const entry = reference && recipient && entryAmong(entriesOf(recipient), reference)
  return entry ? { ...others, reference: entry } : others
}
