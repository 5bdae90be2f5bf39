import { describe, expect, test } from 'vitest'
import {
  checkEvidence,
  checkFingerprints,
  checkMentions,
} from '../../src/decision/check-content.js'
import { whilePolluted } from '../support/polluted.js'

const A_CATEGORY = 'a well-formed string of 1 to 64 code points without control characters'

const evidence = { category: 'spam', term: 'x', index: 0 }
const mention = { field: 'haves', entry: 'UX' }
const fingerprint = { recipientId: 'clara', textFingerprint: '1.' }

type Check = (value: unknown, path: string) => unknown
type Case = [message: string, value: unknown]

test.each([
  ['in the text', evidence],
  ['in the subject', { ...evidence, category: 'multi-level-marketing', field: 'subject' }],
  ['of a category of a service’s own', { ...evidence, category: 'harassment' }],
  ['of a category that every object has', { ...evidence, category: 'constructor' }],
  ['that is sure', { ...evidence, certainty: 'sure' }],
  ['that is suspected', { ...evidence, certainty: 'suspected' }],
])('a list of evidence %s is returned with the fields of its type alone', (_where, item) => {
  for (const more of [
    {},
    { passwordHash: '5f4d', field: undefined, certainty: undefined, ...item },
  ]) {
    // Evidence without a certainty is sure.
    const expected = { certainty: 'sure', ...item }
    expect(checkEvidence([item, { ...item, ...more }], 'it')).toStrictEqual([expected, expected])
  }
  expect(checkEvidence([], 'it')).toEqual([])
})

test.each([
  ['certainty', 'suspected'],
  ['certainty', 'Sure'],
  ['field', 'subject'],
  ['field', 'text'],
])('what Object.prototype has is nothing of the evidence: %s %s', async (key, value) => {
  await whilePolluted(key, value, () => {
    const [checked] = checkEvidence([evidence], 'it')
    expect(Object.entries(checked ?? {})).toEqual(
      Object.entries({ ...evidence, certainty: 'sure' }),
    )
  })
})

test.each<[name: string, check: Check, item: object]>([
  ['a mention', checkMentions, mention],
  ['a fingerprint', checkFingerprints, fingerprint],
])('a list of %s is returned as it is', (_name, check, item) => {
  for (const list of [[], [item], [item, { ...item, more: true }]]) {
    expect(check(list, 'it')).toBe(list)
  }
})

describe.each<[name: string, check: Check, cases: Case[]]>([
  [
    'evidence',
    checkEvidence,
    [
      ['it must be a list', null],
      ['it must be a list', { length: 0 }],
      ...[undefined, '', 7, ['spam'], 'a\nb', '\ud83d', 'x'.repeat(65)].map((category): Case => [
        `it[1].category must be ${A_CATEGORY}`,
        [evidence, { ...evidence, category }],
      ]),
      [`it[0].category must be ${A_CATEGORY}`, [null]],
      ['it[1].term must be a string', [evidence, { ...evidence, term: 7 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: -1 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: 0.5 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: '0' }]],
      ['it[0].field must be subject or undefined', [{ ...evidence, field: 'text' }]],
      ...['Sure', '', 'likely', null, 1, true].map((certainty): Case => [
        'it[1].certainty must be sure, suspected or undefined',
        [evidence, { ...evidence, certainty }],
      ]),
    ],
  ],
  [
    'mentions',
    checkMentions,
    [
      ['it must be a list', 'UX'],
      ['it[0].field must be wants, haves or other', [{ ...mention, field: 'name' }]],
      ['it[0].entry must be a string', [{ ...mention, entry: null }]],
    ],
  ],
  [
    'fingerprints',
    checkFingerprints,
    [
      ['it must be a list', undefined],
      ['it[0].recipientId must be a string', [undefined]],
      ['it[1].recipientId must be a string', Object.assign(Array(2), { 0: fingerprint })],
      ['it[0].textFingerprint must be a string', [{ ...fingerprint, textFingerprint: 7 }]],
    ],
  ],
])('%s of a wrong shape', (_name, check, cases) => {
  test.each(cases)('%s', (message, value) => {
    expect(() => check(value, 'it')).toThrow(new TypeError(message))
  })
})
