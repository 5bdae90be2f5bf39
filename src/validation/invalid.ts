import { err, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'

/** That a request has these issues. */
export function invalid(issues: readonly RequestIssue[]): Result<never, InvalidRequest> {
  return err({ type: 'InvalidRequest', issues })
}
