import { codeOf } from '../shared/code-of.js'
import type { ErrorKind } from '../shared/try-again.js'

// A serialisation failure, a deadlock, a key that another write got first.
const CONFLICTS = new Set(['40001', '40P01', '23505'])

/** A statement of a transaction that has failed. */
const ABORTED = '25P02'

/** What an error of PostgreSQL means, also inside the error of an ORM. */
export function kindOf(error: unknown): ErrorKind {
  const code = codeOf(error)
  if (code === ABORTED) return 'aborted'
  return code !== undefined && CONFLICTS.has(code) ? 'conflict' : 'failure'
}
