import { codeOf } from '../shared/code-of.js'
import type { ErrorKind } from '../shared/try-again.js'

const CONFLICTS = new Set([
  // 1213: a deadlock, also in the certification of a cluster, where it comes as the answer to COMMIT.
  'ER_LOCK_DEADLOCK',
  // 1205: another transaction has held a row for too long.
  'ER_LOCK_WAIT_TIMEOUT',
  // 1062: a key that another write got first.
  'ER_DUP_ENTRY',
  // 1020: another write has changed the row. Only MariaDB, at REPEATABLE READ.
  'ER_CHECKREAD',
])

/** What an error of MySQL or MariaDB means. */
export function kindOf(error: unknown): ErrorKind {
  const code = codeOf(error)
  return code !== undefined && CONFLICTS.has(code) ? 'conflict' : 'failure'
}
