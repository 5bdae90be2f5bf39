import type { Standing } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { NETWORK } from '../support/network.js'

const opened = (admission: unknown) =>
  createInMemoryRepositories({
    groups: [{ groupId: 'chess', name: 'Schach', admission: admission as string }],
  })

test.each([
  ['open', { name: 'Schach', admission: 'open' }],
  ['approval', { name: 'Schach', admission: 'approval' }],
  [undefined, { name: 'Schach' }],
  [null, { name: 'Schach' }],
])('the admission %s is kept', async (admission, group) => {
  const found = await opened(admission).groups.findGroups(['chess', 'go'])
  expect(found).toStrictEqual(new Map([['chess', group]]))
})

test.each([
  ['closed', 'network.groups[0].admission must be open or approval'],
  ['', 'network.groups[0].admission must be open or approval'],
  [true, 'network.groups[0].admission must be open or approval'],
])('the admission %o is a TypeError', (admission, message) => {
  expect(() => opened(admission)).toThrow(new TypeError(message))
})

test('setStanding takes a standing or none, and nothing else', () => {
  const repositories = createInMemoryRepositories(NETWORK)
  const set = (standing: unknown) => () => {
    // JavaScript can pass anything.
    repositories.setStanding('typescript-hamburg', 'bernd', standing as Standing)
  }
  for (const standing of ['owner', null, '']) {
    expect(set(standing)).toThrow(
      new TypeError('standing must be member, moderator, pending or banned'),
    )
  }
  expect(set(undefined)).not.toThrow()
})
