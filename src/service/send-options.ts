import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/identifiers.js'
import type { InvitationId } from '../model/invitation.js'
import { isInherited, isRecord } from '../validation/assert.js'
import { invalid } from '../validation/invalid.js'
import { issueOf, type Kind, noneOr, take } from '../validation/parse-fields.js'

/**
 * The options of `send`. An unknown key is an `InvalidRequest`.
 *
 * @since 0.1.0
 */
export interface SendOptions {
  /**
   * The idempotency key, chosen by the sender: 1 to 64 of the characters `A-Z a-z 0-9 . _ ~ -`; by default a random
   * UUID, which browsers make on pages served over HTTPS alone. To be able to retry, make one before the first try and
   * keep it for all of them.
   */
  readonly invitationId?: InvitationId | undefined
}

/** Parses the options of `send`. Never throws. */
export function parseSendOptions(options: unknown): Result<SendOptions, InvalidRequest> {
  if (options === undefined) return ok({ invitationId: undefined })
  if (!aRecord.accepts(options)) return invalid([issueOf(aRecord, [], 'The options')])
  const issues: RequestIssue[] = []
  // Inherited properties do not count, but a key that seems to be given must not be ignored.
  if (isInherited(options, 'invitationId')) issues.push(notOwn)
  const invitationId = take(options, 'invitationId', anInvitationIdOrNone, issues)
  for (const key of keysOf(options)) {
    if (key !== 'invitationId') issues.push({ message: `${key} is unknown`, path: [key] })
  }
  if (issues.length > 0) return invalid(issues)
  return ok({ invitationId })
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

const notOwn: RequestIssue = {
  message: 'invitationId must be a property of the options themselves',
  path: ['invitationId'],
}

const anInvitationIdOrNone = noneOr<InvitationId>({
  name: AN_INVITATION_ID,
  accepts: isInvitationId,
})
