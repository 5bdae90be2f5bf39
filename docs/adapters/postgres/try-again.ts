import { codeOf } from './code-of.js'

// A serialisation failure, a deadlock, a key that another write got first.
const CONFLICTS = new Set(['40001', '40P01', '23505'])

const ABORTED = '25P02'

const TRIES = 10

/**
 * Writes until there is an outcome, and after each conflict again. A write without an outcome has stored nothing, and
 * then found no reason: what was in its way has gone, because another transaction was taken back.
 */
export async function tryAgain<Outcome>(
  write: () => Promise<Outcome | undefined>,
): Promise<Outcome> {
  let conflict: unknown
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const outcome = await write()
      if (outcome !== undefined) return outcome
    } catch (error) {
      const code = codeOf(error)
      // The conflict has ended a transaction of the caller's, who alone can begin another.
      if (code === ABORTED && conflict !== undefined) break
      if (code === undefined || !CONFLICTS.has(code)) throw error
      conflict = error
    }
  }
  throw new Error('Other writes came in between', { cause: conflict })
}
