import { expect, test } from 'vitest'

test.each([
  ['group-invitations', () => import('group-invitations')],
  ['group-invitations/content', () => import('group-invitations/content')],
  ['group-invitations/form', () => import('group-invitations/form')],
  ['group-invitations/http', () => import('group-invitations/http')],
  ['group-invitations/memory', () => import('group-invitations/memory')],
  ['group-invitations/messages', () => import('group-invitations/messages')],
  ['group-invitations/testing', () => import('group-invitations/testing')],
])('%s can be imported, and does nothing of its own', async (_name, load) => {
  expect(Object.keys(await load()).length).toBeGreaterThan(0)
})
