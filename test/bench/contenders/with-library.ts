import type {
  ContactChoice,
  EnforcementOptions,
  EvaluationError,
  InvitationApproval,
} from 'group-invitations'
import type { Result } from 'neverthrow'
import type { Choice, Decision, RuleDenial } from './contender.js'

/** Standing and form alone, which is what the other contenders judge. */
export const FORM_ONLY: Required<EnforcementOptions> = {
  UnfilledPlaceholder: 'off',
  SalutationMissing: 'off',
  ProfileReferenceMissing: 'off',
  WantsAndHavesNotAddressed: 'off',
  LinkInText: 'off',
  MassMessage: 'off',
  ProhibitedContent: 'off',
}

/** A verdict of this library as the other contenders would give it: made for the comparison, never timed. */
export function decisionOf(verdict: Result<InvitationApproval, EvaluationError>): Decision {
  if (verdict.isOk()) {
    const { request, decidedAt, repeatableAt, textFingerprint } = verdict.value
    const { subject, text } = request
    return { ok: true, subject, text, decidedAt, repeatableAt, textFingerprint }
  }
  if (verdict.error.type !== 'InvitationDenied') throw new Error(verdict.error.type)
  // With all content rules off these are the denials that there are.
  return { ok: false, denials: verdict.error.denials as readonly RuleDenial[] }
}

export function choicesOf(choices: Result<readonly ContactChoice[], unknown>): readonly Choice[] {
  return choices._unsafeUnwrap()
}
