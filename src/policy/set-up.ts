import { assertPolicyOptions, assertPolicyRepositories } from './assert-construction.js'
import type { Candidates } from './candidates.js'
import type { Readers } from './consult.js'
import { type ContentEnforcement, enforcementWith } from '../decision/enforcement.js'
import { callsOver, type PolicyCalls } from './fact-calls.js'
import type { FactsSource } from '../rules/facts.js'
import type { OutsideCall } from '../ports/asking.js'
import { loadsOf, takenRules } from './custom-denials.js'
import type { CustomRule } from './custom-rule.js'
import type { PolicyOptions } from './options.js'
import { readNow } from '../decision/check-facts.js'
import type { PolicyRepositories } from '../ports/repositories.js'

/** What a policy works with: its repositories and options, checked. */
export interface PolicySetup {
  readonly ports: PolicyRepositories
  /** Answers an evaluation in place of the ports. */
  readonly source: FactsSource | undefined
  readonly calls: PolicyCalls
  readonly clock: OutsideCall<Date>
  readonly rules: readonly CustomRule[]
  /** What own rules load, in their order. */
  readonly loads: readonly OutsideCall<unknown, Candidates>[]
  readonly enforcement: ContentEnforcement
  /** The service's own readers of drafts; `undefined`: the built-in ones alone. */
  readonly readers: Readers | undefined
}

/**
 * Sets a policy up.
 *
 * Repositories, options and own rules are taken out once: exchanging one later, on purpose or not, must not reach
 * into a decision.
 *
 * @throws TypeError if a repository, one of its methods, or an option is missing or of the wrong type.
 */
export function setUp(repositories: PolicyRepositories, options: PolicyOptions): PolicySetup {
  assertPolicyRepositories(repositories)
  assertPolicyOptions(options)
  const { memberships, profiles, preferences, contacts, invitations } = repositories
  const { clock = () => new Date(), rules = [], facts, findMentions, screen } = options
  const ports = { memberships, profiles, preferences, contacts, invitations }
  const customRules = takenRules(rules)
  return {
    ports,
    calls: callsOver(ports),
    source: facts,
    clock: {
      repository: 'clock',
      operation: 'now',
      ask: () => clock(),
      read: (now) => readNow(now, 'the time'),
    },
    rules: customRules,
    loads: loadsOf(customRules),
    enforcement: enforcementWith(options.enforcement),
    readers: findMentions || screen ? { findMentions, screen } : undefined,
  }
}
