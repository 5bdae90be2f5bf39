import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { describe, expect, test, vi } from 'vitest'
import { invitationRouter } from '../express-router.js'
import { httpCases } from './http-cases.js'
import { aDraft, aWorld, servicesOf } from './stranger-world.js'

const routerOf = (world: ReturnType<typeof aWorld>) =>
  invitationRouter({
    ...servicesOf(world),
    log: world.log,
    memberOf: (request) => request.get('X-Member'),
    localesOf: (request) => [request.get('Accept-Language') ?? 'en'],
  })

async function served(app: Express) {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => new Promise((resolve) => server.close(resolve))
  return { origin: `http://127.0.0.1:${port}`, close }
}

describe('over HTTP', () => {
  httpCases((world) => served(express().use('/invitations', routerOf(world))))
})

const post = async (app: Express, path: string, body: string) => {
  const { origin, close } = await served(app)
  const headers = { 'X-Member': 'anna', 'Content-Type': 'application/json' }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
  const text = await answer.text()
  await close()
  return { status: answer.status, type: answer.headers.get('Content-Type'), text }
}

test('works behind a parser of bodies that the application has already', async () => {
  const app = express().use(express.json()).use('/invitations', routerOf(aWorld()))
  expect(await post(app, '/invitations', JSON.stringify(aDraft()))).toMatchObject({ status: 201 })
})

describe('what the page warns of', () => {
  test('a body that is no JSON is answered in HTML, with a stack', async () => {
    const app = express().use('/invitations', routerOf(aWorld()))
    expect(await post(app, '/invitations', '{')).toEqual({
      status: 400,
      type: 'text/html; charset=utf-8',
      text: expect.stringMatching(/SyntaxError[^]*node_modules/) as string,
    })
  })

  test('in production there is no stack', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const app = express().set('env', 'production').use('/invitations', routerOf(aWorld()))
    const { status, text } = await post(app, '/invitations', '{')
    expect({ status, hasStack: text.includes('node_modules') }).toEqual({
      ...{ status: 400, hasStack: false },
    })
    // Express logs it instead, a moment later.
    await vi.waitFor(() => expect(logged).toHaveBeenCalledOnce())
    logged.mockRestore()
  })

  test('a ResultAsync as the body of a response tells all', async () => {
    const { service } = servicesOf(aWorld())
    const app = express().post('/', async (_, response) => {
      response.json(await service.send({ ...aDraft('dora'), inviterId: 'anna' }))
    })
    const { status, text } = await post(app, '/', '{}')
    expect(status).toBe(200)
    expect(text).toContain('RecipientOptedOut')
  })
})
