import type { InvitationApproval, InvitationDenied } from 'group-invitations'
import type { Result } from 'neverthrow'

/** The results of all rules on an invitation. */
export interface RuleResults {
  readonly denials: readonly { readonly type: string }[]
  readonly advisories: readonly { readonly type: string }[]
}

/** The rule results in an approval or a denied invitation. Any other error counts as a denial. */
export function ruleResultsIn(
  verdict: Result<InvitationApproval, InvitationDenied | { readonly type: string }>,
): RuleResults {
  return verdict.match(
    ({ advisories }): RuleResults => ({ denials: [], advisories }),
    (error) =>
      'denials' in error
        ? { denials: error.denials, advisories: error.advisories }
        : { denials: [error], advisories: [] },
  )
}
