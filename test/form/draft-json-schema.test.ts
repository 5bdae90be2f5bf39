import {
  BYTE_LIMIT,
  draftSchemaIn,
  invitationDraftSchema,
  SUBJECT_CHARACTER_LIMIT,
  TEXT_CHARACTER_LIMIT,
} from 'group-invitations/form'
import { de } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'

const { jsonSchema } = invitationDraftSchema['~standard']
const TARGETS = ['draft-2020-12', 'draft-07', 'openapi-3.0']

const controls = String.raw`\x00-\x1F\x7F-\x9F`
const deceptive = String.raw`\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF`
const invisible = String.raw`\t\n\r \x85\xA0\xAD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028\u2029\u202F\u205F-\u2065\u206A-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB`
const unsafe = String.raw`\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F${deceptive}`
const counted = (limit: number) =>
  `At most ${limit} characters as a person sees them (an emoji is one), and 5,000 bytes in UTF-8. White space at both ends and some invisible characters do not count. Control characters and characters that change the direction of writing are not allowed.`

/** The whole schema of what is given. */
const INPUT = {
  type: 'object',
  description: 'An invitation of a member into a group, without its inviter.',
  required: ['recipientId', 'groupId', 'route', 'text'],
  properties: {
    recipientId: {
      type: 'string',
      description: 'The member who is invited: 1 to 255 code points without control characters.',
      minLength: 1,
      maxLength: 255,
      pattern: `^[^${controls}]*$`,
    },
    groupId: {
      type: 'string',
      description:
        'The group into which the member is invited: 1 to 255 code points without control characters.',
      minLength: 1,
      maxLength: 255,
      pattern: `^[^${controls}]*$`,
    },
    route: {
      type: 'string',
      description: 'From the profile of any member, or from the group to a direct contact.',
      enum: ['profile', 'group'],
    },
    subject: {
      type: 'string',
      description: `The subject line. If it is absent or blank, a default is used. ${counted(120)}`,
      pattern: String.raw`^[^\x00-\x08\x0A-\x1F\x7F-\x9F\u2028\u2029${deceptive}]*$`,
    },
    text: {
      type: 'string',
      description: `The personal text, which must not be blank. ${counted(500)}`,
      minLength: 1,
      pattern: `^[${invisible}]*[^${invisible}${unsafe}][^${unsafe}]*$`,
    },
    reference: {
      type: 'object',
      description: 'The entry of the recipient’s profile to which the text refers.',
      required: ['field', 'entry'],
      properties: {
        field: {
          type: 'string',
          description: 'What the member is looking for, offers, or something else.',
          enum: ['wants', 'haves', 'other'],
        },
        entry: {
          type: 'string',
          description: 'At most 500 code points without control characters.',
          maxLength: 500,
          pattern: `^[^${controls}]*$`,
        },
      },
    },
  },
}

/** What is normalised has lengths, and nothing else than the fields of a draft. */
const { properties } = INPUT
const OUTPUT = {
  ...INPUT,
  properties: {
    ...properties,
    subject: { ...properties.subject, minLength: 1, maxLength: 5_000 },
    text: { ...properties.text, maxLength: 5_000 },
    reference: { ...properties.reference, additionalProperties: false },
  },
  additionalProperties: false,
}

describe('the JSON Schema of a draft', () => {
  test.each([
    ['draft-2020-12', { $schema: 'https://json-schema.org/draft/2020-12/schema' }],
    ['draft-07', { $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['openapi-3.0', {}],
  ])('can be had for %s', (target, dialect) => {
    expect(jsonSchema.input({ target })).toEqual({ ...dialect, ...INPUT })
    expect(jsonSchema.output({ target })).toEqual({ ...dialect, ...OUTPUT })
    expect(jsonSchema.input({ target, libraryOptions: { any: 1 } })).toEqual(
      jsonSchema.input({ target }),
    )
  })

  test.each(['draft-04', 'draft-2019-09', 'openapi-3.1', '', 'constructor', undefined])(
    'cannot be had for %s',
    (target) => {
      const options = { target: target as string }
      const error = new TypeError("target must be 'draft-2020-12', 'draft-07' or 'openapi-3.0'")
      expect(() => jsonSchema.input(options)).toThrow(error)
      expect(() => jsonSchema.output(options)).toThrow(error)
    },
  )

  test('cannot be had without options', () => {
    const input = jsonSchema.input as () => unknown
    expect(() => input()).toThrow(TypeError)
  })

  test('says the limits', () => {
    expect(INPUT.properties.subject.description).toContain(`${SUBJECT_CHARACTER_LIMIT} characters`)
    expect(INPUT.properties.text.description).toContain(`${TEXT_CHARACTER_LIMIT} characters`)
    expect(INPUT.properties.text.description).toContain(`${BYTE_LIMIT.toLocaleString('en')} bytes`)
  })

  test('is the same in every language', () => {
    const german = draftSchemaIn(de.form)['~standard'].jsonSchema
    for (const target of TARGETS) {
      expect(german.input({ target })).toEqual(jsonSchema.input({ target }))
      expect(german.output({ target })).toEqual(jsonSchema.output({ target }))
    }
  })

  test('cannot be changed for the next caller', () => {
    expect(() => Object.assign(jsonSchema, { input: () => ({}) })).toThrow(TypeError)
    const target = 'draft-07'
    for (const schema of [jsonSchema.input({ target }), jsonSchema.output({ target })]) {
      emptyAll(schema)
      expect(schema).toEqual({})
    }
    expect(jsonSchema.input({ target })).toMatchObject(INPUT)
    expect(jsonSchema.output({ target })).toMatchObject(OUTPUT)
  })
})

/** Removes everything from an object or a list, and from what is in it. */
function emptyAll(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    emptyAll(Reflect.get(value, key))
    Reflect.deleteProperty(value, key)
  }
}
