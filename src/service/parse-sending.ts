import { ok, type Result } from 'neverthrow'
import {
  type Delivery,
  type DeliveryChannel,
  deliveryIdOf,
  isDeliveryChannel,
} from '../model/delivery.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { invalid } from '../validation/invalid.js'
import type { Draft, InvitationId, InvitationRequest } from '../model/invitation.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/invitation-id.js'
import type { MemberId } from '../model/member.js'
import {
  anIdentifier,
  anObject,
  aString,
  isInherited,
  issueOf,
  type Kind,
  noneOr,
  take,
} from '../validation/parse-fields.js'
import { parseRequest } from '../validation/parse-request.js'

/** A request to be sent, and the identifier that its sender has chosen. */
export interface ParsedSending {
  readonly request: InvitationRequest
  /** The draft as it was given. */
  readonly given: Draft
  /** `undefined`: none was chosen. */
  readonly invitationId: InvitationId | undefined
}

/** Reads what `send` is handed: all that is wrong at once, the request's issues first. Never throws. */
export function parseSending(
  request: unknown,
  options: unknown,
): Result<ParsedSending, InvalidRequest> {
  const issues: RequestIssue[] = []
  const invitationId = takeInvitationId(options, issues)
  const parsed = parseRequest(request)
  if (parsed.isErr()) return invalid([...parsed.error.issues, ...issues])
  if (issues.length > 0) return invalid(issues)
  return ok({ ...parsed.value, invitationId })
}

function takeInvitationId(options: unknown, issues: RequestIssue[]): InvitationId | undefined {
  if (options === undefined) return undefined
  if (!anObject.accepts(options)) {
    issues.push(issueOf(anObject, [], 'The options'))
    return undefined
  }
  // As in requests, inherited properties do not count; but a key that seems to be given must not be dropped in silence.
  if (isInherited(options, 'invitationId')) issues.push(notOwn)
  return take(options, 'invitationId', anInvitationIdOrNone, issues)
}

/** Reads a delivery, as a queue hands it back. Never throws. */
export function parseDelivery(value: unknown): Result<Delivery, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [], 'The delivery')])
  const issues: RequestIssue[] = []
  const deliveryId = take(value, 'deliveryId', aString, issues)
  const invitationId = take(value, 'invitationId', anIdentifier, issues)
  const channel = take(value, 'channel', aChannel, issues)
  if (issues.length > 0) return invalid(issues)
  if (deliveryId !== deliveryIdOf(invitationId, channel)) return invalid([notOfIts])
  return ok({ deliveryId, invitationId, channel })
}

/** Reads the identifier of a member. */
export function parseMemberId(value: unknown): Result<MemberId, InvalidRequest> {
  if (anIdentifier.accepts(value)) return ok(value)
  return invalid([issueOf(anIdentifier, ['memberId'])])
}

const notOwn: RequestIssue = {
  message: 'invitationId must be a property of the options themselves',
  path: ['invitationId'],
}

const notOfIts: RequestIssue = {
  message: 'deliveryId must be <invitationId>.<channel>',
  path: ['deliveryId'],
}

const anInvitationIdOrNone = noneOr<InvitationId>({
  name: AN_INVITATION_ID,
  accepts: isInvitationId,
})

const aChannel: Kind<DeliveryChannel> = {
  name: "'email' or 'news'",
  accepts: isDeliveryChannel,
}
