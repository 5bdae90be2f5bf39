import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { draftSchemaIn, invitationDraftSchema } from 'group-invitations/form'
import { de } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { anyText } from '../support/arbitraries.js'
import { aRequest } from '../support/builders.js'
import { runs } from '../support/runs.js'
import { FAMILY, HEAVY, textOfBytes } from '../support/texts.js'

const { jsonSchema, validate } = invitationDraftSchema['~standard']
const { inviterId: _inviterId, ...aDraft } = aRequest()

/** Every version, by a validator in its strictest mode; draft 7 also by one that compiles patterns without `u`. */
const validators = (['input', 'output'] as const).map((side) => {
  const schemaFor = (target: string) => jsonSchema[side]({ target })
  return [
    new Ajv2020({ strict: true }).compile(schemaFor('draft-2020-12')),
    new Ajv({ strict: true }).compile(schemaFor('draft-07')),
    new Ajv({ strict: true, unicodeRegExp: false }).compile(schemaFor('draft-07')),
    new Ajv({ strict: true }).compile(schemaFor('openapi-3.0')),
  ]
})
const [inputs = [], outputs = []] = validators

/** What all versions say of a draft as it is given. They must agree. */
function accepts(draft: unknown): boolean {
  const answers = new Set(inputs.map((accept) => accept(draft)))
  if (answers.size !== 1) throw new Error(`They disagree on ${JSON.stringify(draft)}`)
  return answers.has(true)
}

function expectOutputToFit(value: unknown): void {
  for (const accept of outputs) expect(accept(value), JSON.stringify(accept.errors)).toBe(true)
}

const isAccepted = (draft: unknown) => validate(draft).issues === undefined

const identifier = (length: number) => '😀'.repeat(length)
const invisible = ['\u00ad', '\u200b', '\u2060', '\ufeff', '\u180e']

describe('what the library accepts, the schema accepts', () => {
  test.each<[string, object]>([
    ['500 letters', { text: 'a'.repeat(500) }],
    ['500 letters that are decomposed', { text: 'a\u0308'.repeat(500) }],
    ['the most bytes', { text: textOfBytes(5_000) }],
    ['many code points in few characters', { text: `${HEAVY.repeat(60)}${FAMILY}` }],
    [
      'white space without end around it',
      { text: `${' \n\u3000'.repeat(90_000)}a\u0085`, subject: `${' \t'.repeat(90_000)}a` },
    ],
    ['a byte-order mark', { text: '\ufeffLieber Bernd', subject: '\ufeffTypeScript' }],
    ['invisible characters without end', { text: `a${invisible.join('').repeat(19_000)}b` }],
    ['one behind another invisible one', { text: '\u200e\u200b\u{1f600}' }],
    ['a text of one line break and one letter', { text: '\u0085x\u2028' }],
    ['a subject of 120 emoji', { subject: '😀'.repeat(120) }],
    ['a blank subject', { subject: ' \t' }],
    ['an empty subject', { subject: '' }],
    ['the longest identifiers', { recipientId: identifier(255), groupId: identifier(255) }],
    ['an identifier of one space', { recipientId: ' ', groupId: '\u202e' }],
    ['the longest entry', { reference: { field: 'other', entry: identifier(500) } }],
    ['an empty entry', { reference: { field: 'wants', entry: '' } }],
    ['other fields', { inviterId: 7, reference: { field: 'haves', entry: 'x', url: null } }],
  ])('%s', (_name, changes) => {
    const draft = { ...aDraft, ...changes }
    const result = validate(draft)
    expect(result).toHaveProperty('value')
    expect(accepts(draft)).toBe(true)
    if (!result.issues) expectOutputToFit(result.value)
  })
})

describe('what neither the library nor the schema accepts', () => {
  const withoutRoute = Object.fromEntries(
    Object.entries(aDraft).filter(([field]) => field !== 'route'),
  )
  test.each<[string, unknown]>([
    ['null', null],
    ['a list', [aDraft]],
    ['a string', 'Lieber Bernd'],
    ['an absent field', withoutRoute],
    ['an unknown route', { ...aDraft, route: 'search' }],
    ['an empty identifier', { ...aDraft, recipientId: '' }],
    ['an identifier of 256 code points', { ...aDraft, groupId: identifier(256) }],
    ['a number for an identifier', { ...aDraft, groupId: 7 }],
    ['a control character in an identifier', { ...aDraft, recipientId: 'bernd\u0085' }],
    ['null for a subject', { ...aDraft, subject: null }],
    ['a line break in a subject', { ...aDraft, subject: 'a\n' }],
    ['an empty text', { ...aDraft, text: '' }],
    ['a blank text', { ...aDraft, text: ' \n\u200b\u3000' }],
    ['an override of the direction', { ...aDraft, text: 'a\u202eb' }],
    ['null for a reference', { ...aDraft, reference: null }],
    ['a list for a reference', { ...aDraft, reference: [] }],
    ['an unknown list of the profile', { ...aDraft, reference: { field: 'name', entry: 'x' } }],
    ['no entry', { ...aDraft, reference: { field: 'haves' } }],
    ['an entry of 501', { ...aDraft, reference: { field: 'haves', entry: identifier(501) } }],
  ])('%s', (_name, draft) => {
    expect(isAccepted(draft)).toBe(false)
    expect(accepts(draft)).toBe(false)
  })
})

