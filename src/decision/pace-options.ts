import { millisecondsInMinute } from 'date-fns/constants'
import type { Pace } from '../model/pace.js'
import { assert, optionsIn } from '../validation/assert.js'

/**
 * How fast one inviter may send, to any recipients and into any groups: `burst` invitations at once, then one every so many
 * minutes. It is this library's own. An unknown key is a `TypeError`.
 *
 * `{ burst: 20, every: { minutes: 72 } }` allows 20 at once, then one every 72 minutes. It is no limit of 20 a day: of a
 * whole burst and what is free again within the same day, 39 invitations may go out in 24 hours.
 *
 * @since 0.1.0
 */
export interface PaceOptions {
  /** A whole number from 1 to 100,000. */
  readonly burst: number
  /** After how long one more is free again. */
  readonly every: {
    /** More than 0, at most 525,600 (a year). Rounded to whole milliseconds, at least 1. */
    readonly minutes: number
  }
}

const MOST_AT_ONCE = 100_000
const MOST_MINUTES = 525_600

/** The pace of the options, if there is one. Throws a `TypeError` that names an unknown key or a wrong value. */
export function paceWith(options: PaceOptions | undefined): Pace | undefined {
  if (options === undefined) return undefined
  const { burst, every } = optionsIn(options, 'options.pace', ['burst', 'every'])
  const isBurst = isUpTo(burst, MOST_AT_ONCE) && Number.isInteger(burst)
  assert(isBurst, 'options.pace.burst', 'a whole number from 1 to 100,000')
  const { minutes } = optionsIn<Partial<PaceOptions['every']>>(every ?? {}, 'options.pace.every', [
    'minutes',
  ])
  const areMinutes = isUpTo(minutes, MOST_MINUTES)
  assert(areMinutes, 'options.pace.every.minutes', 'a number of more than 0, at most 525,600')
  return { burst, everyMs: Math.max(1, Math.round(minutes * millisecondsInMinute)) }
}

function isUpTo(value: unknown, most: number): value is number {
  return typeof value === 'number' && value > 0 && value <= most
}
