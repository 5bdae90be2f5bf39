import type { StandardSchemaV1 } from '@standard-schema/spec'
import fc from 'fast-check'
import { decide, type InvitationDraft, type InvitationRequest } from 'group-invitations'
import { draftSchemaIn, invitationDraftSchema } from 'group-invitations/form'
import { de } from 'group-invitations/messages'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { anyText } from '../support/arbitraries.js'
import { aRequest, someFacts } from '../support/builders.js'
import { isFormDenial } from '../support/form-denials.js'
import { runs } from '../support/runs.js'
import { HEAVY, textOfBytes } from '../support/texts.js'

const { inviterId: _inviterId, ...aDraft } = aRequest()
const validated = (value: unknown) => invitationDraftSchema['~standard'].validate(value)

/** What `evaluate` returns for the same draft: the issues of its shape, or the denials of its form. */
function evaluated(draft: object) {
  const request = { ...draft, inviterId: 'anna' } as InvitationRequest
  return decide(request, someFacts()).match(
    () => [],
    (error) =>
      error.type === 'InvalidRequest' ? error.issues : error.denials.filter(isFormDenial),
  )
}

test('it is a Standard Schema', () => {
  expectTypeOf(invitationDraftSchema).toExtend<StandardSchemaV1<InvitationDraft, InvitationDraft>>()
  expect(invitationDraftSchema['~standard']).toMatchObject({
    version: 1,
    vendor: 'group-invitations',
  })
})

describe('a draft', () => {
  test('passes normalised, without other fields', () => {
    const reference = { field: 'haves', entry: 'TypeScript' }
    const given = { ...aDraft, subject: ' Schach ', text: ' Lieber\r\nBernd\t', reference }
    expect(validated({ ...given, inviterId: 'eve', isAdmin: true })).toEqual({
      value: { ...aDraft, subject: 'Schach', text: 'Lieber\nBernd', reference },
    })
    const { subject: _subject, ...withoutSubject } = aDraft
    expect(validated({ ...aDraft, subject: ' ' })).toStrictEqual({ value: withoutSubject })
  })

  test.each([null, undefined, 'draft', 7])('that is %s is not an object', (value) => {
    expect(validated(value)).toEqual({
      issues: [{ message: 'The draft must be an object', path: [] }],
    })
  })

  test('of the wrong shape has the issues of evaluate', () => {
    const wrong = { recipientId: '', groupId: 7, route: 'search', text: null, reference: {} }
    expect(validated(wrong)).toEqual({ issues: evaluated(wrong) })
    expect(evaluated(wrong)).toHaveLength(6)
  })

  test('of the wrong form has an issue for each denial, with the denial, at its field', () => {
    const draft = { ...aDraft, subject: `\u202e${'a'.repeat(121)}`, text: 'b'.repeat(501) }
    expect(validated(draft)).toEqual({
      issues: [
        {
          message: 'subject must have at most 120 characters, and has 122',
          path: ['subject'],
          denial: { type: 'SubjectTooLong', length: 122, limit: 120, unit: 'characters' },
        },
        {
          message: 'text must have at most 500 characters, and has 501',
          path: ['text'],
          denial: { type: 'TextTooLong', length: 501, limit: 500, unit: 'characters' },
        },
        {
          message: 'subject must not have U+202E, at 0',
          path: ['subject'],
          denial: { type: 'UnsafeCharacter', field: 'subject', index: 0, codePoint: 0x202e },
        },
      ],
    })
    expect(validated({ ...aDraft, text: ' \n' })).toEqual({
      issues: [
        { message: 'text must not be empty', path: ['text'], denial: { type: 'TextEmpty' } },
      ],
    })
    expect(validated({ ...aDraft, text: `a${'\u0301'.repeat(33)}` })).toMatchObject({
      issues: [{ message: 'text must have at most 32 code points in one character, and has 33' }],
    })
  })

  test('can have messages in another language', () => {
    const { validate } = draftSchemaIn(de.form)['~standard']
    expect(validate({ ...aDraft, groupId: '' })).toEqual({
      issues: [{ message: 'Diese Angabe fehlt oder ist ungültig.', path: ['groupId'] }],
    })
    expect(validate(undefined)).toEqual({
      issues: [{ message: 'Diese Angabe fehlt oder ist ungültig.', path: [] }],
    })
    expect(validate({ ...aDraft, text: 'b'.repeat(501) })).toMatchObject({
      issues: [{ message: 'Der Text ist zu lang: 501 von höchstens 500 Zeichen.', path: ['text'] }],
    })
    expect(validate({ ...aDraft, subject: 'b'.repeat(121), text: '\u0007' })).toMatchObject({
      issues: [
        { message: 'Der Betreff ist zu lang: 121 von höchstens 120 Zeichen.' },
        { message: de.form.TextEmpty({ type: 'TextEmpty' }) },
        {
          message:
            'Im Text steht an Position 1 ein Zeichen, das nicht erlaubt ist (U+0007). Bitte entfernen Sie es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.',
        },
      ],
    })
  })

  test('whose fields throw has issues, and does not throw', () => {
    const thrower = Object.defineProperty({ ...aDraft }, 'text', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(validated(thrower)).toEqual({
      issues: [{ message: 'text must be a string', path: ['text'] }],
    })
  })
})

test('it returns for any draft what evaluate returns for its shape and form', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 490, maxLength: 510 })
  const text = fc.oneof(anyText(), long, fc.constantFrom('', 'a'.repeat(500), 'a'.repeat(501)))
  const anyValue = fc.oneof(fc.constantFrom(undefined, null, 7, ''), fc.string(), fc.anything())
  const orWrong = <Value>(right: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: anyValue })
  const reference = fc.record({
    field: orWrong(fc.constantFrom('wants', 'haves', 'other')),
    entry: orWrong(fc.string()),
  })
  const draft = fc.record(
    {
      recipientId: orWrong(fc.constantFrom('bernd', 'anna')),
      groupId: orWrong(fc.constant('chess')),
      route: orWrong(fc.constantFrom('profile', 'group')),
      subject: orWrong(text),
      text: orWrong(text),
      reference: orWrong(reference),
      inviterId: fc.constant('eve'),
    },
    { requiredKeys: ['recipientId', 'groupId', 'route', 'text'] },
  )
  const tries = runs(3_000)
  let accepted = 0
  fc.assert(
    fc.property(draft, (value) => {
      const result = validated(value)
      const expected = evaluated(value)
      if (result.issues) {
        expect(result.issues.map(({ denial, ...issue }) => denial ?? issue)).toEqual(expected)
        expect(expected.length).toBeGreaterThan(0)
      } else {
        accepted += 1
        expect(expected).toEqual([])
        expect(validated(result.value)).toEqual(result)
      }
    }),
    tries,
  )
  expect(accepted).toBeGreaterThan(tries.numRuns / 10)
})

test('the unit of an excess is named', () => {
  const messagesOf = (text: string) =>
    validated({ ...aDraft, text }).issues?.map(({ message }) => message)
  expect(messagesOf('a'.repeat(501))?.[0]).toContain('500 characters')
  expect(messagesOf(`${HEAVY}\u0301`)?.[0]).toContain('code points in one character')
  expect(messagesOf(textOfBytes(5_001))?.[0]).toContain('5000 bytes')
})
