import { millisecondsInSecond } from 'date-fns/constants'
import type { Denial } from '../rules/rule.js'
import { fieldOf } from '../validation/assert.js'

const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59)

/**
 * The header `Retry-After` of the first denial, if it has one. An HTTP date has whole seconds (RFC 9110, 5.6.7): it is
 * rounded up, since the second before is too early.
 */
export function retryAfterOf(first: Denial): string | undefined {
  if (first.type !== 'TooManyInvitations') return undefined
  const retryAt = fieldOf(first, 'retryAt')
  // A date that has come through JSON is a string.
  const time = retryAt instanceof Date ? retryAt.getTime() : Date.parse(String(retryAt))
  // An HTTP date has a year of four digits.
  if (Number.isNaN(time) || time > LATEST) return undefined
  return new Date(Math.ceil(time / millisecondsInSecond) * millisecondsInSecond).toUTCString()
}
