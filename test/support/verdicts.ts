import type { InvitationApproval, InvitationDenied } from 'group-invitations'
import type { Result } from 'neverthrow'

/** What was found of an invitation: the reasons against it, and what could be better in it. */
export interface RuleResults {
  readonly denials: readonly { readonly type: string }[]
  readonly advisories: readonly { readonly type: string }[]
}

/** What was found, of an approval and a refusal alike. Any other error is a reason too. */
export function opinionIn(
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
