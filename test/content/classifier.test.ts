import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  builtInTable,
  checkOf,
  DIGITS,
  MOST_WEIGHT,
  NO_WEIGHT,
  placeOf,
  tableOf,
  weigh,
} from '../../src/content/classifier.js'
import { CLASSIFIER } from '../../src/content/classifier-weights.js'
import { aTable, featuresOf } from '../support/a-table.js'
import { anyText } from '../support/arbitraries.js'
import { runs } from '../support/runs.js'

describe('the score', () => {
  const table = aTable({ geld: 4, chef: -3, gold: 1 }, { bias: -1, unit: 0.5 })
  const scoreOf = (...words: string[]) => weigh(words, table).score

  test('is the bias without words, and for words that the table does not know', () => {
    expect(scoreOf()).toBe(-1)
    expect(scoreOf('haus')).toBe(-1)
    expect(scoreOf('haus', 'baum')).toBe(-1)
  })

  test('is the sum of the weights, for the square root of one more than the features', () => {
    expect(scoreOf('geld')).toBeCloseTo(-1 + (4 * 0.5) / Math.sqrt(2))
    // Two words and their pair.
    expect(scoreOf('geld', 'chef')).toBeCloseTo(-1 + ((4 - 3) * 0.5) / Math.sqrt(4))
    expect(scoreOf('geld', 'gold')).toBeCloseTo(-1 + ((4 + 1) * 0.5) / Math.sqrt(4))
    expect(scoreOf('geld', 'haus')).toBeCloseTo(-1 + (4 * 0.5) / Math.sqrt(4))
  })

  test('has each feature once', () => {
    // A word and one pair.
    expect(scoreOf('geld', 'geld', 'geld')).toBeCloseTo(-1 + (4 * 0.5) / Math.sqrt(3))
  })
})

test('the weights are those of the words, in their order, the first of equal ones', () => {
  const table = aTable({ geld: 4, chef: -3 })
  expect(weigh(['haus', 'geld', 'chef', 'geld'], table).weights).toEqual([0, 4, -3, 0])
  expect(weigh([], table).weights).toEqual([])
})

test('a word has the weights of all its features', () => {
  const [word, beginning, ending] = featuresOf('abcdefghi')
  const table = aTable(new Map([word, beginning, ending].map((hash, at) => [hash ?? 0, 10 ** at])))
  // 100 is more than a place can hold.
  expect(weigh(['abcdefghi'], table).weights).toEqual([1 + 10 + MOST_WEIGHT])
  expect(weigh(['abcdexyz'], table).weights).toEqual([10])
})

describe('the category', () => {
  const marketing = ['team', 'chef']
  const table = aTable({ team: 3, chef: -9, geld: 2, gold: 4 }, { marketing })
  const categoryOf = (...words: string[]) => weigh(words, table).category

  test('is that of the larger part of what speaks for prohibited content', () => {
    expect(categoryOf('team')).toBe('multi-level-marketing')
    expect(categoryOf('team', 'geld')).toBe('multi-level-marketing')
    expect(categoryOf('team', 'gold')).toBe('spam')
    expect(categoryOf('geld')).toBe('spam')
  })

  test('is not changed by what speaks against it', () => {
    expect(categoryOf('team', 'chef')).toBe('multi-level-marketing')
    expect(categoryOf('geld', 'chef')).toBe('spam')
  })

  test('is spam if nothing or as much speaks for either', () => {
    expect(categoryOf()).toBe('spam')
    expect(categoryOf('chef')).toBe('spam')
    expect(weigh(['team', 'geld'], aTable({ team: 3, geld: 3 }, { marketing })).category).toBe(
      'spam',
    )
  })
})

describe('a table', () => {
  const digits = (value: number) => DIGITS.charAt(value)

  const [geld = 0] = featuresOf('geld')
  const check = digits(checkOf(geld))
  const weighing = (table: string) => weigh(['geld'], tableOf({ bias: 0, unit: 1, table }))

  test.each([
    [0, -16, 'spam'],
    [1, -15, 'spam'],
    [16, 0, 'spam'],
    [31, 15, 'spam'],
    [32 + 15, -1, 'spam'],
    [32 + 17, 1, 'multi-level-marketing'],
    [32 + 31, 15, 'multi-level-marketing'],
  ])('has a digit for weight and category: %i', (value, weight, category) => {
    const { weights, ...others } = weighing(check + digits(value))
    expect(weights).toEqual([weight])
    expect(others.category).toBe(category)
  })

  test('has two digits for each place', () => {
    const nothing = digits(0) + digits(NO_WEIGHT)
    const places = [0, 1, 2].map((place) =>
      place === placeOf(geld, 3) ? check + digits(31) : nothing,
    )
    expect(weighing(places.join('')).weights).toEqual([15])
    expect(weighing([...places.slice(1), places[0]].join('')).weights).toEqual([0])
  })

  test('may have its digits in lines', () => {
    const [one, other] = ['\n12 34\n5\n6\n', '123456'].map((table) =>
      tableOf({ bias: 0, unit: 1, table }),
    )
    expect(one).toEqual(other)
  })

  test('tells features of one place apart by their checks', () => {
    const other = digits(checkOf(geld) ^ 1)
    expect(weighing(check + digits(23)).weights).toEqual([7])
    expect(weighing(other + digits(23)).weights).toEqual([0])
  })
})

test('place and check of a hash', () => {
  expect(placeOf(17, 10)).toBe(7)
  expect(placeOf(-1, 10)).toBe((2 ** 32 - 1) % 10)
  expect(checkOf(-1)).toBe(63)
  expect(checkOf(2 ** 26)).toBe(1)
  expect(checkOf(2 ** 26 - 1)).toBe(0)
})

describe('the built-in table', () => {
  const table = builtInTable()

  test('is decoded once', () => {
    expect(builtInTable()).toBe(table)
  })

  test('has two digits for each place, and is of a size that anybody can load', () => {
    const written = CLASSIFIER.table.replaceAll('\n', '')
    expect(written).toMatch(/^[-\w]+$/)
    expect(written.length).toBe(2 * table.size)
    expect(written.length).toBeLessThanOrEqual(12_288)
  })

  test('has weights for and against both kinds, and suspects nothing without words', () => {
    expect(table.bias).toBeLessThan(0)
    expect(table.unit).toBeGreaterThan(0)
    const values = Array.from(table.digits, (digit) => DIGITS.indexOf(digit)).filter(
      (_value, at) => at % 2 === 1,
    )
    const weights = values.map((value) => (value & 31) - NO_WEIGHT)
    expect(Math.max(...weights)).toBe(MOST_WEIGHT)
    expect(Math.min(...weights)).toBe(-MOST_WEIGHT)
    expect([...new Set(values.map((value) => value >> 5))].sort()).toEqual([0, 1])
  })

  test('gives any words a score, one of the two categories and a weight for each word', () => {
    const words = fc.array(fc.oneof(anyText(), fc.constantFrom('geld', 'casino', 'verein', '100')))
    fc.assert(
      fc.property(words, (some) => {
        const weighing = weigh(some, table)
        expect(Number.isFinite(weighing.score)).toBe(true)
        expect(weighing.weights).toHaveLength(some.length)
        expect(weighing.weights.every(Number.isInteger)).toBe(true)
        expect(weigh([...some], tableOf(CLASSIFIER))).toEqual(weighing)
      }),
      runs(100),
    )
  })
})
