import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from './invitation.js'
import type { MaybePromise } from './maybe-promise.js'
import type { GroupId, MemberId } from './member.js'
import type { Denial } from './rules/rule.js'

/**
 * A rule of the service's own, asked after the rulebook's: a block list, a quota, a freeze.
 *
 * It can add a reason against an invitation, never remove one. Made by `defineRule`.
 */
export interface OwnRule<OwnDenial extends Denial = Denial, Loaded = unknown> {
  /**
   * Names the rule in a `RepositoryFailed`: unique, and neither a repository's name nor `clock`, `facts`, `matcher`,
   * `screener` or `crypto`.
   */
  readonly name: string
  /**
   * Loads what `check` needs, once for any number of candidates, beside the repositories' reads.
   *
   * It runs for unknown members and groups too. Throwing or rejecting makes the evaluation a `RepositoryFailed` of
   * the rule's name and `load`.
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
   * The denial's `type` is a literal, so that a `switch` can tell it apart, and none of the rulebook's. Throwing, or
   * answering with anything but a denial or `undefined` (a promise, `null`, `false`), makes the evaluation a
   * `RepositoryFailed` of the rule's name and `check`.
   */
  check(
    candidate: InvitationCandidate,
    loaded: Loaded,
    facts: CandidateFacts,
  ): OwnDenial | undefined
  /** Whether the inviter may be told the denial, for whoever answers them: the policy does not read it. Absent: no. */
  readonly reveal?: boolean | undefined
}

/** The union of the denials that these own rules can raise. */
export type OwnDenialOf<Rules extends readonly OwnRule[]> = NonNullable<
  ReturnType<Rules[number]['check']>
>

/**
 * Defines a rule of the service's own, for `options.rules` of the policy.
 *
 * The denial's type is taken from what `check` returns, and joins the errors of `evaluate`, so that a `switch`
 * over `type` stays exhaustive. Write `load` before `check`: the type of `loaded` comes from it. To name the denial's
 * type, annotate what `check` returns.
 */
export function defineRule<const OwnDenial extends Denial, Loaded = undefined>(
  rule: OwnRule<OwnDenial, Loaded>,
): OwnRule<OwnDenial, Loaded> {
  return rule
}
