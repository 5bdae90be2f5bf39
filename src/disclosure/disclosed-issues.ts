import type { InvalidRequest } from '../model/errors.js'

/**
 * The issues of a request with the fields of their type alone. A service may have made them from those of another
 * validator, which often have the value that was handed over.
 */
export function disclosedIssues({ issues }: InvalidRequest): InvalidRequest['issues'] {
  return issues.map(({ message, path }) => ({ message, path: [...path] }))
}
