import { describe, expect, test } from 'vitest'
import { isAbbreviation, isDistinctive } from '../../src/text/stop-words.js'
import { wordsIn } from '../../src/text/words.js'

const distinctive = (text: string) =>
  wordsIn(text)
    .filter(isDistinctive)
    .map(({ written }) => written)

describe('is distinctive', () => {
  test.each([
    ['a noun', 'Segeln'],
    ['a word of four letters', 'Yoga'],
    ['an abbreviation', 'IT'],
    ['a number with letters', '3D'],
    ['a language', 'C++'],
    ['an abbreviation that is spelled like a stop word', 'VON'],
    ['a word that begins like a stop word', 'Kontaktlinsen'],
  ])('%s: %s', (_case, word) => {
    expect(distinctive(word)).toEqual([word])
  })
})

describe('is not distinctive', () => {
  test.each([
    ['a function word', 'zwischen'],
    ['a function word in English', 'Through'],
    ['a word of every invitation', 'Austausch'],
    ['a word of every invitation in English', 'NETWORKING'],
    ['a stop word with an umlaut, in either spelling', 'persönlich persoenlich fuer'],
    ['a word of three letters', 'Rad'],
    ['a letter', 'R x'],
    ['a sign', '€ %'],
    ['a number', '2019'],
    ['a long number', '123456'],
    ['the first and the last stop word', 'aber gmbh'],
  ])('%s: %s', (_case, words) => {
    expect(distinctive(words)).toEqual([])
  })
})

test.each([
  ['IT', true],
  ['C++', true],
  ['3D', true],
  ['ÖBB', true],
  ['€', true],
  ['KPIs', false],
  ['USA', true],
  ['UNO!', true],
  ['NATO', false],
  ['It', false],
  ['it', false],
])('%s is an abbreviation: %s', (text, expected) => {
  expect(wordsIn(text).map(isAbbreviation)).toEqual([expected])
})
