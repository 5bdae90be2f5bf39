import type { Result, ResultAsync } from 'neverthrow'
import type { StandingDenial } from '../decision/denials.js'
import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'
import type { DependencyFailed, InvalidRequest } from '../model/errors.js'
import type { Invitation, InvitationRequest } from '../model/invitation.js'
import { catchOutage, catchOutages } from '../ports/asking.js'
import type { PolicyRepositories } from '../ports/repositories.js'
import type { Denial } from '../rules/rule.js'
import { fieldOf } from '../validation/assert.js'
import type { ParsedRequest } from '../validation/parse-request.js'
import type { ContactChoice, ContactsRequest, GroupChoice, GroupsRequest } from './choice.js'
import { chooseContact, chooseGroup } from './choose.js'
import type { CustomRule, DenialsOf } from './custom-rule.js'
import { evaluate, findFacts, judge } from './evaluate.js'
import type { PolicyOptions } from './options.js'
import { recheck } from './recheck.js'
import { now, type PolicySetup, setUp } from './set-up.js'

/**
 * Why `evaluate` did not approve, told apart by `type`. `CustomDenial` is the union of the custom rules' denials.
 *
 * @since 0.1.0
 */
export type EvaluationError<CustomDenial extends Denial = never> =
  InvalidRequest | InvitationDenied<CustomDenial> | DependencyFailed

/**
 * Why `groupsFor` and `contactsFor` returned no choices, told apart by `type`.
 *
 * @since 0.1.0
 */
export type ChoosingError = InvalidRequest | DependencyFailed

/**
 * Decides by the rules of the network whether one member may invite another into a group.
 *
 * It keeps no state and writes nothing: one policy serves a whole process. None of its methods throws, and their
 * promises never reject. It fails closed: if a fact cannot be found, the answer is `DependencyFailed`, never an
 * approval. It sets no time limit: a dependency that never answers is waited for.
 *
 * `CustomDenial` is the union of the denials of its custom rules. A function that takes
 * `InvitationPolicy<InviterBlocked | MayNotInviteUntil>` also takes a policy with fewer.
 *
 * @since 0.1.0
 */
export interface InvitationPolicy<out CustomDenial extends Denial = never> {
  /**
   * Decides on one invitation: returns an approval, or every denial at once.
   *
   * - Calls each of the seven methods that a decision needs at most once, in parallel, whatever the verdict, or `loadFacts`
   *   instead; `findFreeAt` too if there is a pace; beside them the `load` of the custom rules; then the service's own
   *   `findMentions` and `screen`; last `observe`. An `InvalidRequest` calls nothing.
   * - Calls nothing about the content if no enforced rule needs it, if there is no text, or if the draft has more than
   *   7,500 UTF-16 units. So it does not call `findRecentFingerprints` if `MassMessage` is `off`.
   * - Stores nothing: two evaluations at once may approve the same pair, or more than the pace allows. `send` holds both.
   */
  evaluate(
    request: InvitationRequest,
  ): ResultAsync<InvitationApproval, EvaluationError<CustomDenial>>

  /**
   * Returns one choice for each group in which the inviter is member or moderator (the profile route), in the order of
   * `findGroupsOf`. The list is empty if there is no such group.
   *
   * Applies the same rules as `evaluate`, except those about the draft: if `denials` is empty, only the draft can still
   * be denied. Calls `findGroupsOf` first and then six methods in parallel, or seven with a pace, however many groups there
   * are. `loadFacts` is not called.
   */
  groupsFor(
    request: GroupsRequest,
  ): ResultAsync<readonly GroupChoice<CustomDenial>[], ChoosingError>

  /**
   * Returns one choice for each contact of the inviter (the group route), in the order of `findContactsOf`; or for each
   * of `contactIds`, once, in their order.
   *
   * Applies the same rules as `evaluate`, except those about the draft. If the inviter is not in the group, or there is
   * no such group, every choice says so. Calls `findContactsOf` first and then five methods in parallel, or six at once
   * with `contactIds`, one more with a pace, however many contacts there are. `loadFacts` is not called.
   */
  contactsFor(
    request: ContactsRequest,
  ): ResultAsync<readonly ContactChoice<CustomDenial>[], ChoosingError>

  /**
   * Returns what speaks now against an invitation that was sent, in the rulebook's order; empty if nothing does.
   *
   * Applies the same rules as `evaluate`, except those about the draft, the cooldown and the pace, which are the
   * invitation's own; and the custom rules, except those with `recheck: false`. Their `facts.claim` is `undefined`.
   * Calls five methods in parallel. `loadFacts` is not called.
   */
  recheck(
    invitation: Invitation,
  ): ResultAsync<readonly (StandingDenial | CustomDenial)[], InvalidRequest | DependencyFailed>

  /** Returns the present instant by the policy's clock, or a `DependencyFailed` of `clock`. */
  now(): Result<Date, DependencyFailed>
}

/**
 * Makes a policy. The type of its denials is inferred from `options.rules`.
 *
 * @since 0.1.0
 */
export interface InvitationPolicyConstructor {
  /**
   * The policy calls only `find…` methods of the repositories.
   *
   * @throws TypeError if a repository or one of its methods is missing, or an option is unknown or of the wrong type,
   * such as a custom rule whose name is taken.
   */
  new <const Rules extends readonly CustomRule[] = readonly []>(
    repositories: PolicyRepositories,
    options?: PolicyOptions<Rules>,
  ): InvitationPolicy<DenialsOf<Rules>>
}

class Policy implements InvitationPolicy<Denial> {
  readonly setup: PolicySetup

  constructor(repositories: PolicyRepositories, options: PolicyOptions = {}) {
    this.setup = setUp(repositories, options)
  }

  evaluate(request: InvitationRequest) {
    return catchOutages(evaluate(this.setup, request))
  }

  groupsFor(request: GroupsRequest) {
    return catchOutages(chooseGroup(this.setup, request))
  }

  contactsFor(request: ContactsRequest) {
    return catchOutages(chooseContact(this.setup, request))
  }

  recheck(invitation: Invitation) {
    return catchOutages(recheck(this.setup, invitation))
  }

  now() {
    return catchOutage(() => now(this.setup))
  }
}

// Which custom denials there are is known to the type of the options alone.
export const InvitationPolicy = Policy as InvitationPolicyConstructor

// Got in a pure call, so that a bundler drops it with the class.
const ownEvaluate = /* @__PURE__ */ (() => fieldOf(Policy.prototype, 'evaluate'))()

/**
 * Evaluates in two steps, for a caller that has parsed the request: finds the facts at once, and returns what judges by
 * them. If the policy has another `evaluate` than its own, that one must be called, and is the second step alone.
 */
export async function evaluateInSteps<CustomDenial extends Denial>(
  policy: InvitationPolicy<CustomDenial>,
  parsed: ParsedRequest,
): Promise<() => PromiseLike<Evaluated<CustomDenial>>> {
  const isOwn = policy instanceof Policy && policy.evaluate === ownEvaluate
  // The request as it was at the call, whatever has become of the caller's object.
  if (!isOwn) return () => policy.evaluate({ ...parsed.request, ...parsed.given })
  const { setup } = policy
  const found = await findFacts(setup, parsed)
  // Which custom denials there are is known to the type of the policy alone.
  return () => judge(setup, parsed, found) as Promise<Evaluated<CustomDenial>>
}

type Evaluated<CustomDenial extends Denial> = Result<
  InvitationApproval,
  EvaluationError<CustomDenial>
>
