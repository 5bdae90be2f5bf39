import { expect, test } from 'vitest'
import { tableOf, weigh } from '../../src/content/classifier.js'
import { visitFeatures } from '../../src/text/features.js'
import { examples } from './examples.js'
import { interval } from './figures.js'
import { type Example, fit } from './fit.js'
import { committed, sourceOf } from './source.js'
import { trained } from './table.js'

test('the committed table is what the texts make', async () => {
  // Not compared as a whole: a difference would print the table.
  expect(sourceOf(await examples()) === committed(), 'npm run train -- --write').toBe(true)
})

const kinds = {
  honest: ['verein', 'schach', 'abend', 'singen'],
  marketing: ['downline', 'team', 'chef', 'provision'],
  spam: ['casino', 'gewinn', 'kredit', 'lotto'],
}

/** Each text has three of the words of its kind. */
const few = Object.entries(kinds).flatMap(([kind, words]) =>
  words.map((_word, at): Example => {
    const hashes: number[] = []
    visitFeatures([...words.slice(at), ...words.slice(0, at)].slice(0, 3), (hash) => {
      hashes.push(hash)
    })
    return { hashes, isProhibited: kind !== 'honest', isMarketing: kind === 'marketing', weight: 1 }
  }),
)

test('a table tells the kinds of its texts apart', () => {
  const table = tableOf(trained(few))
  const weighed = (words: readonly string[]) => weigh(words, table)
  expect(weighed(kinds.honest).score).toBeLessThan(0)
  expect(weighed(kinds.marketing).score).toBeGreaterThan(0)
  expect(weighed(kinds.marketing).category).toBe('multi-level-marketing')
  expect(weighed(kinds.spam).score).toBeGreaterThan(0)
  expect(weighed(kinds.spam).category).toBe('spam')
})

test('the same texts make the same table, whatever was trained before', () => {
  const table = trained(few)
  expect(trained(few.slice(2))).not.toEqual(table)
  expect(trained(few)).toEqual(table)
})

test('only the given features have weights', () => {
  const [hash = 0] = few[0]?.hashes ?? []
  expect([...fit(few, [hash]).weights.keys()]).toEqual([hash])
})

test('an interval is that of Wilson', () => {
  expect(interval(0, 100)).toBe(' (0–4 %)')
  expect(interval(50, 100)).toBe(' (40–60 %)')
  expect(interval(100, 100)).toBe(' (96–100 %)')
})
