import { readFileSync } from 'node:fs'
import {
  answerRepositoryContract,
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
  ['answer', answerRepositoryContract(never)],
]

/** What no case can show, or what other cases show. */
const WITHOUT_CASES: { readonly [port: string]: readonly string[] } = {
  membership: [
    'A membership that has ended is not a standing, nor is an application or a ban that has ended',
  ],
  profile: [
    'Leaves out the parts of a profile that the viewer may not see, so that no rule and no message can reveal them',
    'Returns no empty displayName: it would be an outage when deciding and delivering',
  ],
  group: ['Returns no empty name: it would be an outage when deciding and delivering'],
  invitation: [
    'A claim stays, whatever becomes of its invitation: declined, withdrawn, bounced',
    'Finds an invitation as soon as its commit has returned, on every instance: query the store to which it was written, not a replica that is behind',
    'Returns an outcome like any other',
  ],
}

/** The method and the promise in the words of a case. */
function promiseOf(name: string): readonly [method: string, sentence: string] {
  const [promise = ''] = name.replaceAll('`', '').split(': ')
  const [method = '', verb = '', ...rest] = promise.split(' ')
  return [method, [`${verb.charAt(0).toUpperCase()}${verb.slice(1)}`, ...rest].join(' ')]
}

/** The comment of each method of a port, on one line and without backticks. */
function commentsIn(port: string): ReadonlyMap<string, string> {
  const file = new URL(`../../src/ports/${port}-repository.ts`, import.meta.url)
  const methods = readFileSync(file, 'utf8').matchAll(
    /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+)\??\(/gm,
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
    const [method, sentence] = promiseOf(name)
    expect(comments.get(method)).toContain(`- ${sentence}`)
  })

  test('has a case for each of its promises', () => {
    const promises = cases.map(({ name }) => promiseOf(name))
    const without = [...comments].flatMap(([method, comment]) =>
      comment
        // A minus sign is no dash of a list.
        .split(/ - (?=[A-Z])| {2,}/)
        .slice(1)
        // That is a promise of the library.
        .filter((promise) => !/^More \w+ (?:or \w+ )?than were asked for/.test(promise))
        .filter(
          (promise) =>
            !promises.some(([of, sentence]) => of === method && promise.startsWith(sentence)),
        ),
    )
    expect(without.map((promise) => promise.split('.')[0])).toEqual(WITHOUT_CASES[port] ?? [])
  })
})

test('each case has a name of its own', () => {
  for (const [, cases] of contracts) {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  }
})
