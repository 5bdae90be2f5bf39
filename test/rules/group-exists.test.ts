import { expect, test } from 'vitest'
import { groupExists } from '../../src/rules/group-exists.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  ['is not there, though memberships are left over', undefined, 'GroupNotFound'],
  ['has a name', { name: 'Schach' }, undefined],
  ['has a page', { name: 'Schach', url: 'https://example.org/chess' }, undefined],
])('a group that %s', (_case, group, type) => {
  const request = aRequest({ groupId: 'chess' })
  const facts = someFacts({ group, inviterStanding: 'moderator' })
  expect(groupExists(request, facts)).toEqual(type && { type, groupId: 'chess' })
})
