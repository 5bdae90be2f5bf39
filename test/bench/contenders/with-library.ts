import type { EnforcementOptions, InvitationPolicy } from 'group-invitations'
import type { Contender, RuleDenial } from './contender.js'

/** Only the rules on people and form, which all contenders apply. */
export const FORM_ONLY: Required<EnforcementOptions> = {
  UnfilledPlaceholder: 'off',
  SalutationMissing: 'off',
  ProfileReferenceMissing: 'off',
  WantsAndHavesNotAddressed: 'off',
  LinkInText: 'off',
  MassMessage: 'off',
  ProhibitedContent: 'off',
}

// The keys of the object above, in the order of the rulebook.
export const CONTENT_RULES = Object.keys(FORM_ONLY) as (keyof typeof FORM_ONLY)[]

/** A policy with `FORM_ONLY` as a contender, to be compared with the others; it is timed without this. */
export function withLibrary(policy: InvitationPolicy): Contender {
  return {
    async evaluate(request) {
      const verdict = await policy.evaluate(request)
      if (verdict.isOk()) {
        const { request: normalized, decidedAt, repeatableAt, textFingerprint } = verdict.value
        const { subject, text } = normalized
        return { ok: true, subject, text, decidedAt, repeatableAt, textFingerprint }
      }
      if (verdict.error.type !== 'InvitationDenied') throw new Error(verdict.error.type)
      // Without content rules there are no other denials.
      return { ok: false, denials: verdict.error.denials as readonly RuleDenial[] }
    },
    groupsFor: async (inviterId, recipientId) =>
      (await policy.groupsFor({ inviterId, recipientId }))._unsafeUnwrap(),
    contactsFor: async (inviterId, groupId) =>
      (await policy.contactsFor({ inviterId, groupId }))._unsafeUnwrap(),
  }
}
