import { describe, expect, test } from 'vitest'
import { readEvidence, readMentions, readFingerprints } from '../../src/decision/check-content.js'

const evidence = { category: 'spam', term: 'x', index: 0 }
const mention = { field: 'haves', entry: 'UX' }
const fingerprint = { recipientId: 'clara', textFingerprint: '1.' }

test('what is well formed is read as copies, without what does not belong there', () => {
  const more = {
    ...evidence,
    category: 'multi-level-marketing',
    field: 'subject',
    sanction: 'none',
  }
  const { sanction: _alien, ...clean } = more
  const given = [evidence]
  expect(readEvidence(given, 'it')).toEqual([evidence])
  expect(readEvidence(given, 'it')).not.toBe(given)
  expect(readEvidence([more], 'it')).toEqual([clean])
  expect(readMentions([mention], 'it')).toEqual([mention])
  expect(readFingerprints([{ ...fingerprint, text: 'Lieber …' }], 'it')).toEqual([fingerprint])
})

type Read = (value: unknown, path: string) => unknown
type Case = [message: string, value: unknown]

describe.each<[name: string, read: Read, cases: Case[]]>([
  [
    'evidence',
    readEvidence,
    [
      ['it must be a list', null],
      ['it must be a list', { length: 0 }],
      ['it[0].category must be multi-level-marketing or spam', [{ ...evidence, category: 'ham' }]],
      ['it[0].category must be multi-level-marketing or spam', [null]],
      ['it[1].term must be a string', [evidence, { ...evidence, term: 7 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: -1 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: 0.5 }]],
      ['it[0].index must be a whole number from 0 on', [{ ...evidence, index: '0' }]],
      ['it[0].field must be subject or undefined', [{ ...evidence, field: 'text' }]],
    ],
  ],
  [
    'mentions',
    readMentions,
    [
      ['it must be a list', 'UX'],
      ['it[0].field must be wants, haves or other', [{ ...mention, field: 'name' }]],
      ['it[0].entry must be a string', [{ ...mention, entry: null }]],
    ],
  ],
  [
    'fingerprints',
    readFingerprints,
    [
      ['it must be a list', undefined],
      ['it[0].recipientId must be a string', [undefined]],
      ['it[0].textFingerprint must be a string', [{ ...fingerprint, textFingerprint: 7 }]],
    ],
  ],
])('%s that are none', (_name, read, cases) => {
  test.each(cases)('%s', (message, value) => {
    expect(() => read(value, 'it')).toThrow(new TypeError(message))
  })
})
