import type { RequestIssue } from '../model/errors.js'
import type { GivenDraft, InvitationDraft, ProfileReference, Route } from '../model/invitation.js'
import { isProfileField, type ProfileField } from '../model/member.js'
import { normalizeClosely, normalizeText } from '../text/normalize-text.js'
import { anIdentifier, anObject, aString, type Kind, noneOr, take } from './parse-fields.js'

export interface ParsedDraft extends GivenDraft {
  /** Only the fields of a draft, subject and text normalised. */
  readonly draft: InvitationDraft
}

/** Returns `undefined` if there are issues, of these fields or earlier ones. Never throws. */
export function parseDraft(source: object, issues: RequestIssue[]): ParsedDraft | undefined {
  const recipientId = take(source, 'recipientId', anIdentifier, issues)
  const groupId = take(source, 'groupId', anIdentifier, issues)
  const route = take(source, 'route', aRoute, issues)
  const subject = take(source, 'subject', aStringOrNone, issues)
  const text = take(source, 'text', aString, issues)
  const reference = parseReference(source, issues)
  if (issues.length > 0) return undefined
  const normalizedSubject = normalizeText(subject ?? '')
  const { normalized, isPlain } = normalizeClosely(text)
  return {
    draft: {
      recipientId,
      groupId,
      route,
      ...(normalizedSubject !== '' && { subject: normalizedSubject }),
      text: normalized,
      ...(reference && { reference }),
    },
    given: { subject, text },
    isTextPlain: isPlain,
  }
}

function parseReference(request: object, issues: RequestIssue[]): ProfileReference | undefined {
  const reference = take(request, 'reference', anObjectOrNone, issues)
  if (!anObject.accepts(reference)) return undefined
  return {
    field: take(reference, 'field', aField, issues, ['reference']),
    entry: take(reference, 'entry', anEntry, issues, ['reference']),
  }
}

const aRoute: Kind<Route> = {
  name: "'profile' or 'group'",
  accepts: (value) => value === 'profile' || value === 'group',
}

const aField: Kind<ProfileField> = {
  name: "'wants', 'haves' or 'other'",
  accepts: isProfileField,
}

/** The entry is stored and shown to the recipient. */
const anEntry: Kind<string> = {
  name: 'a well-formed string of at most 500 code points without control characters',
  accepts: (value): value is string =>
    typeof value === 'string' && /^[^\p{Cc}\p{Cs}]{0,500}$/u.test(value),
}

const aStringOrNone = noneOr(aString)
const anObjectOrNone = noneOr(anObject)
