import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import type { InvitationActor } from '../model/invitation-change.js'
import type { InvitationId } from '../model/invitation.js'
import type { MemberId } from '../model/member.js'
import { invalid } from '../validation/invalid.js'
import { anIdentifier, anObject, issueOf, noneOr, take } from '../validation/parse-fields.js'

/**
 * Which invitation a member accepts, declines or withdraws. The member comes from the session, never from the client.
 *
 * @since 0.1.0
 */
export interface AnswerRequest {
  readonly invitationId: InvitationId
  readonly memberId: MemberId
}

/**
 * Which invitation the network itself withdraws, and why.
 *
 * @since 0.1.0
 */
export interface NetworkRequest {
  readonly invitationId: InvitationId
  /** The reason, such as `member-erased`, in the form of a `MemberId`. It is stored, and disclosed to nobody. */
  readonly network: string
}

export interface ParsedAnswer {
  readonly invitationId: InvitationId
  readonly actor: InvitationActor
}

/** Parses an answer of a member. Other properties are ignored. Never throws. */
export function parseAnswer(value: unknown): Result<ParsedAnswer, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const invitationId = take(value, 'invitationId', anIdentifier, issues)
  const memberId = take(value, 'memberId', anIdentifier, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ invitationId, actor: { memberId } })
}

/** Parses a withdrawal, by a member or by the network. Never throws. */
export function parseWithdrawal(value: unknown): Result<ParsedAnswer, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const network = take(value, 'network', anIdentifierOrNone, issues)
  if (network === undefined) return parseAnswer(value)
  const invitationId = take(value, 'invitationId', anIdentifier, issues)
  take(value, 'memberId', nothing, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ invitationId, actor: { network } })
}

const anIdentifierOrNone = noneOr(anIdentifier)

const nothing = {
  name: 'absent, since the network acts',
  accepts: (value: unknown): value is undefined => value === undefined,
}
