import { err, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'

/** A value has these issues. It stands apart, so that forms parse fields without neverthrow. */
export function invalid(issues: readonly RequestIssue[]): Result<never, InvalidRequest> {
  return err({ type: 'InvalidRequest', issues })
}
