import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths } from 'date-fns/addMonths'

/**
 * The cooldown of a pair of inviter and recipient, in calendar months (D5).
 *
 * @since 0.1.0
 */
export const COOLDOWN_MONTHS = 6

/**
 * Returns when the inviter may invite the same recipient again after an invitation that was sent at `sentAt` (D5).
 *
 * This is six calendar months later in UTC, at the same time of day to the millisecond. If that month is too short, it
 * is the last day of the month: 31 August leads to 28 (29) February. The process's time zone has no effect. The pair is
 * taken before the returned instant and free at it. The result is an invalid `Date` if `sentAt` is invalid, or among
 * the last months that a `Date` can hold, in the year 275760.
 *
 * @since 0.1.0
 */
export function repeatableAt(sentAt: Date): Date {
  return new Date(+addMonths(sentAt, COOLDOWN_MONTHS, { in: utc }))
}

/** The `in` option of date-fns for UTC. */
export function utc(value: Date | number | string): Date {
  return new UTCDateMini(value)
}
