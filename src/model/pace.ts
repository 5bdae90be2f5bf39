/**
 * How fast an inviter may send, as the decision and `commit` use it: `burst` invitations at once, then one every
 * `everyMs`.
 *
 * @since 0.1.0
 */
export interface Pace {
  /** A whole number from 1 on. */
  readonly burst: number
  /** Milliseconds, a whole number from 1 on. */
  readonly everyMs: number
}

/**
 * The first instant at which the inviter may send once more, if the whole burst is free again at `freeAt`. It is the generic
 * cell rate algorithm (GCRA): `freeAt` is its theoretical arrival time.
 */
export function retryAtOf(freeAt: Date, { burst, everyMs }: Pace): Date {
  return new Date(freeAt.getTime() - (burst - 1) * everyMs)
}

/** When the whole burst is free again after one more invitation; `freeAt` is `undefined` if nothing was used. */
export function freeAtAfter(freeAt: Date | undefined, sentAt: Date, { everyMs }: Pace): Date {
  const usedUntil = Math.max(freeAt?.getTime() ?? sentAt.getTime(), sentAt.getTime())
  return new Date(usedUntil + everyMs)
}
