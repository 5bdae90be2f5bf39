import { sValidator } from '@hono/standard-validator'
import { invitationDraftSchema } from 'group-invitations/form'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'

const app = new Hono().post('/invitations', sValidator('json', invitationDraftSchema), (c) =>
  // The inviter comes from the session, and what the body said of it is gone.
  c.json({ inviterId: 'anna', ...c.req.valid('json') }),
)

const post = (body: unknown) =>
  app.request('/invitations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

test('a route gets a draft, and nothing that was smuggled in', async () => {
  const answer = await post({ ...aRequest(), inviterId: 'eve', text: ' Lieber Bernd ' })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual(aRequest({ inviterId: 'anna', text: 'Lieber Bernd' }))
})

test('a route answers what is wrong with it by itself', async () => {
  const answer = await post({ ...aRequest(), route: 'search', text: '' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    error: [{ message: "route must be 'profile' or 'group'", path: ['route'] }],
  })
  expect(await (await post({ ...aRequest(), text: 'a'.repeat(501) })).json()).toMatchObject({
    error: [{ message: 'text must have at most 500 characters, and has 501', path: ['text'] }],
  })
})
