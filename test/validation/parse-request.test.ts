import { describe, expect, test } from 'vitest'
import { parseRequest } from '../../src/validation/parse-request.js'
import { aRequest } from '../support/builders.js'

const anIdentifier = 'a well-formed string of 1 to 255 code points without control characters'
const aRoute = "'profile' or 'group'"
const aField = "'wants', 'haves' or 'other'"

const issuesOf = (value: unknown) => parseRequest(value)._unsafeUnwrapErr().issues
const requestOf = (value: unknown) => parseRequest(value)._unsafeUnwrap().request

const required = [
  { message: `inviterId must be a string`, path: ['inviterId'] },
  { message: `recipientId must be a string`, path: ['recipientId'] },
  { message: `groupId must be a string`, path: ['groupId'] },
  { message: `route must be ${aRoute}`, path: ['route'] },
  { message: 'text must be a string', path: ['text'] },
]

describe('a value that is not an object', () => {
  test.each([[null], [undefined], [7], ['anna'], [true], [Symbol('request')], [() => aRequest()]])(
    '%s',
    (value) => {
      expect(parseRequest(value)._unsafeUnwrapErr()).toEqual({
        type: 'InvalidRequest',
        issues: [{ message: 'The request must be an object', path: [] }],
      })
    },
  )
})

describe('every missing field is named', () => {
  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['a list with a request inside', [aRequest()]],
    ['an object without a prototype', Object.create(null)],
    ['fields that are inherited', Object.create(aRequest())],
    ['a date', new Date()],
    ['undefined throughout', { inviterId: undefined, route: undefined, text: undefined }],
  ])('%s', (_case, value) => {
    expect(issuesOf(value)).toEqual(required)
  })

  test('even if its getter throws', () => {
    const throwing = () => {
      throw new Error('no')
    }
    const getters = Object.fromEntries(
      ['inviterId', 'recipientId', 'groupId', 'route', 'text'].map((key) => [
        key,
        { get: throwing, enumerable: true },
      ]),
    )
    expect(issuesOf(Object.defineProperties({}, getters))).toEqual(required)

    const all = [
      ...required.slice(0, 4),
      { message: 'subject must be a string', path: ['subject'] },
      ...required.slice(4),
      { message: 'reference must be an object', path: ['reference'] },
    ]
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(issuesOf(proxy)).toEqual(all)
    expect(issuesOf(new Proxy(aRequest(), { get: throwing }))).toEqual([
      ...required.slice(0, 4),
      all[4],
      ...required.slice(4),
    ])
    expect(issuesOf(Object.create(new Proxy({}, { get: throwing, has: throwing })))).toEqual(
      required,
    )
  })
})

const anEntry = [
  ['reference', 'entry'],
  'a well-formed string of at most 500 code points without control characters',
] as const

describe('a field of a wrong type or form', () => {
  test.each([
    ['a number for an id', { inviterId: 7 }, ['inviterId'], 'a string'],
    ['an object for an id', { recipientId: {} }, ['recipientId'], 'a string'],
    ['a String object for an id', { groupId: new String('chess') }, ['groupId'], 'a string'],
    ['an empty id', { inviterId: '' }, ['inviterId'], anIdentifier],
    ['an id of 256 letters', { inviterId: 'a'.repeat(256) }, ['inviterId'], anIdentifier],
    ['an id of 256 emoji', { inviterId: '😀'.repeat(256) }, ['inviterId'], anIdentifier],
    ['an id with a NUL', { inviterId: 'a\u0000b' }, ['inviterId'], anIdentifier],
    ['an id with a line break at its end', { inviterId: 'anna\n' }, ['inviterId'], anIdentifier],
    ['an id with half an emoji', { inviterId: 'a\ud83d' }, ['inviterId'], anIdentifier],
    ['an unknown route', { route: 'search' }, ['route'], aRoute],
    ['a route in capitals', { route: 'PROFILE' }, ['route'], aRoute],
    ['a number for the subject', { subject: 0 }, ['subject'], 'a string'],
    ['null for the subject', { subject: null }, ['subject'], 'a string'],
    ['null for the text', { text: null }, ['text'], 'a string'],
    ['a list for the text', { text: ['Lieber Bernd'] }, ['text'], 'a string'],
    ['a string for the reference', { reference: 'TypeScript' }, ['reference'], 'an object'],
    ['null for the reference', { reference: null }, ['reference'], 'an object'],
    [
      'a reference to an unknown field',
      { reference: { field: 'hobbies', entry: 'Schach' } },
      ['reference', 'field'],
      aField,
    ],
    ['a reference without an entry', { reference: { field: 'haves' } }, ...anEntry],
    [
      'an entry of 501 emoji',
      { reference: { field: 'haves', entry: '😀'.repeat(501) } },
      ...anEntry,
    ],
    ['an entry of two lines', { reference: { field: 'haves', entry: 'a\nb' } }, ...anEntry],
    ['an entry with half an emoji', { reference: { field: 'haves', entry: '\ud83d' } }, ...anEntry],
  ])('%s', (_case, change, path, expected) => {
    expect(issuesOf({ ...aRequest(), ...change })).toEqual([
      { message: `${path.join('.')} must be ${expected}`, path },
    ])
  })

  test('all issues are returned at once, in the order of the fields', () => {
    const paths = issuesOf({ subject: 1, reference: {} }).map(({ path }) => path.join('.'))
    expect(paths).toEqual([
      'inviterId',
      'recipientId',
      'groupId',
      'route',
      'subject',
      'text',
      'reference.field',
      'reference.entry',
    ])
  })
})

