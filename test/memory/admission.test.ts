import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'

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
  [true, 'network.groups[0].admission must be a string'],
])('the admission %o is a TypeError', (admission, message) => {
  expect(() => opened(admission)).toThrow(new TypeError(message))
})
