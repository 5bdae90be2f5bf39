import type { Disclosed } from 'group-invitations'

/** A denied invitation as `forInviter` returns it, with any denials. */
export function disclosedWith(...denials: readonly object[]): Disclosed {
  const draft = { text: '' }
  const denied = { audience: 'inviter', type: 'InvitationDenied', denials, advisories: [], draft }
  // The denials may be of any type, as custom rules have them.
  return denied as unknown as Disclosed
}