describe('what only the schema accepts', () => {
  test.each<[string, object]>([
    ['a text of 501 characters', { text: 'a'.repeat(501) }],
    ['a subject of 121 characters', { subject: 'a'.repeat(121) }],
    ['5,001 bytes', { text: textOfBytes(5_001) }],
    ['33 code points in one character', { text: `${HEAVY}\u0301` }],
    ['half of an emoji', { text: 'a\ud83d' }],
    ['half of an emoji in a subject', { subject: 'a\ude00' }],
    ['half of an emoji in an identifier', { groupId: 'a\ud83d' }],
    ['half of an emoji in an entry', { reference: { field: 'haves', entry: '\ude00' } }],
    ['a noncharacter above U+FFFF', { text: 'a\u{1ffff}' }],
    ['invisible characters above U+FFFF alone', { text: '\u{e0100}\u{e0041}' }],
  ])('%s', (_name, changes) => {
    const draft = { ...aDraft, ...changes }
    expect(isAccepted(draft)).toBe(false)
    expect(accepts(draft)).toBe(true)
  })
})

/** What no pattern covers, in JSON: lone surrogates, and what is unsafe or invisible above U+FFFF. */
const uncovered =
  /\\ud[89a-f]|[\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u{1D159}](?<![\0-\uFFFF])/u

describe('character by character, the schema and the library agree below U+10000', () => {
  const fields: readonly [string, (character: string) => object][] = [
    ['a text of nothing else', (character) => ({ text: character })],
    ['in a text', (character) => ({ text: `a${character}` })],
    ['in a subject', (character) => ({ subject: `${character}a` })],
    ['in an identifier', (character) => ({ recipientId: character })],
    ['in an entry', (character) => ({ reference: { field: 'haves', entry: character } })],
  ]
  test.each(fields)('%s', (_name, changes) => {
    const disagreed: number[] = []
    for (let codePoint = 0; codePoint <= 0xffff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue
      const draft = { ...aDraft, ...changes(String.fromCodePoint(codePoint)) }
      if (isAccepted(draft) !== accepts(draft)) disagreed.push(codePoint)
    }
    expect(disagreed).toEqual([])
  })
})

test('for any draft, the schema is at most more lenient, and only as the tables say', () => {
  const extreme = fc.constantFrom('', 'a'.repeat(500), 'a'.repeat(501), 'a\u0308'.repeat(500))
  const long = fc.string({ unit: 'grapheme', minLength: 490, maxLength: 510 })
  const padded = fc
    .tuple(fc.constantFrom(' ', '\n', '\u3000', ...invisible), fc.nat(2_000), anyText())
    .map(([space, times, text]) => `${space.repeat(times)}${text}${space}`)
  const words = fc.string({ unit: fc.constantFrom('a', 'ä', 'o\u0308', ' ', '\n', '漢', '😀') })
  const text = fc.oneof(words, anyText(), long, padded, extreme)
  const anId = fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constant('bernd'))
  const orWrong = <Value>(right: fc.Arbitrary<Value>) =>
    fc.oneof(
      { weight: 15, arbitrary: right },
      { weight: 1, arbitrary: fc.oneof(anyText(), fc.jsonValue()) },
    )
  const draft = fc.record(
    {
      recipientId: orWrong(anId),
      groupId: orWrong(fc.constant('chess')),
      route: orWrong(fc.constantFrom('profile', 'group')),
      subject: orWrong(fc.oneof(words, anyText(), padded)),
      text: orWrong(text),
      reference: orWrong(
        fc.record({ field: orWrong(fc.constantFrom('wants', 'haves', 'other')), entry: anId }),
      ),
      inviterId: fc.jsonValue(),
    },
    { requiredKeys: ['recipientId', 'groupId', 'route', 'text'] },
  )
  const tries = runs(5_000)
  const count = { byBoth: 0, bySchema: 0, byNone: 0 }
  fc.assert(
    fc.property(draft, (given) => {
      const value: unknown = JSON.parse(JSON.stringify(given))
      const result = validate(value)
      const isFitting = accepts(value)
      if (!result.issues) {
        count.byBoth += 1
        expect(isFitting).toBe(true)
        expectOutputToFit(JSON.parse(JSON.stringify(result.value)))
      } else if (isFitting) {
        count.bySchema += 1
        const isUncovered = uncovered.test(JSON.stringify(value))
        for (const { denial } of result.issues) {
          if (isUncovered) continue
          expect(denial?.type).toMatch(/^(Text|Subject)TooLong$/)
        }
      } else count.byNone += 1
    }),
    tries,
  )
  for (const each of Object.values(count)) expect(each).toBeGreaterThan(tries.numRuns / 50)
})

test('the words of a schema change nothing of it', () => {
  const german = draftSchemaIn(de.form)['~standard'].jsonSchema.input({ target: 'draft-07' })
  expect(new Ajv().compile(german)(aDraft)).toBe(true)
})

test('a body of a megabyte is checked in a moment', () => {
  const spaces = ' '.repeat(1_000_000)
  const letters = 'a'.repeat(1_000_000)
  for (const text of [spaces, `${spaces}\u0000`, `${letters}\u0000`, `${spaces}${letters}\u0000`]) {
    const start = performance.now()
    expect(accepts({ ...aDraft, text, subject: text })).toBe(false)
    expect(performance.now() - start).toBeLessThan(1_000)
  }
})
