import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'
import type { DependencyFailed, InvalidRequest } from '../model/errors.js'
import type { ContactChoice, GroupChoice } from '../policy/choice.js'
import type { Denial } from '../rules/rule.js'
import type { InvitationIdReused, SentInvitation } from '../service/sent-invitation.js'
import { assert, assertKnownKeys } from '../validation/assert.js'
import { disclose } from './disclose.js'
import type {
  Disclosed,
  DisclosedAdvice,
  DisclosedChoice,
  DisclosedContactChoice,
  DisclosedDenied,
  DisclosedGroupChoice,
  PrivateDenial,
  RevealedDenial,
} from './disclosed.js'

/**
 * What a service reveals to the inviter. An unknown key is a `TypeError`.
 *
 * @since 0.1.0
 */
export interface DisclosureOptions<Type extends string = string> {
  /**
   * The types of denials that are disclosed although they are private, or of a custom rule: `['RecipientOptedOut',
   * 'QuotaUsedUp']`. Only an inviter who is in the group learns them. Absent: none.
   */
  readonly reveal?: readonly Type[] | undefined
}

/**
 * Removes from an error of `evaluate`, `send` or the pickers what the inviter may not know.
 *
 * - The inviter's own denials are always disclosed: `SelfInvitation`, `InviterNotInGroup`, `NotADirectContact`, the form,
 *   and `RateLimited6Months`.
 * - With `InviterNotInGroup`, only these are.
 * - Otherwise, with `AlreadyMember`: also that, what is revealed, and the content findings; nothing that is private.
 * - Otherwise, if anything is private, one `RecipientUnavailable` stands for all of it. No content finding is disclosed,
 *   since it would show that there is a profile.
 * - Otherwise everything is.
 *
 * The causes of `RecipientUnavailable` cannot be told apart by what is disclosed of one decision, nor by its order.
 * `InvalidRequest` and `InvitationIdReused` are disclosed as they are. `DependencyFailed` becomes `ServiceUnavailable`:
 * its cause never leaves the service.
 *
 * @throws TypeError if an option is unknown, or `reveal` is no list.
 *
 * @since 0.1.0
 */
export function forInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  error: InvalidRequest | InvitationDenied<CustomDenial> | DependencyFailed | InvitationIdReused,
  options: DisclosureOptions<Type> = {},
): Disclosed<RevealedDenial<CustomDenial, Type>> {
  const reveal = revealOf(options)
  switch (error.type) {
    case 'InvitationDenied':
      return deniedForInviter(error, reveal)
    case 'InvalidRequest':
    case 'InvitationIdReused':
      return { audience: 'inviter', ...error }
    // Stryker disable next-line StringLiteral: every other type has the same result
    case 'DependencyFailed':
    default:
      return { audience: 'inviter', type: 'ServiceUnavailable' }
  }
}

function deniedForInviter<Revealed extends Denial>(
  { denials, advisories, draft }: InvitationDenied<Denial>,
  reveal: readonly string[],
): DisclosedDenied<Revealed> {
  const disclosed = disclose(denials, reveal)
  return {
    audience: 'inviter',
    type: 'InvitationDenied',
    // What is disclosed of a denied invitation is never nothing, and has no private denials.
    denials: disclosed.denials as unknown as DisclosedDenied<Revealed>['denials'],
    advisories: disclosed.isWhole ? advisories : [],
    draft,
  }
}

/**
 * Removes from a choice of `groupsFor` or `contactsFor` what the inviter may not know: what `forInviter` would remove from
 * the decision about the same candidate. An unavailable contact has no profile, and an inviter who is not in the group
 * sees none.
 *
 * @throws TypeError if an option is unknown, or `reveal` is no list.
 *
 * @since 0.1.0
 */
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  choice: GroupChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedGroupChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  choice: ContactChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedContactChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter(
  choice: GroupChoice<Denial> | ContactChoice<Denial>,
  options: DisclosureOptions = {},
): DisclosedChoice<Denial> {
  const { denials, isWhole } = disclose(choice.denials, revealOf(options))
  if ('groupId' in choice) return { audience: 'inviter', groupId: choice.groupId, denials }
  const profile = isWhole ? choice.profile : undefined
  return { audience: 'inviter', contactId: choice.contactId, profile, denials }
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

function revealOf(options: DisclosureOptions): readonly string[] {
  assertKnownKeys(options, 'options', ['reveal'])
  // Stryker disable next-line ArrayDeclaration: no denial has the type that is put there
  const { reveal = [] } = options
  const isList: boolean = Array.isArray(reveal)
  assert(isList, 'options.reveal', 'a list of types')
  return reveal
}
