import swagger from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import Fastify, { type FastifyRequest } from 'fastify'
import { invitationDraftSchema } from 'group-invitations/form'
import { describe, expect, test } from 'vitest'
import { invitationRoutes } from '../fastify-plugin.js'
import { httpCases } from './http-cases.js'
import { aDraft, aWorld, servicesOf } from './stranger-world.js'

const optionsOf = (world: ReturnType<typeof aWorld>) => ({
  prefix: '/invitations',
  ...servicesOf(world),
  log: world.log,
  memberOf: ({ headers }: FastifyRequest) => headers['x-member']?.toString(),
  localesOf: ({ headers }: FastifyRequest) => [headers['accept-language'] ?? 'en'],
})

describe('over HTTP', () => {
  httpCases(async (world) => {
    const app = Fastify()
    await app.register(invitationRoutes, optionsOf(world))
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    return { origin, close: () => app.close() }
  })
})

test('takes the number of a page also without coercion of types', async () => {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false } } })
  await app.register(invitationRoutes, optionsOf(aWorld()))
  const headers = { 'X-Member': 'anna' }
  const answer = await app.inject({ url: '/invitations/sent?limit=1', headers })
  expect({ status: answer.statusCode, body: answer.json<unknown>() }).toEqual({
    ...{ status: 200, body: { items: [] } },
  })
  await app.close()
})

describe('OpenAPI', () => {
  test.each(['3.0.3', '3.1.0'])('of %s shows the draft and the pages', async (openapi) => {
    const app = Fastify()
    await app.register(swagger, {
      openapi: { openapi, info: { title: 'Invitations', version: '1' } },
    })
    await app.register(invitationRoutes, optionsOf(aWorld()))
    await app.ready()
    const document = app.swagger()
    const validator = new Validator()
    expect(await validator.validate({ ...structuredClone(document) })).toMatchObject({
      valid: true,
    })
    const { $schema: _$schema, ...shown } = invitationDraftSchema['~standard'].jsonSchema.input({
      target: 'draft-07',
    })
    expect(document).toMatchObject({
      paths: {
        '/invitations/': {
          post: {
            requestBody: { content: { 'application/json': { schema: shown } } },
            parameters: [{ in: 'header', name: 'idempotency-key' }],
          },
        },
        '/invitations/sent': {
          get: { parameters: [{ name: 'before' }, { name: 'limit', schema: { maximum: 1000 } }] },
        },
        '/invitations/{id}/accept': { post: {} },
      },
    })
    await app.close()
  })
})

describe('what the page warns of', () => {
  test('a ResultAsync as the answer of a route tells all', async () => {
    const { service } = servicesOf(aWorld())
    const app = Fastify()
    app.post('/', () => service.send({ ...aDraft('dora'), inviterId: 'anna' }))
    const answer = await app.inject({ method: 'POST', url: '/' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ error: { denials: [{ type: 'RecipientOptedOut' }] } })
    await app.close()
  })

  test('a POST that says it is JSON, and has no body, reaches no route', async () => {
    const app = Fastify()
    await app.register(invitationRoutes, optionsOf(aWorld()))
    const headers = { 'X-Member': 'bernd', 'Content-Type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: '/invitations/i-1/accept', headers })
    expect(answer.json()).toMatchObject({ statusCode: 400, code: 'FST_ERR_CTP_EMPTY_JSON_BODY' })
    await app.close()
  })
})
