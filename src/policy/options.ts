import type { FindMentions, Screen } from '../content/draft-context.js'
import type { EnforcementOptions } from '../decision/enforcement.js'
import type { PaceOptions } from '../decision/pace-options.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { CustomRule } from './custom-rule.js'
import type { Observe } from './observe.js'

/**
 * Loads all facts of one evaluation by one call, for services that answer everything with a single query.
 *
 * `request` is checked and its draft is normalised. `now` is the instant that the policy's clock returned. Return it as
 * `facts.now`, or the store's own time. Without `mentions` and `evidence` in the facts, the draft is analysed as usual.
 *
 * If it throws, rejects, or returns incomplete facts, the evaluation is a `DependencyFailed` of `loadFacts`.
 *
 * @since 0.1.0
 */
export type LoadFacts = (request: InvitationRequest, now: Date) => MaybePromise<InvitationFacts>

/**
 * The settings of a policy. An unknown key is a `TypeError`.
 *
 * To keep options in a variable, write `satisfies PolicyOptions` behind them: an annotation forgets which custom rules
 * they have.
 *
 * @since 0.1.0
 */
export interface PolicyOptions<Rules extends readonly CustomRule[] = readonly CustomRule[]> {
  /**
   * Returns the instant of each decision, by default the system's time. If it throws, or returns anything except a valid
   * `Date` that can be `now` of `CandidateFacts`, the decision is a `DependencyFailed` of `clock`.
   */
  readonly clock?: (() => Date) | undefined
  /**
   * Loads the facts for `evaluate` instead of the repositories. `groupsFor`, `contactsFor` and `recheck` still use the
   * repositories.
   */
  readonly loadFacts?: LoadFacts | undefined
  /** Changes how content rules are enforced: `{ LinkInText: 'deny', MassMessage: 'advise' }`. */
  readonly enforcement?: EnforcementOptions | undefined
  /** Finds prohibited content instead of the built-in list of terms. */
  readonly screen?: Screen | undefined
  /** Finds the profile entries that a draft mentions instead of the built-in comparison of words. */
  readonly findMentions?: FindMentions | undefined
  /**
   * How fast one inviter may send. It is held by `commit`, so that it holds for any number of requests at once. Absent: as
   * fast as they like. A `TypeError` if `findFreeAt` of `InvitationRepository` is missing.
   */
  readonly pace?: PaceOptions | undefined
  /** Records each decision, such as for an audit. */
  readonly observe?: Observe | undefined
  /** The service's custom rules, made by `defineRule`. They are applied after the rulebook, in this order. */
  readonly rules?: Rules | undefined
}
