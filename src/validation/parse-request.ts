import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import type { GivenDraft, InvitationRequest } from '../model/invitation.js'
import { parseDraft } from './parse-draft.js'
import { invalid } from './invalid.js'
import { anIdentifier, anObject, issueOf, take } from './parse-fields.js'

export interface ParsedRequest extends GivenDraft {
  /** Only the fields of a request, its draft normalised. */
  readonly request: InvitationRequest
}

/** Gets each own property once, as a getter may return different values. Ignores other properties. Never throws. */
export function parseRequest(value: unknown): Result<ParsedRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const parsed = parseDraft(value, issues)
  if (parsed === undefined) return invalid(issues)
  const { draft, given, isTextPlain } = parsed
  // Into the new draft, to spare a copy.
  return ok({ request: { inviterId, ...draft }, given, isTextPlain })
}
