import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'
import type { Denial } from '../rules/rule.js'
import type { ClosingError } from '../service/answer-service.js'
import type { InvitationIdReused, SentInvitation } from '../service/sent-invitation.js'
import { disclose } from './disclose.js'
import { disclosedIssues } from './disclosed-issues.js'
import type {
  Disclosed,
  DisclosedAdvice,
  DisclosedDenied,
  PrivateDenial,
  RevealedDenial,
} from './disclosed.js'
import { type DisclosureOptions, revealOf } from './disclosure-options.js'

/**
 * Removes from an error of `evaluate`, `send`, the pickers, `withdraw` or `sent` what the inviter may not know.
 *
 * - The inviter's own denials are always disclosed: `SelfInvitation`, `InviterNotFound`, `InviterNotInGroup`,
 *   `NotADirectContact`, `TooManyInvitations`, the form, and `RateLimited6Months`.
 * - With `InviterNotInGroup`, only these are. Otherwise `GroupNotFound` is one of them.
 * - Otherwise, with `RateLimited6Months`: also `AlreadyMember`, or `MembershipPending` if the inviter may admit the
 *   recipient. Nothing else, since the inviter must not learn anything new of the recipient while the cooldown runs.
 * - Otherwise, with `AlreadyMember`, or with `MembershipPending` if the inviter may admit the recipient: that, and nothing
 *   else of the recipient.
 * - Otherwise, if anything is private, one `RecipientUnavailable` stands for all of it, and what is revealed follows. No
 *   content finding is disclosed, since it would show that there is a profile.
 * - Otherwise everything is.
 *
 * The causes of `RecipientUnavailable` cannot be told apart by what is disclosed of one decision, nor by its order.
 * `InvalidRequest`, `InvitationIdReused` and `InvitationAccepted` are disclosed as they are. `InvitationNotFound` becomes
 * `InvitationGone`. `DependencyFailed` becomes `ServiceUnavailable`: its cause never leaves the service.
 *
 * @throws TypeError if an option is unknown, or `reveal` is no list.
 *
 * @since 0.1.0
 */
export function forInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  error: InvitationDenied<CustomDenial> | InvitationIdReused | ClosingError,
  options: DisclosureOptions<Type> = {},
): Disclosed<RevealedDenial<CustomDenial, Type>> {
  const reveal = revealOf(options)
  switch (error.type) {
    case 'InvitationDenied':
      return deniedForInviter(error, reveal)
    case 'InvalidRequest':
      return { audience: 'inviter', type: 'InvalidRequest', issues: disclosedIssues(error) }
    case 'InvitationIdReused': {
      const { invitationId } = error
      return { audience: 'inviter', type: 'InvitationIdReused', invitationId }
    }
    case 'InvitationAccepted': {
      const { invitationId } = error
      return { audience: 'inviter', type: 'InvitationAccepted', invitationId }
    }
    case 'InvitationNotFound':
      return { audience: 'inviter', type: 'InvitationGone' }
    // Stryker disable next-line StringLiteral: every other type has the same result
    case 'DependencyFailed':
    default:
      return { audience: 'inviter', type: 'ServiceUnavailable' }
  }
}

function deniedForInviter<Revealed extends Denial>(
  { denials, advisories, draft }: InvitationDenied<Denial>,
  reveal: readonly string[] | undefined,
): DisclosedDenied<Revealed> {
  const disclosed = disclose(denials, reveal)
  return {
    audience: 'inviter',
    type: 'InvitationDenied',
    // What is disclosed of a denied invitation is never nothing, and has no private denials.
    denials: disclosed.denials as unknown as DisclosedDenied<Revealed>['denials'],
    advisories: disclosed.hasAdvice ? advisories : [],
    draft,
  }
}

/**
 * What could be better in an invitation that is approved or sent. The inviter may know all of it.
 *
 * @since 0.1.0
 */
export function adviceForInviter({
  advisories,
}: InvitationApproval | SentInvitation): DisclosedAdvice {
  return { audience: 'inviter', advisories }
}
