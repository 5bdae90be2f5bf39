import Fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { InvitationPolicy, InvitationService, type PaceOptions } from 'group-invitations'
import { invitationDraftSchema } from 'group-invitations/form'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { afterEach, describe, expect, test } from 'vitest'
import { invitationRoute } from '../../docs/examples/in-fastify.js'
import { aRequest } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const { inviterId: _inviterId, ...aDraft } = aRequest()
const { jsonSchema, validate } = invitationDraftSchema['~standard']

const opened: FastifyInstance[] = []
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close()
})

/** Listens, and returns a function that posts a body: the status, the JSON and any `Retry-After` of the answer. */
async function posting(app: FastifyInstance) {
  opened.push(app)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return async (
    body: unknown,
  ): Promise<{ status: number; body: unknown; retryAfter?: string | null }> => {
    const answer = await fetch(`${origin}/invitations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Member': 'anna' },
      body: JSON.stringify(body),
    })
    return {
      ...{ status: answer.status, body: await answer.json() },
      ...(answer.headers.has('Retry-After') && { retryAfter: answer.headers.get('Retry-After') }),
    }
  }
}

describe('a route with the schema, as it is', () => {
  /** The handler returns what Fastify has handed over, and what the library makes of it. */
  const echoing = (options: FastifyServerOptions = {}) => {
    const app = Fastify(options)
    app.post(
      '/invitations',
      {
        schema: {
          body: invitationDraftSchema['~standard'].jsonSchema.input({ target: 'draft-07' }),
        },
      },
      (request) => ({ handed: request.body, validated: validate(request.body) }),
    )
    return posting(app)
  }

  test('hands over a draft as it was sent, with fields of others', async () => {
    const post = await echoing()
    const sent = { ...aDraft, text: ` ${aDraft.text} `, inviterId: 'eve' }
    expect(await post(sent)).toEqual({
      status: 200,
      body: { handed: sent, validated: { value: aDraft } },
    })
  })

  test.each<[object, string]>([
    [{ text: ' ' }, 'body/text must match pattern'],
    [{ text: '' }, 'body/text must NOT have fewer than 1 characters'],
    [{ route: 'search' }, 'body/route must be equal to one of the allowed values'],
    [{ groupId: 'g'.repeat(256) }, 'body/groupId must NOT have more than 255 characters'],
    [{ recipientId: undefined }, "body must have required property 'recipientId'"],
    [{ reference: { field: 'wants' } }, "body/reference must have required property 'entry'"],
  ])('answers %j by itself', async (changes, message) => {
    const post = await echoing()
    const { status, body } = await post({ ...aDraft, ...changes })
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'FST_ERR_VALIDATION' } })
    expect(body).toHaveProperty('message', expect.stringContaining(message))
  })

  // The library alone accepts none of these. The identifier 7 becomes '7'.
  const coerced: readonly [object, object][] = [
    [{ recipientId: 7 }, { recipientId: '7' }],
    [{ recipientId: ['bernd'] }, { recipientId: 'bernd' }],
    [{ route: ['group'] }, { route: 'group' }],
    [{ text: true }, { text: 'true' }],
    [{ subject: null }, { subject: '' }],
    [{ reference: { field: 'haves', entry: 4 } }, { reference: { field: 'haves', entry: '4' } }],
  ]

  test.each(coerced)('coerces %j by default', async (changes, handed) => {
    const post = await echoing()
    expect(validate({ ...aDraft, ...changes })).toHaveProperty('issues')
    expect(await post({ ...aDraft, ...changes })).toMatchObject({
      status: 200,
      body: { handed: { ...aDraft, ...handed }, validated: { value: {} } },
    })
  })

  test.each(coerced)('does not coerce %j without coerceTypes', async (changes) => {
    const post = await echoing({ ajv: { customOptions: { coerceTypes: false } } })
    expect(await post({ ...aDraft, ...changes })).toMatchObject({ status: 400 })
  })

  test.each([
    { recipientId: null },
    { text: null },
    { recipientId: ['bernd', 'clara'] },
    { reference: null },
    { reference: [{ field: 'haves', entry: 'TypeScript' }] },
  ])('coerces nothing into %j', async (changes) => {
    const post = await echoing()
    expect(await post({ ...aDraft, ...changes })).toMatchObject({ status: 400 })
  })

  test('can drop the fields of others by itself', async () => {
    const post = await echoing({ ajv: { customOptions: { removeAdditional: 'all' } } })
    const reference = { field: 'haves', entry: 'TypeScript' }
    expect(
      await post({ ...aDraft, inviterId: 'eve', reference: { ...reference, url: 'x' } }),
    ).toMatchObject({ status: 200, body: { handed: { ...aDraft, reference } } })
  })

  test('needs draft 7 or OpenAPI 3.0', async () => {
    const started = (target: string) => {
      const app = Fastify()
      app.post('/', { schema: { body: jsonSchema.input({ target }) } }, () => 'ok')
      return app.ready()
    }
    await started('openapi-3.0')
    await expect(started('draft-2020-12')).rejects.toThrow('json-schema.org/draft/2020-12/schema')
  })
})

test('the schema of the output can describe an answer', async () => {
  const app = Fastify()
  const response = { 200: jsonSchema.output({ target: 'draft-07' }) }
  app.post('/invitations', { schema: { response } }, (request) => {
    const draft = validate(request.body)
    return draft.issues ? {} : { ...draft.value, secret: 'x' }
  })
  const post = await posting(app)
  const reference = { field: 'haves', entry: 'TypeScript' }
  expect(await post({ ...aDraft, subject: ' TypeScript ', reference })).toEqual({
    status: 200,
    body: { ...aDraft, subject: 'TypeScript', reference },
  })
})

describe('the route of the example', () => {
  const started = (options: { pace?: PaceOptions } = {}) => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = new InvitationService(new InvitationPolicy(repositories, options), repositories)
    const memberOf = ({ headers }: FastifyRequest) => String(headers['x-member'])
    const app = Fastify()
    app.route(invitationRoute(service, memberOf))
    return posting(app)
  }

  test('sends as the member of the session, whatever the body says', async () => {
    const post = await started()
    expect(await post({ ...aDraft, inviterId: 'eve' })).toEqual({
      status: 201,
      body: { invitationId: expect.any(String) as string },
    })
    expect(await post(aDraft)).toMatchObject({
      status: 409,
      body: { errors: [{ type: 'RateLimited6Months' }] },
    })
  })

  test('answers what does not fit the schema in the words of the library', async () => {
    const post = await started()
    for (const body of [{ ...aDraft, text: ' ' }, { ...aDraft, route: 'search' }, {}, []]) {
      const { issues } = validate(body)
      expect(issues).not.toBe(undefined)
      const words = JSON.parse(JSON.stringify(issues)) as unknown
      expect(await post(body)).toEqual({ status: 422, body: { issues: words } })
    }
  })

  test('says when to try again', async () => {
    const post = await started({ pace: { burst: 1, every: { minutes: 60 } } })
    expect(await post(aDraft)).toMatchObject({ status: 201 })
    const { status, retryAfter } = await post({
      ...{ recipientId: 'clara', groupId: 'chess', route: 'profile' },
      text: 'Liebe Clara, Schach?',
    })
    expect(status).toBe(429)
    expect(Date.parse(retryAfter ?? '') - Date.now()).toBeGreaterThan(3_500_000)
  })

  test('answers the issues that only the library finds', async () => {
    const post = await started()
    expect(await post({ ...aDraft, text: 'a'.repeat(501) })).toMatchObject({
      status: 422,
      body: {
        issues: [{ path: ['text'], message: 'text must have at most 500 characters, and has 501' }],
      },
    })
  })
})
