import { BYTE_LIMIT, SUBJECT_CHARACTER_LIMIT, TEXT_CHARACTER_LIMIT } from '../text/limits.js'

/**
 * Says which version of JSON Schema to write.
 *
 * @since 0.1.0
 */
export interface JsonSchemaOptions {
  /** `openapi-3.0` is for OpenAPI 3.0, and `draft-2020-12` also for OpenAPI 3.1. Any other one is a `TypeError`. */
  readonly target: 'draft-2020-12' | 'draft-07' | 'openapi-3.0' | (string & {})
  /** Ignored. */
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined
}

/**
 * The JSON Schemas of a draft, as Standard JSON Schema v1 defines them (https://standardschema.dev/json-schema).
 *
 * Each call returns a new object.
 *
 * @since 0.1.0
 */
export interface DraftJsonSchema {
  /**
   * Returns the schema of a draft as it is given. It accepts every draft in JSON that `validate` accepts, and further
   * ones: it has no limit for subject and text, since `validate` counts characters only after it has normalised them.
   *
   * @throws TypeError if the target is another one.
   */
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>
  /**
   * Returns the schema of a draft as `validate` returns it: normalised, without other fields.
   *
   * @throws TypeError if the target is another one.
   */
  readonly output: (options: JsonSchemaOptions) => Record<string, unknown>
}

// Ranges instead of \p{…}, and none above U+FFFF: so a pattern means the same with the flag `u` and without it, and in
// other languages. Some of these cannot write lone surrogates: of them only `validate` takes care.
const CONTROLS = '\\x00-\\x1F\\x7F-\\x9F'
const DECEPTIVE = '\\u202A-\\u202E\\u2066-\\u2069\\uFDD0-\\uFDEF\\uFFFE\\uFFFF'
const UNSAFE_IN_SUBJECT = '\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F\\u2028\\u2029'
const UNSAFE_IN_TEXT = '\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F'
const INVISIBLE =
  '\\t\\n\\r \\x85\\xA0\\xAD\\u034F\\u061C\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028\\u2029\\u202F\\u205F-\\u2065\\u206A-\\u206F\\u2800\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB'

const without = (...characters: readonly string[]) => `^[^${characters.join('')}]*$`

/** What the second part matches, the first one does not: so that matching takes linear time. */
function visibleWithout(unsafe: string): string {
  return `^[${INVISIBLE}]*[^${INVISIBLE}${unsafe}][^${unsafe}]*$`
}

/** Fresh objects, so that nobody changes the schema of the next caller. */
function schemaOf({ target }: JsonSchemaOptions, isOutput: boolean): Record<string, unknown> {
  const aString = (description: string, rest: object) => ({ type: 'string', description, ...rest })
  const anIdentifier = (description: string) =>
    aString(`${description}: 1 to 255 code points without control characters.`, {
      minLength: 1,
      maxLength: 255,
      pattern: without(CONTROLS),
    })
  const aLine = (description: string, limit: number, rest: object) =>
    aString(
      `${description} At most ${limit} characters as a person sees them (an emoji is one), and 5,000 bytes in UTF-8. White space at both ends and some invisible characters do not count. Control characters and characters that change the direction of writing are not allowed.`,
      // A normalised one is not empty, and each of its code points has at least one byte.
      { ...rest, ...(isOutput && { minLength: 1, maxLength: BYTE_LIMIT }) },
    )
  const anObject = (description: string, required: readonly string[], properties: object) => ({
    type: 'object',
    description,
    required,
    properties,
    ...(isOutput && { additionalProperties: false }),
  })
  return {
    ...dialectOf(target),
    ...anObject(
      'An invitation of a member into a group, without its inviter.',
      ['recipientId', 'groupId', 'route', 'text'],
      {
        recipientId: anIdentifier('The member who is invited'),
        groupId: anIdentifier('The group into which the member is invited'),
        route: aString('From the profile of any member, or from the group to a direct contact.', {
          enum: ['profile', 'group'],
        }),
        subject: aLine(
          'The subject line. If it is absent or blank, a default is used.',
          SUBJECT_CHARACTER_LIMIT,
          { pattern: without(UNSAFE_IN_SUBJECT, DECEPTIVE) },
        ),
        text: aLine('The personal text, which must not be blank.', TEXT_CHARACTER_LIMIT, {
          minLength: 1,
          pattern: visibleWithout(UNSAFE_IN_TEXT + DECEPTIVE),
        }),
        reference: anObject(
          'The entry of the recipient’s profile to which the text refers.',
          ['field', 'entry'],
          {
            field: aString('What the member is looking for, offers, or something else.', {
              enum: ['wants', 'haves', 'other'],
            }),
            entry: aString('At most 500 code points without control characters.', {
              maxLength: 500,
              pattern: without(CONTROLS),
            }),
          },
        ),
      },
    ),
  }
}

/** What only this version of JSON Schema has. */
function dialectOf(target: string): object {
  switch (target) {
    case 'draft-2020-12':
      return { $schema: 'https://json-schema.org/draft/2020-12/schema' }
    case 'draft-07':
      return { $schema: 'http://json-schema.org/draft-07/schema#' }
    case 'openapi-3.0':
      return {}
    default:
      throw new TypeError("target must be 'draft-2020-12', 'draft-07' or 'openapi-3.0'")
  }
}

export const draftJsonSchema: DraftJsonSchema = /* @__PURE__ */ Object.freeze({
  input: (options: JsonSchemaOptions) => schemaOf(options, false),
  output: (options: JsonSchemaOptions) => schemaOf(options, true),
})
