import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../src/content/clauses.js'

const words = (line: string, units = 80) =>
  Array.from(clausesOf(line, units), (clause) =>
    clause.words.map(({ written }) => written).join(' '),
  )

describe('the clauses of a line', () => {
  test.each([
    ['marks', 'Hallo, Anna! Du: da … ja', ['Hallo', 'Anna', 'Du', 'da', 'ja']],
    ['dashes and emoji', 'Anna – du - da 🙂 ja', ['Anna', 'du', 'da', 'ja']],
    ['quotes and brackets', 'Anna (du) „da“ ja', ['Anna', 'du', 'da', 'ja']],
    ['a full stop', 'Hallo Anna. Du bist', ['Hallo Anna', 'Du bist']],
    ['no full stop behind a title', 'Frau Dr. Mair und Dr.Ott', ['Frau Dr Mair und Dr Ott']],
    ['no full stop behind an initial', 'J. R. Tolkien', ['J R Tolkien']],
    ['no gendered ending', 'Liebe/r Kim, liebe:r Kim', ['Liebe r Kim', 'liebe r Kim']],
    ['compounds are one word', "Anna-Lena O'Neill O’Neill", ['AnnaLena ONeill ONeill']],
    ['nothing', '– …', []],
  ])('%s', (_title, line, expected) => {
    expect(words(line)).toEqual(expected)
  })

  test('have the marks around them', () => {
    expect([...clausesOf('„Hallo“, Anna Koch!', 80)]).toEqual([
      {
        words: [{ written: 'Hallo', folded: 'hallo', spelling: 'halo', parts: ['halo'] }],
        opening: '„',
        closing: '“, ',
      },
      {
        words: [
          { written: 'Anna', folded: 'anna', spelling: 'ana', parts: ['ana'] },
          { written: 'Koch', folded: 'koch', spelling: 'koch', parts: ['koch'] },
        ],
        opening: '“, ',
        closing: '!',
      },
    ])
  })

  test('have the parts of a compound, and fold it as one', () => {
    const [clause] = clausesOf('Mo-Erik', 80)
    expect(clause?.words).toEqual([
      { written: 'MoErik', folded: 'morik', spelling: 'morik', parts: ['mo', 'erik'] },
    ])
  })

  test('end with the first word behind the limit', () => {
    expect(words('eins zwei drei', 0)).toEqual(['eins'])
    expect(words('eins zwei drei', 5)).toEqual(['eins zwei'])
    expect(words('eins zwei drei', 6)).toEqual(['eins zwei drei'])
  })
})
