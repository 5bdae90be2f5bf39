import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { invalid } from './invalid.js'
import type { InvitationRequest } from '../model/invitation.js'
import { takeDraft } from './parse-draft.js'
import { anIdentifier, anObject, issueOf, take } from './parse-fields.js'
import type { GivenDraft } from '../rules/draft-analysis.js'

/** A request that the rules can judge. */
export interface ParsedRequest extends GivenDraft {
  /** Well formed, with nothing but the fields of a request, its draft normalised. */
  readonly request: InvitationRequest
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
  const taken = takeDraft(value, issues)
  if (taken === undefined) return invalid(issues)
  const { draft, given, isTextPlain } = taken
  return ok({ request: { inviterId, ...draft }, given, isTextPlain })
}
