import { UTCDateMini } from '@date-fns/utc/date/mini'

/** Makes date-fns reckon in UTC: its `in` option. */
export function utc(value: Date | number | string): Date {
  return new UTCDateMini(value)
}
