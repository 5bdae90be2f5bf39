/**
 * What an error of a write means.
 *
 * - `conflict`: another write came in between. Nothing was stored, and the next try may succeed.
 * - `aborted`: a transaction of the caller's has ended, and only the caller can begin another one.
 * - `failure`: anything else.
 */
export type ErrorKind = 'conflict' | 'aborted' | 'failure'

/** Says what an error of a store means. Each store has one. */
export type KindOf = (error: unknown) => ErrorKind

const TRIES = 10
const LONGEST_PAUSE_MS = 100

/**
 * Writes until there is an outcome, and after each conflict again. A write without an outcome has stored nothing, and
 * then found no reason: what was in its way has gone, because another transaction was taken back.
 */
export async function tryAgain<Outcome>(
  write: () => Promise<Outcome | undefined>,
  kindOf: KindOf,
): Promise<Outcome> {
  let conflict: unknown
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      const outcome = await write()
      if (outcome !== undefined) return outcome
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'aborted' && conflict !== undefined) break
      if (kind !== 'conflict') throw error
      conflict = error
    }
    await pauseAfter(tries)
  }
  throw new Error('Other writes came in between', { cause: conflict })
}

/** Longer after each try, and of random length: those who met at one row do not meet there again. */
function pauseAfter(tries: number): Promise<void> {
  const milliseconds = Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS)
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
