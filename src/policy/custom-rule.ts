import type { InvitationCandidate } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import type { Candidates } from './candidates.js'

/**
 * A rule of the service's own, applied after the rulebook: a block list, a freeze. Make it with `defineRule`.
 *
 * It can add a denial, never remove one. The inviter learns its denial only if the service reveals it (`forInviter`). An
 * unknown key is a `TypeError`, so that a class keeps its state in `#private` fields.
 *
 * @since 0.1.0
 */
export interface CustomRule<RuleDenial extends Denial = Denial, Loaded = unknown> {
  /**
   * The rule's name in a `DependencyFailed`: unique, not empty, no name of a repository or an option, and neither `crypto`
   * nor `unknown`.
   */
  readonly name: string
  /**
   * Loads what `check` needs, once for any number of candidates, beside the repositories' calls. `now` is the instant of
   * the decision.
   *
   * The candidates may include members and groups that do not exist. If it throws or rejects, the evaluation is a
   * `DependencyFailed` of the rule's name and `load`. Absent: `loaded` is `undefined`.
   */
  load?(candidates: Candidates, now: Date): MaybePromise<Loaded>
  /**
   * Returns the rule's denial, or `undefined`. A pure function of the people and the group, never of the draft, so that
   * a picker and the decision agree.
   *
   * The denial's `type` is a literal and none of the library's. If it throws, or returns anything except a denial or
   * `undefined` (a promise, `null`, `false`), the evaluation is a `DependencyFailed` of the rule's name and `check`.
   */
  check(
    candidate: InvitationCandidate,
    loaded: Loaded,
    facts: CandidateFacts,
  ): RuleDenial | undefined
  /**
   * Whether the rule is also applied before each delivery. Default: `true`. Say `false` for a rule that counts
   * invitations, since it would count this one.
   */
  readonly recheck?: boolean | undefined
}

/**
 * The union of the denials of these custom rules.
 *
 * @since 0.1.0
 */
export type DenialsOf<Rules extends readonly CustomRule[]> = NonNullable<
  ReturnType<Rules[number]['check']>
>

/**
 * Defines a custom rule, for `options.rules` of the policy. Returns the rule as it is; the policy checks it.
 *
 * The type of its denial is inferred from what `check` returns, and joins the denials of `evaluate`, so that a `switch`
 * over `type` stays exhaustive. Write `load` before `check`: the type of `loaded` comes from it. To name the type of
 * the denial, annotate what `check` returns.
 *
 * @since 0.1.0
 */
export function defineRule<const RuleDenial extends Denial, Loaded = undefined>(
  rule: CustomRule<RuleDenial, Loaded>,
): CustomRule<RuleDenial, Loaded> {
  return rule
}
