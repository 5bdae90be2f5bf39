import { codeOf } from '../shared/code-of.js'
import type { ErrorKind } from '../shared/try-again.js'

/**
 * libsql names the error if somebody else writes for too long, and nothing was stored then. node:sqlite does not: it
 * has waited for 5 seconds already. D1 never has two batches at once.
 */
export const kindOf = (error: unknown): ErrorKind =>
  codeOf(error)?.startsWith('SQLITE_BUSY') ? 'conflict' : 'failure'
