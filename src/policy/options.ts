import type { FindMentions, Screen } from '../content/draft-context.js'
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
  /** Finds the profile entries that a draft refers to; replaces the built-in `findMentions`. */
  readonly findMentions?: FindMentions | undefined
  /** Looks for prohibited content; replaces the built-in `screenText`. */
  readonly screen?: Screen | undefined
  /** The service's own rules, made by `defineRule`; asked after the rulebook's, in this order. */
  readonly rules?: Rules | undefined
  /**
   * Answers `evaluate` by one call in place of the repositories; `groupsFor` and `contactsFor` ask these all the same.
   */
  readonly facts?: FactsSource | undefined
}
