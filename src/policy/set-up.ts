import { checkNow } from '../decision/check-facts.js'
import { type ContentEnforcement, enforcementWith } from '../decision/enforcement.js'
import { paceWith } from '../decision/pace-options.js'
import type { Pace } from '../model/pace.js'
import { askNow } from '../ports/asking.js'
import { assertMethods, PORTS } from '../ports/assert-methods.js'
import type { PolicyRepositories } from '../ports/repositories.js'
import { assert, assertKnownKeys, fieldOf, optionsIn } from '../validation/assert.js'
import type { CustomRule } from './custom-rule.js'
import type { PolicyOptions } from './options.js'

/** The repositories and options of a policy, checked. */
export interface PolicySetup extends Pick<
  PolicyOptions,
  'loadFacts' | 'screen' | 'findMentions' | 'observe'
> {
  readonly repositories: PolicyRepositories
  readonly clock: () => Date
  readonly rules: readonly CustomRule[]
  readonly enforcement: ContentEnforcement
  readonly pace: Pace | undefined
}

const METHODS = [
  ['memberships', 'findStandings'],
  ['memberships', 'findGroupsOf'],
  ['profiles', 'findProfiles'],
  ['preferences', 'findOptOuts'],
  ['contacts', 'findContactsAmong'],
  ['contacts', 'findContactsOf'],
  ['groups', 'findGroups'],
  ['invitations', 'findClaims'],
  ['invitations', 'findRecentFingerprints'],
] as const satisfies [port: keyof PolicyRepositories, method: string][]

const OPTIONS = [
  'clock',
  'loadFacts',
  'enforcement',
  'screen',
  'findMentions',
  'rules',
  'pace',
  'observe',
] as const satisfies (keyof PolicyOptions)[]

/**
 * Checks and keeps what a policy is made of, so that replacing an option later has no effect.
 *
 * @throws TypeError if a repository, one of its methods, or an option is missing, unknown or of the wrong type.
 */
export function setUp(repositories: PolicyRepositories, options: PolicyOptions): PolicySetup {
  assertMethods(repositories, METHODS)
  const given = optionsIn(options, 'options', OPTIONS)
  for (const name of ['clock', 'loadFacts', 'screen', 'findMentions', 'observe'] as const) {
    const option = given[name]
    assert(option === undefined || typeof option === 'function', `options.${name}`, 'a function')
  }
  const { clock = () => new Date(), rules = [], loadFacts, screen, findMentions, observe } = given
  const keptRules = rulesIn(rules)
  const pace = paceWith(given.pace)
  if (pace) assertMethods(repositories, [['invitations', 'findFreeAt']])
  const { memberships, profiles, preferences, contacts, groups, invitations } = repositories
  return {
    repositories: { memberships, profiles, preferences, contacts, groups, invitations },
    clock,
    loadFacts,
    screen,
    findMentions,
    rules: keptRules,
    observe,
    enforcement: enforcementWith(given.enforcement),
    pace,
  }
}

/** The instant of a decision. Throws an outage. */
export function now({ clock }: PolicySetup): Date {
  return askNow('clock', 'call', clock, (answer) => checkNow(answer, 'the time'))
}

/** The custom rules, checked. What they are called is kept, and their methods are called on the rules themselves. */
function rulesIn(rules: unknown): readonly CustomRule[] {
  assert(Array.isArray(rules), 'options.rules', 'an array')
  const taken = new Set<unknown>([...OPTIONS, ...PORTS, 'crypto', 'unknown'])
  const kept: CustomRule[] = []
  for (const [index, rule] of (rules as unknown[]).entries()) {
    const path = `options.rules[${index}]`
    assertKnownKeys(rule, path, ['name', 'load', 'check', 'recheck'])
    const name = fieldOf(rule, 'name')
    const load = fieldOf(rule, 'load')
    const recheck = fieldOf(rule, 'recheck')
    assert(typeof name === 'string' && name !== '', `${path}.name`, 'a non-empty string')
    assert(!taken.has(name), `${path}.name`, `unique, and '${name}' is taken`)
    assert(typeof fieldOf(rule, 'check') === 'function', `${path}.check`, 'a method')
    assert(load === undefined || typeof load === 'function', `${path}.load`, 'a method')
    const isFlag = recheck === undefined || typeof recheck === 'boolean'
    assert(isFlag, `${path}.recheck`, 'true or false')
    taken.add(name)
    // Every field was checked.
    const checked = rule as CustomRule
    kept.push({
      name,
      load: (candidates, now) => checked.load?.(candidates, now),
      check: (candidate, loaded, facts) => checked.check(candidate, loaded, facts),
      recheck,
    })
  }
  return kept
}
