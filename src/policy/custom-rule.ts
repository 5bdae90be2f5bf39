import type { CandidateFacts } from '../rules/facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId } from '../model/member.js'
import type { Denial } from '../rules/rule.js'

/**
 * A rule of the service's own, asked after the rulebook's: a block list, a quota, a freeze.
 *
 * It can add a reason against an invitation, never remove one. Made by `defineRule`.
 *
 * @since 0.1.0
 */
export interface CustomRule<CustomDenial extends Denial = Denial, Loaded = unknown> {
  /**
   * Names the rule in a `DependencyFailed`: unique, not empty, and neither a repository's name nor `clock`, `facts`,
   * `findMentions`, `screen` or `crypto`.
   */
  readonly name: string
  /**
   * Loads what `check` needs, once for any number of candidates, beside the repositories' reads.
   *
   * It runs for unknown members and groups too. Throwing or rejecting makes the evaluation a `DependencyFailed` of
   * the rule's name and `load`. Absent: `loaded` is `undefined`.
   */
  load?(
    inviterId: MemberId,
    recipientIds: readonly MemberId[],
    groupIds: readonly GroupId[],
  ): MaybePromise<Loaded>
  /**
   * The rule's denial, or `undefined`: a pure function, so that a preview and the decision agree. It judges the people,
   * not what is written.
   *
   * The denial's `type` is a literal, so that a `switch` can tell it apart, and none of the library's. Throwing, or
   * answering with anything but a denial or `undefined` (a promise, `null`, `false`), makes the evaluation a
   * `DependencyFailed` of the rule's name and `check`.
   */
  check(
    candidate: InvitationCandidate,
    loaded: Loaded,
    facts: CandidateFacts,
  ): CustomDenial | undefined
  /** Whether the inviter may be told the denial: if so, the policy marks it as `Revealed`. Absent: no. */
  readonly reveal?: boolean | undefined
}

/**
 * An own rule whose denial is the service's to know: no words for it are needed. What `defineRule` makes by default.
 *
 * @since 0.1.0
 */
export interface HidingRule<
  CustomDenial extends Denial = Denial,
  Loaded = unknown,
> extends CustomRule<CustomDenial, Loaded> {
  readonly reveal?: false | undefined
}

/**
 * The mark of an own rule's denial that the inviter may be told. The policy sets it, as the rule's `reveal` says;
 * `forInviter` reads it, and takes it off.
 *
 * @since 0.1.0
 */
export interface Revealed {
  readonly reveal: true
}

/**
 * The union of the denials that these own rules can raise, as the policy gives them.
 *
 * @since 0.1.0
 */
export type CustomDenialOf<Rules extends readonly CustomRule[]> = DenialOf<Rules[number]>

/** The denial of one rule, or of each rule of a union; with the mark where it may have it. */
type DenialOf<Rule extends CustomRule> = Rule extends HidingRule
  ? NonNullable<ReturnType<Rule['check']>>
  : Marked<NonNullable<ReturnType<Rule['check']>>>

type Marked<CustomDenial extends Denial> = CustomDenial extends Denial
  ? Omit<CustomDenial, 'reveal'> & Pick<CustomDenial, 'type'> & Revealed
  : never

/**
 * Defines a rule of the service's own, for `options.rules` of the policy.
 *
 * The denial's type is taken from what `check` returns, and joins the errors of `evaluate`, so that a `switch`
 * over `type` stays exhaustive. Write `load` before `check`: the type of `loaded` comes from it. To name the denial's
 * type, annotate what `check` returns. With `reveal: true` the inviter may be told the denial, and words for it are
 * needed; by default it is the service's to know. It gives the rule back as it is, and checks nothing: the policy does.
 *
 * @since 0.1.0
 */
export function defineRule<const CustomDenial extends Denial, Loaded = undefined>(
  rule: HidingRule<CustomDenial, Loaded>,
): HidingRule<CustomDenial, Loaded>
export function defineRule<const CustomDenial extends Denial, Loaded = undefined>(
  rule: CustomRule<CustomDenial, Loaded>,
): CustomRule<CustomDenial, Loaded>
export function defineRule(rule: CustomRule): CustomRule {
  return rule
}
