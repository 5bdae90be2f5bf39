import swagger from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import Fastify from 'fastify'
import { invitationDraftSchema } from 'group-invitations/form'
import { describe, expect, test } from 'vitest'

const { jsonSchema } = invitationDraftSchema['~standard']

const documentWith = (openapi: string, schemas: object) => ({
  openapi,
  info: { title: 'Invitations', version: '1' },
  paths: {
    '/invitations': {
      post: {
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/InvitationDraft' } },
          },
        },
        responses: { 204: { description: 'The draft has no error.' } },
      },
    },
  },
  components: { schemas },
})

/** The version that a document was checked by, and its errors, if there are any. */
async function checked(document: object) {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...structuredClone(document) })
  return { version: validator.version, valid, ...(!valid && { errors }) }
}

describe('an OpenAPI document', () => {
  const pairs = [
    ['3.0.3', '3.0', 'openapi-3.0'],
    ['3.1.0', '3.1', 'draft-2020-12'],
  ] as const

  test.each(pairs)('of %s is valid with the schemas', async (openapi, version, target) => {
    const schemas = {
      InvitationDraft: jsonSchema.input({ target }),
      StoredDraft: jsonSchema.output({ target }),
    }
    expect(await checked(documentWith(openapi, schemas))).toEqual({ version, valid: true })
  })

  test('of 3.0 is not valid with the schema of another version', async () => {
    const schemas = { InvitationDraft: jsonSchema.input({ target: 'draft-07' }) }
    expect(await checked(documentWith('3.0.3', schemas))).toMatchObject({ valid: false })
  })

  test.each(['3.0.3', '3.1.0'])('of %s can be made by Fastify', async (openapi) => {
    const app = Fastify()
    const info = { title: 'Invitations', version: '1' }
    await app.register(swagger, { openapi: { openapi, info } })
    const body = jsonSchema.input({ target: 'draft-07' })
    app.post('/invitations', { schema: { body } }, () => '')
    await app.ready()
    const document = app.swagger()
    expect(await checked(document)).toMatchObject({ valid: true })
    const { $schema: _$schema, ...shown } = body
    expect(document).toMatchObject({
      paths: {
        '/invitations': {
          post: { requestBody: { content: { 'application/json': { schema: shown } } } },
        },
      },
    })
    await app.close()
  })
})
