import { fieldOf } from '../validation/assert.js'

/** Throws an `Error` that shows both values if they differ in any part: lists, dates, plain objects. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [printed(actual), printed(expected)]
  if (got !== wanted) throw new Error(`${what} must be ${wanted}, and is ${got}`)
}

/** Throws an `Error` that shows all values if the first equals none of the others. */
export function expectOneOf(actual: unknown, expected: readonly unknown[], what: string): void {
  const isExpected = expected.some((value) => printed(value) === printed(actual))
  if (isExpected) return
  throw new Error(`${what} must be one of ${printed(expected)}, and is ${printed(actual)}`)
}

/** Equal values have equal texts: fields are sorted by name, `undefined` ones left out. */
function printed(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date)
    return Number.isNaN(+value) ? 'Invalid Date' : new Date(+value).toISOString()
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([key, field]) => `${key}: ${printed(field)}`).join(', ')}}`
}

/** The values for these keys. @throws Error if the answer is not a `Map`, or has a key that is not a string. */
export function valuesIn(answer: unknown, keys: readonly string[]): unknown[] {
  if (!(answer instanceof Map))
    throw new Error(`the answer must be a Map, and is ${printed(answer)}`)
  expectStrings(answer.keys())
  return keys.map((key) => answer.get(key) as unknown)
}

/** The keys that are in the answer. @throws Error if it is not a `Set`, or has an item that is not a string. */
export function foundIn(answer: unknown, keys: readonly string[]): string[] {
  if (!(answer instanceof Set))
    throw new Error(`the answer must be a Set, and is ${printed(answer)}`)
  expectStrings(answer)
  return keys.filter((key) => answer.has(key))
}

function expectStrings(keys: Iterable<unknown>): void {
  for (const key of keys) {
    if (typeof key === 'string') continue
    throw new Error(
      `each key of the answer must be a string, and ${printed(key)} is ${kindOf(key)}`,
    )
  }
}

function kindOf(key: unknown): string {
  return key === null || key === undefined ? 'not' : `a ${typeof key}`
}

/** A copy of the list in an order that depends on its items only. @throws Error if the answer is not a list. */
export function sorted(answer: unknown): unknown[] {
  if (!Array.isArray(answer))
    throw new Error(`the answer must be a list, and is ${printed(answer)}`)
  return [...(answer as unknown[])].sort((one, other) => (printed(one) < printed(other) ? -1 : 1))
}

/** The promised fields of an object, since more fields do no harm; any other value as it is. */
export function only(answer: unknown, fields: readonly string[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(fields.map((field) => [field, fieldOf(answer, field)]))
}

/** Expects that a field which a store may lack is a string or absent, as the type says, and not `null`. */
export function expectNoNull(answer: unknown, fields: readonly string[]): void {
  for (const field of fields) {
    const value = fieldOf(answer, field)
    if (value === undefined || typeof value === 'string') continue
    throw new Error(`${field} must be a string or absent, and is ${printed(value)}`)
  }
}

// Each takes from an answer what the port promises of it, in a form for `expectEqual`.

const CLAIM = ['invitationId', 'sentAt', 'repeatableAt']
const INVITATION = [
  ...CLAIM,
  ...['inviterId', 'recipientId', 'groupId', 'route', 'subject', 'text', 'reference'],
]

export function comparableClaims(answer: unknown, recipientIds: readonly string[]): unknown[] {
  return valuesIn(answer, recipientIds).map(comparableClaim)
}

/** Of a claim, or of the invitation that leaves it. */
export function comparableClaim(claim: unknown): unknown {
  return only(claim, CLAIM)
}

export function comparableInvitation(answer: unknown): unknown {
  return only(answer, INVITATION)
}

export function comparableOutcome(answer: unknown): unknown {
  return {
    type: fieldOf(answer, 'type'),
    claim: comparableClaim(fieldOf(answer, 'claim')),
    invitation: comparableInvitation(fieldOf(answer, 'invitation')),
    freeAt: fieldOf(answer, 'freeAt'),
  }
}

export function comparableFingerprints(answer: unknown): unknown[] {
  return sorted(answer).map((sent) => only(sent, ['recipientId', 'textFingerprint']))
}

export function comparableDeliveries(answer: unknown): unknown[] {
  return sorted(answer).map((each) => only(each, ['deliveryId', 'invitationId', 'channel']))
}

export function comparableChanges(answer: unknown, invitationIds: readonly string[]): unknown[] {
  return valuesIn(answer, invitationIds).map(comparableChange)
}

export function comparableChange(change: unknown): unknown {
  if (change === undefined) return undefined
  return {
    invitationId: fieldOf(change, 'invitationId'),
    status: fieldOf(change, 'status'),
    changedAt: fieldOf(change, 'changedAt'),
    changedBy: only(fieldOf(change, 'changedBy'), ['memberId', 'network']),
  }
}

/** Without the standing, which depends on memberships. */
export function comparableChangeOutcome(answer: unknown): unknown {
  return {
    type: fieldOf(answer, 'type'),
    change: comparableChange(fieldOf(answer, 'change')),
  }
}

/** The opt-outs of a member, who may be absent, without those from inviters and groups that were not asked for. */
export function comparableOptOuts(
  value: unknown,
  inviterIds: readonly unknown[] = [],
  groupIds: readonly unknown[] = [],
): unknown[] {
  if (value === undefined) return []
  const isAsked = (optOut: unknown) => {
    const [inviterId, groupId] = [fieldOf(optOut, 'inviterId'), fieldOf(optOut, 'groupId')]
    if (typeof inviterId === 'string' && groupId === undefined)
      return inviterIds.includes(inviterId)
    if (typeof groupId === 'string' && inviterId === undefined) return groupIds.includes(groupId)
    return true
  }
  const optOuts = sorted(value).filter(isAsked)
  return optOuts.map((optOut) => only(optOut, ['inviterId', 'groupId']))
}
