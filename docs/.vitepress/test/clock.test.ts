import { describe, expect, test } from 'vitest'
import { dayInWords, later, momentInWords } from '../playground/clock.js'

describe('the clock moves on in UTC', () => {
  test.each([
    ['2026-03-28T23:30', 1, 0, '2026-03-29T23:30'],
    ['2026-12-31T09:00', 1, 0, '2027-01-01T09:00'],
    ['2026-09-02T09:30', 0, 6, '2027-03-02T09:30'],
    ['2026-08-31T00:00', 0, 6, '2027-02-28T00:00'],
    ['2028-01-31T12:00', 0, 1, '2028-02-29T12:00'],
  ])('from %s by %i days and %i months to %s', (now, days, months, then) => {
    expect(later(now, days, months)).toBe(then)
  })
})

test('instants are written in the reader’s language, in UTC', () => {
  const instant = new Date('2026-09-02T23:30Z')
  expect(dayInWords(instant, 'en')).toBe('September 2, 2026')
  expect(dayInWords(instant, 'de')).toBe('2. September 2026')
  expect(momentInWords(instant, 'de')).toBe('02.09.2026, 23:30')
})
