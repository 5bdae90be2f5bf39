import type { ContentScreener } from '../content/content-screener.js'
import type { ProfileMatcher } from '../content/profile-matcher.js'
import type { EnforcementOptions } from '../decision/enforcement.js'
import type { FactsSource } from '../rules/facts.js'
import type { CustomRule } from './custom-rule.js'

/**
 * What a policy may be given besides the repositories.
 *
 * To keep options in a variable write `satisfies PolicyOptions` behind them: an annotation forgets which rules they
 * have.
 *
 * @since 0.1.0
 */
export interface PolicyOptions<Rules extends readonly CustomRule[] = readonly CustomRule[]> {
  /**
   * Tells the instant of each decision, before the year 275760; by default the system's clock. Throwing, or answering
   * with anything but a valid `Date`, makes the decision a `DependencyFailed` of `clock` and `now`.
   */
  readonly clock?: (() => Date) | undefined
  /**
   * How the content rules are enforced, where it is not by default: `{ LinkInText: 'deny', MassMessage: 'advise' }`.
   */
  readonly enforcement?: EnforcementOptions | undefined
  /** Finds out what of the profile a draft refers to, in the place of the built-in comparison of words. */
  readonly matcher?: ProfileMatcher | undefined
  /** Looks for prohibited content, in the place of the built-in list of terms. */
  readonly screener?: ContentScreener | undefined
  /** The service's own rules, made by `defineRule`; asked after the rulebook's, in this order. */
  readonly rules?: Rules | undefined
  /**
   * Answers `evaluate` by one call in place of the repositories; `groupsFor` and `contactsFor` ask these all the same.
   */
  readonly facts?: FactsSource | undefined
}
