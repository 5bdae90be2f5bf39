import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from './errors.js'
import type { Draft, InvitationRequest, ProfileReference, Route } from './invitation.js'
import type { ProfileField } from './member.js'
import {
  anIdentifier,
  anObject,
  aString,
  invalid,
  issueOf,
  type Kind,
  noneOr,
  take,
} from './parse-fields.js'
import { isProfileField } from './profile-field.js'
import { normalizeClosely, normalizeText } from './text/normalize-text.js'

/** A request that the rules can judge. */
export interface ParsedRequest {
  /** Well formed, with nothing but the fields of a request, its draft normalised. */
  readonly request: InvitationRequest
  /** The draft as it was given. */
  readonly given: Draft
  /** Whether the text is known to have nothing but line breaks and characters that stand for themselves. */
  readonly isTextPlain: boolean
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
  const { normalized, isPlain } = normalizeClosely(text)
  return ok({
    request: {
      inviterId,
      recipientId,
      groupId,
      route,
      ...(normalizedSubject !== '' && { subject: normalizedSubject }),
      text: normalized,
      ...(reference && { reference }),
    },
    given: { subject, text },
    isTextPlain: isPlain,
  })
}

function takeReference(request: object, issues: RequestIssue[]): ProfileReference | undefined {
  const reference = take(request, 'reference', anObjectOrNone, issues)
  if (reference === undefined) return undefined
  const field = take(reference, 'field', aField, issues, ['reference'])
  const entry = take(reference, 'entry', anEntry, issues, ['reference'])
  return field === undefined || entry === undefined ? undefined : { field, entry }
}

const aRoute: Kind<Route> = {
  name: "'profile' or 'group'",
  accepts: (value) => value === 'profile' || value === 'group',
}

const aField: Kind<ProfileField> = {
  name: "'wants', 'haves' or 'other'",
  accepts: isProfileField,
}

/** An entry is stored, and shown to the recipient, so that it is held to what an entry can be. */
const anEntry: Kind<string> = {
  name: 'a well-formed string of at most 500 code points without control characters',
  accepts: (value): value is string =>
    typeof value === 'string' && /^[^\p{Cc}\p{Cs}]{0,500}$/u.test(value),
}

const aStringOrNone = noneOr(aString)
const anObjectOrNone = noneOr(anObject)
