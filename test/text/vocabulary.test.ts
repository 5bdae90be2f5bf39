import { describe, expect, test } from 'vitest'
import { isRelated, vocabularyOf } from '../../src/text/vocabulary.js'
import { wordsIn } from '../../src/text/words.js'

const related = (text: string, vocabulary: string) => {
  const known = vocabularyOf(wordsIn(vocabulary))
  return wordsIn(text)
    .filter((word) => isRelated(word, known))
    .map(({ written }) => written)
}

test('a vocabulary has the words as written and folded, and the beginnings of distinctive ones', () => {
  const { written, ...vocabulary } = vocabularyOf(wordsIn('Über Vertriebsleiter, für IT'))
  expect(written()).toEqual(new Set(['Über', 'Vertriebsleiter', 'für', 'IT']))
  expect(vocabulary).toEqual({
    folded: new Set(['uber', 'vertriebsleiter', 'fur', 'it']),
    starts: new Set(['vertr', 'it']),
  })
})

test('nothing is related to an empty vocabulary', () => {
  expect(related('Vertrieb IT it', '')).toEqual([])
})

describe('a word', () => {
  test.each([
    ['itself, in another case', 'VERTRIEB', 'Vertrieb'],
    ['a longer one with the same five first letters', 'Vertriebsleiter', 'vertreten'],
    ['a shorter one', 'Tanze', 'Tanzen'],
    ['itself if it is short', 'Yoga', 'yoga'],
    ['itself if it is a stop word', 'Gruppe', 'gruppe'],
    ['itself with an accent', 'Café', 'CAFE'],
  ])('is related to %s', (_case, word, vocabulary) => {
    expect(related(word, vocabulary)).toEqual([word])
  })

  test.each([
    ['one with four letters in common', 'Segeln', 'Segway'],
    ['one that only begins with all of its four letters', 'Yoga', 'Yogakurs'],
    ['one that has its first five letters further back', 'Projekt', 'Subprojekt'],
    ['a stop word that begins alike', 'Gruppentherapie', 'Gruppe'],
    ['an abbreviation that begins alike', 'ITler', 'IT'],
  ])('is not related to %s', (_case, word, vocabulary) => {
    expect(related(word, vocabulary)).toEqual([])
  })
})

describe('an abbreviation', () => {
  test.each([
    ['as it is written', 'IT', 'in der IT'],
    ['to its plural', 'KPI', 'die KPIs'],
    ['from three letters on in any case', 'PHP', 'mit php'],
    ['with a digit in any case', '3D', 'in 3d'],
    ['with a sign in any case', 'C#', 'mit c#'],
  ])('is related %s', (_case, word, vocabulary) => {
    expect(related(word, vocabulary)).toEqual([word])
  })

  test.each([
    ['two letters in another case', 'IT', 'like it'],
    ['one letter in another case', 'R', 'r'],
    ['the beginning of a word', 'PR', 'PROFI'],
    ['the beginning of a plural', 'KP', 'KPIs'],
    ['the plural in another case', 'KPI', 'KPIS'],
  ])('is not related to %s', (_case, word, vocabulary) => {
    expect(related(word, vocabulary)).toEqual([])
  })
})
