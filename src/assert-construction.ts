import { assert, fieldOf } from './assert.js'
import { methodsToRead } from './facts-from-repositories.js'

/** @throws TypeError that names the first repository or method missing. */
export function assertRepositories(repositories: unknown): void {
  for (const [repository, operation] of methodsToRead) {
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
  const matcher = fieldOf(options, 'matcher')
  const isMatcher = matcher === undefined || isFunction(fieldOf(matcher, 'findMentions'))
  assert(isMatcher, 'options.matcher.findMentions', 'a method')
  const screener = fieldOf(options, 'screener')
  const isScreener = screener === undefined || isFunction(fieldOf(screener, 'screen'))
  assert(isScreener, 'options.screener.screen', 'a method')
  assert(rules === undefined || Array.isArray(rules), 'options.rules', 'an array')
  assertRules(rules ?? [])
}

function assertRules(rules: readonly unknown[]): void {
  const taken = new Set<unknown>([
    'clock',
    'facts',
    'matcher',
    'screener',
    ...methodsToRead.map(([name]) => name),
  ])
  for (const [index, rule] of rules.entries()) {
    const path = `options.rules[${index}]`
    const name = fieldOf(rule, 'name')
    const load = fieldOf(rule, 'load')
    assert(typeof name === 'string' && name !== '', `${path}.name`, 'a non-empty string')
    assert(!taken.has(name), `${path}.name`, `unique, and '${name}' is taken`)
    assert(isFunction(fieldOf(rule, 'check')), `${path}.check`, 'a method')
    assert(load === undefined || isFunction(load), `${path}.load`, 'a method')
    taken.add(name)
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
