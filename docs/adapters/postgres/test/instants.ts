import fc from 'fast-check'
import { runs } from '../../../../test/support/runs.js'

const HOUR = 3_600_000
const FROM = Date.UTC(2024, 0, 1)
const TO = Date.UTC(2032, 0, 1)

/** Every hour of eight years, two of them leap years, as milliseconds since 1970. */
export const everyHour: readonly number[] = Array.from(
  { length: (TO - FROM) / HOUR },
  (_nothing, hour) => FROM + hour * HOUR,
)

/** Instants to the millisecond, from 1970 to 2200. */
export const randomInstants: readonly number[] = fc.sample(
  fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) - 1 }),
  runs(10_000),
)