describe('identifiers are just strings', () => {
  test.each([
    '__proto__',
    'constructor',
    'a|b',
    'a:b',
    "'; --",
    ' ',
    '😀',
    '😀'.repeat(255),
    'a'.repeat(255),
  ])('%s', (id) => {
    const request = aRequest({ inviterId: id, recipientId: id, groupId: id })
    expect(requestOf(request)).toEqual(request)
  })
})

describe('the parsed request', () => {
  test('has the normalised draft, and also the draft as given', () => {
    const given = { subject: ' Ein\tTreffen ', text: '\r\nLieber Bernd\u200b!\r\nKomm!' }
    const parsed = parseRequest(aRequest(given))._unsafeUnwrap()
    expect(parsed).toStrictEqual({
      request: { ...aRequest(), subject: 'Ein Treffen', text: 'Lieber Bernd!\nKomm!' },
      given,
      isTextPlain: false,
    })
  })

  test.each([
    ['Lieber Bernd,\r\nkomm!\rBald!', true],
    ['Lieber Bernd,\r\nkomm!\r', true],
    ['Lieber Bernd,\nkomm!', true],
    ['Lieber Bernd 👋', false],
    ['\u000bLieber Bernd', false],
  ])('says whether the text is plain: %o', (text, isTextPlain) => {
    expect(parseRequest(aRequest({ text }))._unsafeUnwrap().isTextPlain).toBe(isTextPlain)
  })

  test.each([
    ['absent', undefined],
    ['empty', ''],
    ['blank', ' \u200b\u3164 '],
  ])('has no subject if it is %s', (_case, subject) => {
    const request = requestOf(aRequest({ subject }))
    expect(request).not.toHaveProperty('subject')
  })

  test('may have an entry of 500 emoji, or an empty one', () => {
    for (const entry of ['😀'.repeat(500), '']) {
      const reference = { field: 'other', entry } as const
      expect(requestOf(aRequest({ reference })).reference).toEqual(reference)
    }
  })

  test('has the reference as given', () => {
    const reference = { field: 'wants', entry: ' Kaffee ' } as const
    expect(requestOf({ ...aRequest(), reference: { ...reference, more: 1 } })).toStrictEqual({
      ...aRequest(),
      reference,
    })
    expect(requestOf(aRequest({ reference: undefined }))).not.toHaveProperty('reference')
  })

  test('has no unknown fields', () => {
    expect(requestOf({ ...aRequest(), tier: 'premium' })).toStrictEqual(aRequest())
  })

  test('gets each field once, as a getter may return different values', () => {
    let reads = 0
    const request = Object.defineProperty({ ...aRequest() }, 'text', {
      get: () => `Lieber Bernd ${(reads += 1)}`,
    })
    expect(requestOf(request).text).toBe('Lieber Bernd 1')
    expect(reads).toBe(1)
  })
})
