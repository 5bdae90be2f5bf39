import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { anIdentifier, anObject, invalid, issueOf, take } from './parse-fields.js'
import type { GivenDraft, InvitationRequest } from '../model/invitation.js'
import { takeDraft } from './parse-draft.js'

/** A request, parsed. */
export interface ParsedRequest extends GivenDraft {
  /** Only the fields of a request, its draft normalised. */
  readonly request: InvitationRequest
}

/**
 * Parses a request from any value. Each own property is read once, so that a getter cannot answer twice; inherited and
 * unknown properties are ignored. Never throws.
 */
export function parseRequest(value: unknown): Result<ParsedRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const taken = takeDraft(value, issues)
  if (taken === undefined) return invalid(issues)
  const { draft, given, isTextPlain } = taken
  // Into the draft that was just made, to spare a copy.
  return ok({ request: Object.assign(draft, { inviterId }), given, isTextPlain })
}
