import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { invitationDraftSchema } from 'group-invitations/form'
import { afterEach, describe, expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'

const { inviterId: _inviterId, ...aDraft } = aRequest()
const { jsonSchema, validate } = invitationDraftSchema['~standard']

const opened: FastifyInstance[] = []
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close()
})

/** Listens, and returns a function that posts a body: the status and the JSON of the answer. */
async function posting(app: FastifyInstance) {
  opened.push(app)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return async (body: unknown): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${origin}/invitations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: await answer.json() }
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
