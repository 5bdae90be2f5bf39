import { ResultAsync } from 'neverthrow'
import type { ContactChoice, ContactsRequest, GroupChoice, GroupsRequest } from './choice.js'
import { contactChoices, groupChoices } from './choose.js'
import type { InvalidRequest, DependencyFailed } from '../model/errors.js'
import { verdictOn } from './evaluate.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { CustomDenialOf, CustomRule } from './custom-rule.js'
import type { PolicyOptions } from './options.js'
import { type PolicySetup, setUp } from './set-up.js'
import type { PolicyRepositories } from '../ports/repositories.js'
import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'

/**
 * Why `evaluate` has not approved, told apart by `type`. `Rules` are the types of the policy's own rules.
 *
 * @since 0.1.0
 */
export type EvaluationError<Rules extends readonly CustomRule[] = readonly []> =
  InvalidRequest | InvitationDenied<CustomDenialOf<Rules>> | DependencyFailed

/**
 * Why `groupsFor` and `contactsFor` have given no choices, told apart by `type`.
 *
 * @since 0.1.0
 */
export type ChoosingError = InvalidRequest | DependencyFailed

/**
 * Decides by the rules of the network whether one member may invite another into a group.
 *
 * It keeps no state and writes nothing: one policy serves a whole process. `Rules` are the types of its own
 * rules, inferred from the options; `InvitationPolicy<readonly (typeof a | typeof b)[]>` is a policy with some of
 * these, in any order.
 *
 * @since 0.1.0
 */
export class InvitationPolicy<const out Rules extends readonly CustomRule[] = readonly []> {
  private readonly setup: PolicySetup

  /**
   * Only the methods of the repositories that read are used.
   *
   * @throws TypeError if a repository or one of its methods is missing, or an option is of the wrong type, such as an
   * own rule whose name is taken.
   */
  constructor(repositories: PolicyRepositories, options: PolicyOptions<Rules> = {}) {
    this.setup = setUp(repositories, options)
  }

  /**
   * Decides on one invitation: an approval, or every reason against it at once.
   *
   * All repositories are asked side by side, each method once, whatever the verdict, and an own matcher and screener
   * after them; or the source of facts in their place. An `InvalidRequest` asks nobody. What only concerns the content
   * is not asked where no enforced rule needs it, nor for a draft without a text, or of more than 7,500 UTF-16 units.
   * Approving stores nothing: two evaluations at once may approve the same pair.
   *
   * Never throws, and its promise never rejects. Fails closed: where something cannot be found out, the answer is
   * `DependencyFailed`, no approval. It sets no time limit: a repository that never answers is waited for.
   */
  evaluate(request: InvitationRequest): ResultAsync<InvitationApproval, EvaluationError<Rules>> {
    return new ResultAsync(verdictOn<CustomDenialOf<Rules>>(this.setup, request))
  }

  /**
   * Into which of the inviter's groups may this member be invited (the profile route)? One choice for each group
   * that `findGroupsOf` lists, in its order; none for who is in no group, or does not exist.
   *
   * Judges as `evaluate` does, what is written left out: where `denials` is empty, nothing but the draft can speak
   * against the invitation. Of oneself, or of a member who does not exist, every choice says so. The repositories are
   * asked, never the source of facts: `findGroupsOf` first, then five methods side by side, however many groups there
   * are. Never throws, and its promise never rejects; fails closed.
   */
  groupsFor(
    request: GroupsRequest,
  ): ResultAsync<readonly GroupChoice<CustomDenialOf<Rules>>[], ChoosingError> {
    return new ResultAsync(groupChoices<CustomDenialOf<Rules>>(this.setup, request))
  }

  /**
   * Which contacts may be invited into this group (the group route)? One choice for each direct contact that
   * `findContactsOf` lists, in its order; or for each of `contactIds`, once, in their order.
   *
   * Judges as `evaluate` does, what is written left out. To somebody who is not in the group, or of a group that does
   * not exist, every choice has `InviterNotInGroup`; who is no contact, no member, or the inviter gets the denial
   * that says so. However many contacts there are, `findContactsOf` is asked first and then four methods side by
   * side, or with `contactIds` five at once. Never throws, and its promise never rejects; fails closed.
   */
  contactsFor(
    request: ContactsRequest,
  ): ResultAsync<readonly ContactChoice<CustomDenialOf<Rules>>[], ChoosingError> {
    return new ResultAsync(contactChoices<CustomDenialOf<Rules>>(this.setup, request))
  }
}
