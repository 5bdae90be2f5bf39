import type { RequestIssue } from '../model/errors.js'
import { isInherited, isRecord } from '../validation/assert.js'
import { issueOf, type Kind } from '../validation/parse-fields.js'

/** The options of a method, as an object. Adds an issue for each key that is unknown or inherited. Never throws. */
export function parseOptions(
  options: unknown,
  known: readonly string[],
  issues: RequestIssue[],
): object {
  if (options === undefined) return {}
  if (!aRecord.accepts(options)) {
    issues.push(issueOf(aRecord, [], 'The options'))
    return {}
  }
  // Inherited properties do not count, but a key that seems to be given must not be ignored.
  for (const key of known) if (isInherited(options, key)) issues.push(notOwn(key))
  for (const key of keysOf(options)) {
    if (!known.includes(key)) issues.push({ message: `${key} is unknown`, path: [key] })
  }
  return options
}

/** The own keys of an object; none if a proxy throws. */
function keysOf(value: object): string[] {
  try {
    return Object.keys(value)
  } catch {
    return []
  }
}

const aRecord: Kind<object> = {
  name: 'an object',
  accepts(value): value is object {
    // Stryker disable BlockStatement: undefined counts as false
    try {
      return isRecord(value)
    } catch {
      return false
    }
    // Stryker restore BlockStatement
  },
}

const notOwn = (key: string): RequestIssue => ({
  message: `${key} must be a property of the options themselves`,
  path: [key],
})
