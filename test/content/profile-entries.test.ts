import { parseProfileEntries } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { entriesOf, entryAmong } from '../../src/content/profile-entries.js'
import { aProfile } from '../support/builders.js'

test.each([
  ['commas and semicolons', 'a, b; c', ['a', 'b', 'c']],
  [
    'line breaks and bullets',
    '• Yoga\n• Chor · Theater | Kino\r\nTanz',
    ['Yoga', 'Chor', 'Theater', 'Kino', 'Tanz'],
  ],
  ['a comma within a number', '1,5 Stellen, Teilzeit', ['1,5 Stellen', 'Teilzeit']],
  ['a comma beside the first and the last digit', '0,9 km, 9,0 kg', ['0,9 km', '9,0 kg']],
  [
    'a comma in brackets',
    'Sprachen (Deutsch, Englisch), Musik',
    ['Sprachen (Deutsch, Englisch)', 'Musik'],
  ],
  ['a comma at either end', ',a,', ['a']],
  ['a comma beside one digit', '1,a,2', ['1', 'a', '2']],
  ['a comma beside a digit of another script', '١,٢', ['١', '٢']],
  ['a comma in brackets that open again', '(a, (b)', ['(a', '(b)']],
  ['a comma in brackets over two lines', '(a,\nb)', ['(a', 'b)']],
  [
    'a comma 100 code points before the bracket closes',
    `(a,${'😀'.repeat(100)})`,
    [`(a,${'😀'.repeat(100)})`],
  ],
  [
    'a comma 101 code points before the bracket closes',
    `(a,${'😀'.repeat(101)})`,
    ['(a', `${'😀'.repeat(101)})`],
  ],
  [
    'a comma 100 letters before the bracket closes',
    `(a,${'b'.repeat(100)})`,
    [`(a,${'b'.repeat(100)})`],
  ],
  [
    'a comma 101 letters before the bracket closes',
    `(a,${'b'.repeat(101)})`,
    ['(a', `${'b'.repeat(101)})`],
  ],
  ['a bracket that is not closed', 'Musik (Chor, Orgel', ['Musik (Chor', 'Orgel']],
  ['empty entries and repetitions', ' , a,, a ;b;', ['a', 'b']],
  ['nothing', ' ', []],
])('%s', (_case, text, entries) => {
  expect(parseProfileEntries(text)).toEqual(entries)
})

test('the entries of a profile are those with a visible letter or digit, field by field', () => {
  const profile = aProfile({
    wants: ['Yoga', '–'],
    haves: ['', 'C++'],
    other: ['ÖPNV', '\u3164', ' \u115f\u1160 ', '_', '設計', '日', '本'],
  })
  expect(entriesOf(profile)).toEqual([
    { field: 'wants', entry: 'Yoga' },
    { field: 'haves', entry: 'C++' },
    { field: 'other', entry: 'ÖPNV' },
    { field: 'other', entry: '設計' },
    { field: 'other', entry: '日' },
    { field: 'other', entry: '本' },
  ])
})

test('an invisible letter beside a visible one does no harm', () => {
  const haves = ['\u3164Go', '7\u3164']
  expect(entriesOf(aProfile({ haves }))).toEqual(haves.map((entry) => ({ field: 'haves', entry })))
})

describe('the entry that a reference is to', () => {
  const entries = [
    { field: 'haves', entry: ' TypeScript' },
    { field: 'wants', entry: 'Schach' },
  ] as const

  test.each([
    ['is written like it', { field: 'wants', entry: 'Schach' }, entries[1]],
    ['but for outer white space', { field: 'haves', entry: 'TypeScript\n' }, entries[0]],
    ['is of the same field', { field: 'other', entry: 'Schach' }, undefined],
    ['is written in no other way', { field: 'wants', entry: 'schach' }, undefined],
  ] as const)('%s', (_case, reference, entry) => {
    expect(entryAmong(entries, reference)).toBe(entry)
  })
})
