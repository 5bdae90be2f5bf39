import { addMonths } from 'date-fns/addMonths'
import { UTCDateMini } from '@date-fns/utc/date/mini'

/**
 * How long a pair stays taken, in calendar months (D5).
 *
 * @since 0.1.0
 */
export const COOLDOWN_MONTHS = 6

/**
 * When the inviter of an invitation sent at `sentAt` may invite the same recipient again (D5).
 *
 * Six calendar months in UTC, counted forward and clamped to the last day of a shorter month: 31 August gives
 * 28 (29) February at the same time of day, to the millisecond. The process's time zone plays no part. The pair
 * is taken before the returned instant and free at it. An invalid `Date` gives an invalid `Date`, and so does one
 * in the last months that a `Date` can hold, in the year 275760.
 *
 * @since 0.1.0
 */
export function repeatableAt(sentAt: Date): Date {
  return new Date(+addMonths(sentAt, COOLDOWN_MONTHS, { in: utc }))
}

/** Makes date-fns calculate in UTC: its `in` option. */
export function utc(value: Date | number | string): Date {
  return new UTCDateMini(value)
}
