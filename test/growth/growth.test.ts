import { expect, test } from 'vitest'
import { postsOf } from './in-a-thread.js'

interface Counted {
  readonly name: string
  /** How often blocks of code were run, at one size and at twice the size. */
  readonly work: readonly [number, number]
}

// What the engine does by itself (a regular expression, a search, composing) is not counted: `npm run bench:growth` times it.
test('twice the input is about twice the work', async () => {
  const counted = await postsOf<Counted>('count-work.ts')
  expect(counted.length).toBeGreaterThan(200)
  const tooMuch = counted.filter(({ work: [one, two] }) => two > 2.3 * one)
  expect(tooMuch).toEqual([])
})
