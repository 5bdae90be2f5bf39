import { COOLDOWN_MONTHS, repeatableAt } from 'group-invitations'
import { expect, test } from 'vitest'

const cooldowns = [
  ['an ordinary day', '2026-05-12T12:34:56.789Z', '2026-11-12T12:34:56.789Z'],
  ['31 August', '2026-08-31T23:59:59.999Z', '2027-02-28T23:59:59.999Z'],
  ['31 August before a leap year', '2027-08-31T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
  ['30 August', '2026-08-30T12:00:00.000Z', '2027-02-28T12:00:00.000Z'],
  ['28 August', '2026-08-28T12:00:00.000Z', '2027-02-28T12:00:00.000Z'],
  ['29 February', '2028-02-29T12:00:00.000Z', '2028-08-29T12:00:00.000Z'],
  ['28 February', '2027-02-28T12:00:00.000Z', '2027-08-28T12:00:00.000Z'],
  ['31 March', '2026-03-31T12:00:00.000Z', '2026-09-30T12:00:00.000Z'],
  ['31 October', '2026-10-31T12:00:00.000Z', '2027-04-30T12:00:00.000Z'],
  ['31 December', '2026-12-31T23:59:59.999Z', '2027-06-30T23:59:59.999Z'],
  ['the last instant of a month', '2026-01-31T23:59:59.999Z', '2026-07-31T23:59:59.999Z'],
  ['the first instant of a month', '2026-09-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z'],
  ['Berlin, the hour that is skipped', '2026-03-29T01:30:00.000Z', '2026-09-29T01:30:00.000Z'],
  ['Berlin, the hour that comes twice', '2026-10-25T00:30:00.000Z', '2027-04-25T00:30:00.000Z'],
  ['Berlin, into the skipped hour', '2026-09-28T01:30:00.000Z', '2027-03-28T01:30:00.000Z'],
  ['New York, the hour that is skipped', '2026-03-08T07:30:00.000Z', '2026-09-08T07:30:00.000Z'],
  ['New York, the hour that comes twice', '2026-11-01T05:30:00.000Z', '2027-05-01T05:30:00.000Z'],
  ['Apia, the day that never was', '2011-12-30T12:00:00.000Z', '2012-06-30T12:00:00.000Z'],
  ['Apia, into the day that never was', '2011-06-30T12:00:00.000Z', '2011-12-30T12:00:00.000Z'],
  ['before 1970', '1969-08-31T12:00:00.001Z', '1970-02-28T12:00:00.001Z'],
] as const

test('the cooldown is six months', () => {
  expect(COOLDOWN_MONTHS).toBe(6)
})

test('the tests run far from UTC', () => {
  expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).not.toBe(0)
})

test.each(cooldowns)('%s', (_case, sentAt, end) => {
  expect(repeatableAt(new Date(sentAt)).toISOString()).toBe(end)
})

test('returns a plain Date, and does not change its argument', () => {
  const sentAt = new Date('2026-05-12T12:00:00.000Z')
  const end = repeatableAt(sentAt)
  expect(end.constructor).toBe(Date)
  expect(sentAt.toISOString()).toBe('2026-05-12T12:00:00.000Z')
})

test('an invalid date leads to an invalid date', () => {
  expect(repeatableAt(new Date(Number.NaN)).getTime()).toBeNaN()
})
