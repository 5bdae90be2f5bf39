import { err, ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from './errors.js'
import { AN_IDENTIFIER, isIdentifier } from './identifier.js'
import type { Draft, InvitationRequest, ProfileReference, Route } from './invitation.js'
import type { ProfileField } from './member.js'
import { isProfileField } from './profile-field.js'
import { normalizeText } from './text/normalize-text.js'

/** A request that the rules can judge. */
export interface ParsedRequest {
  /** Well formed, with nothing but the fields of a request, its draft normalised. */
  readonly request: InvitationRequest
  /** The draft as it was given. */
  readonly given: Draft
}

/**
 * Reads a request from whatever was handed over.
 *
 * Each own property is read once, so that a getter cannot answer twice; inherited properties do not count, nor do
 * unknown ones. Never throws.
 */
export function parseRequest(value: unknown): Result<ParsedRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const recipientId = take(value, 'recipientId', anIdentifier, issues)
  const groupId = take(value, 'groupId', anIdentifier, issues)
  const route = take(value, 'route', aRoute, issues)
  const subject = take(value, 'subject', aStringOrNone, issues)
  const text = take(value, 'text', aString, issues)
  const reference = takeReference(value, issues)
  if (
    inviterId === undefined ||
    recipientId === undefined ||
    groupId === undefined ||
    route === undefined ||
    text === undefined ||
    issues.length > 0
  ) {
    return invalid(issues)
  }
  const normalizedSubject = normalizeText(subject ?? '')
  return ok({
    request: {
      inviterId,
      recipientId,
      groupId,
      route,
      ...(normalizedSubject !== '' && { subject: normalizedSubject }),
      text: normalizeText(text),
      ...(reference && { reference }),
    },
    given: { subject, text },
  })
}

function takeReference(request: object, issues: RequestIssue[]): ProfileReference | undefined {
  const reference = take(request, 'reference', anObjectOrNone, issues)
  if (reference === undefined) return undefined
  const field = take(reference, 'field', aField, issues, ['reference'])
  const entry = take(reference, 'entry', aString, issues, ['reference'])
  return field === undefined || entry === undefined ? undefined : { field, entry }
}

/** What a value has to be. */
interface Kind<Value> {
  /** Completes the sentence "must be …". */
  readonly name: string
  accepts(value: unknown): value is Value
}

const anObject: Kind<object> = {
  name: 'an object',
  accepts: (value) => typeof value === 'object' && value !== null,
}

const aString: Kind<string> = {
  name: 'a string',
  accepts: (value) => typeof value === 'string',
}

const anIdentifier: Kind<string> = { name: AN_IDENTIFIER, accepts: isIdentifier }

const aRoute: Kind<Route> = {
  name: "'profile' or 'group'",
  accepts: (value) => value === 'profile' || value === 'group',
}

const aField: Kind<ProfileField> = {
  name: "'wants', 'haves' or 'other'",
  accepts: isProfileField,
}

function noneOr<Value>(kind: Kind<Value>): Kind<Value | undefined> {
  return {
    name: kind.name,
    accepts: (value): value is Value | undefined => value === undefined || kind.accepts(value),
  }
}

const aStringOrNone = noneOr(aString)
const anObjectOrNone = noneOr(anObject)

/** The value of an own property if it is of the kind; else `undefined`, and an issue. */
function take<Value>(
  source: object,
  key: string,
  kind: Kind<Value>,
  issues: RequestIssue[],
  parents: readonly string[] = [],
): Value | undefined {
  const value = readOwn(source, key)
  if (kind.accepts(value)) return value
  issues.push(issueOf(kind, [...parents, key]))
  return undefined
}

/** Stands for a property whose getter or proxy threw: no kind accepts it. */
const unreadable = Symbol('unreadable')

function readOwn(source: object, key: string): unknown {
  try {
    return Object.hasOwn(source, key) ? Reflect.get(source, key) : undefined
  } catch {
    return unreadable
  }
}

function issueOf(kind: Kind<unknown>, path: readonly string[]): RequestIssue {
  return { message: `${path.join('.') || 'The request'} must be ${kind.name}`, path }
}

function invalid(issues: readonly RequestIssue[]): Result<never, InvalidRequest> {
  return err({ type: 'InvalidRequest', issues })
}
