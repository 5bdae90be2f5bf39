import { readFileSync } from 'node:fs'
import {
  contactRepositoryContract,
  type ContractCase,
  groupRepositoryContract,
  invitationRepositoryContract,
  membershipRepositoryContract,
  preferenceRepositoryContract,
  profileRepositoryContract,
} from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'

const never = () => Promise.reject(new Error('is not opened'))

const contracts: readonly (readonly [port: string, cases: readonly ContractCase[]])[] = [
  ['membership', membershipRepositoryContract(never)],
  ['profile', profileRepositoryContract(never)],
  ['preference', preferenceRepositoryContract(never)],
  ['contact', contactRepositoryContract(never)],
  ['group', groupRepositoryContract(never)],
  ['invitation', invitationRepositoryContract(never)],
]

/** The comment of each method of a port, on one line and without backticks. */
function commentsIn(port: string): ReadonlyMap<string, string> {
  const file = new URL(`../../src/ports/${port}-repository.ts`, import.meta.url)
  const methods = readFileSync(file, 'utf8').matchAll(
    /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+)\(/gm,
  )
  return new Map(
    [...methods].map(([, comment = '', method = '']) => [
      method,
      comment
        .replaceAll(/\n {3}\*/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('`', ''),
    ]),
  )
}

describe.each(contracts)('the port %s', (port, cases) => {
  const comments = commentsIn(port)

  test('has cases for each of its methods', () => {
    const methods = new Set(cases.map(({ name }) => name.split(' ')[0]))
    expect([...methods].sort()).toEqual([...comments.keys()].sort())
  })

  test.each(cases.map(({ name }) => name))('%s', (name) => {
    const [promise = ''] = name.replaceAll('`', '').split(': ')
    const [method = '', verb = '', ...rest] = promise.split(' ')
    const sentence = [`${verb.charAt(0).toUpperCase()}${verb.slice(1)}`, ...rest].join(' ')
    expect(comments.get(method)).toContain(`- ${sentence}`)
  })
})

test('each case has a name of its own', () => {
  for (const [, cases] of contracts) {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  }
})
