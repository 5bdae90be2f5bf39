import { assert, fieldOf } from './assert.js'
import { repositoryCalls } from './facts-from-repositories.js'

/** @throws TypeError that names the first repository or method missing. */
export function assertRepositories(repositories: unknown): void {
  for (const { repository, operation } of repositoryCalls) {
    const port = fieldOf(repositories, repository)
    assert(
      isFunction(fieldOf(port, operation)),
      `repositories.${repository}.${operation}`,
      'a method',
    )
  }
}

/** @throws TypeError that names the first option of a wrong type. */
export function assertPolicyOptions(options: unknown): void {
  const clock = fieldOf(options, 'clock')
  assert(clock === undefined || isFunction(clock), 'options.clock', 'a function')

  const facts = fieldOf(options, 'facts')
  const isSource = facts === undefined || isFunction(fieldOf(facts, 'loadFacts'))
  assert(isSource, 'options.facts.loadFacts', 'a method')

  const rules = fieldOf(options, 'rules') ?? []
  assert(Array.isArray(rules), 'options.rules', 'an array')
  for (const [index, rule] of rules.entries()) {
    const path = `options.rules[${index}]`
    const load = fieldOf(rule, 'load')
    assert(isNonEmptyString(fieldOf(rule, 'name')), `${path}.name`, 'a non-empty string')
    assert(isFunction(fieldOf(rule, 'check')), `${path}.check`, 'a method')
    assert(load === undefined || isFunction(load), `${path}.load`, 'a method')
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isNonEmptyString(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
