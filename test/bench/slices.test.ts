import { expect, test } from 'vitest'
import { measuredBy, quantile, type Slice, typical } from './slices.js'

const calm = (perCall: number): Slice => ({ perCall, isDisturbed: false })
const disturbed = (perCall: number): Slice => ({ perCall, isDisturbed: true })
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

test.each([
  [0, 1],
  [0.5, 3],
  [0.75, 4],
  [1, 5],
])('the value at a share of %d', (share, value) => {
  expect(quantile([5, 3, 1, 2, 4], share)).toBe(value)
})

test('no value at any share of none', () => {
  expect(quantile([], 0.5)).toBeNaN()
})

test('the 10th percentile is what is typical', () => {
  expect(typical(upTo(101).map(calm))).toBe(10)
})

test('a disturbed slice is thrown away', () => {
  expect(typical([disturbed(1), calm(20), calm(30)])).toBe(20)
})

test('if fewer than one in fifty is left, none is thrown away', () => {
  expect(typical([...upTo(49).map(disturbed), calm(100)])).toBe(100)
  expect(typical([...upTo(50).map(disturbed), calm(100)])).toBe(5)
})

test('every other slice is compared with those between', () => {
  const slices = upTo(202).map((index) => calm(index % 2 === 0 ? 100 : 80 + index))
  expect(measuredBy(slices)).toEqual({ time: 100, noise: 100 / 101 })
})

test('nothing is measured of a task without slices', () => {
  expect(measuredBy([])).toEqual({ time: NaN, noise: NaN })
})
