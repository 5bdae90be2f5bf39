import { assert, fieldOf } from '../validation/assert.js'
import { methodsToChoose, methodsToRead } from './fact-calls.js'
import type { ServiceRepositories } from '../ports/repositories.js'

/** The methods that the service calls itself. */
export const methodsToSend = [
  ['profiles', 'findProfiles'],
  ['preferences', 'findOptedOut'],
  ['invitations', 'findInvitation'],
  ['invitations', 'commit'],
  ['preferences', 'setOptedOut'],
  ['groups', 'findGroups'],
] as const satisfies [repository: keyof ServiceRepositories, operation: string][]

/** @throws TypeError that names the first repository or method missing. */
export function assertPolicyRepositories(repositories: unknown): void {
  assertMethods(repositories, [...methodsToRead, ...methodsToChoose])
}

/** @throws TypeError that names what is missing: the policy, a repository or a method. */
export function assertService(policy: unknown, repositories: unknown): void {
  assert(isFunction(fieldOf(policy, 'evaluate')), 'policy.evaluate', 'a method')
  assertMethods(repositories, methodsToSend)
}

function assertMethods(
  repositories: unknown,
  methods: readonly (readonly [repository: string, operation: string])[],
): void {
  for (const [repository, operation] of methods) {
    const method = fieldOf(fieldOf(repositories, repository), operation)
    assert(isFunction(method), `repositories.${repository}.${operation}`, 'a method')
  }
}

/** @throws TypeError that names the first option of a wrong type. */
export function assertPolicyOptions(options: unknown): void {
  assert(typeof options === 'object' && options !== null, 'options', 'an object')
  const clock = fieldOf(options, 'clock')
  const facts = fieldOf(options, 'facts')
  const rules = fieldOf(options, 'rules')
  assert(clock === undefined || isFunction(clock), 'options.clock', 'a function')
  const isSource = facts === undefined || isFunction(fieldOf(facts, 'loadFacts'))
  assert(isSource, 'options.facts.loadFacts', 'a method')
  const findMentions = fieldOf(options, 'findMentions')
  const screen = fieldOf(options, 'screen')
  assert(
    findMentions === undefined || isFunction(findMentions),
    'options.findMentions',
    'a function',
  )
  assert(screen === undefined || isFunction(screen), 'options.screen', 'a function')
  assert(rules === undefined || Array.isArray(rules), 'options.rules', 'an array')
  assertRules(rules ?? [])
}

function assertRules(rules: readonly unknown[]): void {
  const repositories = [...methodsToRead, ...methodsToSend].map(([name]) => name)
  const taken = new Set<unknown>([
    ...['clock', 'facts', 'findMentions', 'screen', 'crypto'],
    ...repositories,
  ])
  for (const [index, rule] of rules.entries()) {
    const path = `options.rules[${index}]`
    const name = fieldOf(rule, 'name')
    const load = fieldOf(rule, 'load')
    const reveal = fieldOf(rule, 'reveal')
    assert(typeof name === 'string' && name !== '', `${path}.name`, 'a non-empty string')
    assert(!taken.has(name), `${path}.name`, `unique, and '${name}' is taken`)
    assert(isFunction(fieldOf(rule, 'check')), `${path}.check`, 'a method')
    assert(load === undefined || isFunction(load), `${path}.load`, 'a method')
    const isFlag = reveal === undefined || typeof reveal === 'boolean'
    assert(isFlag, `${path}.reveal`, 'true or false')
    taken.add(name)
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
