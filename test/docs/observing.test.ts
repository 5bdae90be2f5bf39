import { DENIAL_TYPES, forInviter, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { type Counter, denialCounter } from '../../docs/examples/counting-denials.js'
import { PORTS } from '../../src/ports/assert-methods.js'
import { aRequest } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { NETWORK } from '../support/network.js'
import { checkedSources } from '../support/sources.js'

const page = 'docs/observing.md'

/** A counter that remembers its sums by label. */
function aCounter() {
  const sums = new Map<string, number>()
  const labels = new Set<string>()
  const counter: Counter = {
    add(value, given) {
      for (const label of Object.keys(given)) labels.add(label)
      sums.set(given.type, (sums.get(given.type) ?? 0) + value)
    },
  }
  const raised = () => Object.fromEntries([...sums].filter(([, sum]) => sum > 0))
  return { counter, sums, labels, raised }
}

const denied = (...types: readonly string[]) => ({
  type: 'InvitationDenied',
  denials: types.map((type) => ({ type })),
})

describe('counting denials', () => {
  test('begins with 0 for each type, in the rulebook’s order, those of custom rules last', () => {
    const { counter, sums } = aCounter()
    denialCounter(counter, ['InviterBlocked'])
    expect([...sums]).toEqual([...DENIAL_TYPES, 'InviterBlocked'].map((type) => [type, 0]))
  })

  test.each([...DENIAL_TYPES, 'InviterBlocked'])('counts %s', (type) => {
    const { counter, raised } = aCounter()
    const count = denialCounter(counter, ['InviterBlocked'])
    count(denied(type))
    count(denied(type, 'TextEmpty'))
    expect(raised()).toEqual(type === 'TextEmpty' ? { TextEmpty: 3 } : { [type]: 2, TextEmpty: 1 })
  })

  test('counts nothing of what has no denials', () => {
    const { counter, raised } = aCounter()
    const count = denialCounter(counter)
    for (const type of ['InvalidRequest', 'DependencyFailed', 'InvitationIdReused']) count({ type })
    expect(raised()).toEqual({})
  })

  test('has the type as its only label', async () => {
    const { counter, labels, raised } = aCounter()
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
    const verdict = await policy
      .evaluate(aRequest({ recipientId: 'dora', groupId: 'nowhere' }))
      .orTee(denialCounter(counter))
    expect(verdict.isErr()).toBe(true)
    expect(Object.keys(raised()).sort()).toEqual([
      'GroupNotFound',
      'InviterNotInGroup',
      'RecipientOptedOut',
      'SalutationMissing',
    ])
    expect([...labels]).toEqual(['type'])
  })

  test.each(Object.values(oneOfEach))('counts what is disclosed of $type', (denial) => {
    const { counter, sums, raised } = aCounter()
    const count = denialCounter(counter, ['RecipientUnavailable'])
    const known = [...sums.keys()]
    const draft = { text: aRequest().text }
    count(forInviter({ type: 'InvitationDenied', denials: [denial], advisories: [], draft }))
    const [type = ''] = Object.keys(raised())
    expect(known).toContain(type)
    expect([denial.type, 'RecipientUnavailable']).toContain(type)
  })
})

test('the page says how each dependency is seen: every port, function of the options, custom rule', () => {
  const { exportsOf, fieldsOf } = checkedSources(['src/index.ts'])
  const isNoFunction = (option: string) => ['enforcement', 'pace', 'rules'].includes(option)
  const options = fieldsOf(exportsOf('src/index.ts').get('PolicyOptions'))
  const listed = tableUnder(page, '## Whose context').flatMap(([cell = '']) => codeIn(cell))
  expect(listed.sort()).toEqual(
    [...PORTS, ...options.filter((option) => !isNoFunction(option)), 'load', 'check'].sort(),
  )
})
