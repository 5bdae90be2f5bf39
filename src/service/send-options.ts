import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/identifiers.js'
import type { InvitationId } from '../model/invitation.js'
import { invalid } from '../validation/invalid.js'
import { noneOr, take } from '../validation/parse-fields.js'
import { parseOptions } from './parse-options.js'

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
  const issues: RequestIssue[] = []
  const own = parseOptions(options, ['invitationId'], issues)
  const invitationId = take(own, 'invitationId', anInvitationIdOrNone, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ invitationId })
}

const anInvitationIdOrNone = noneOr<InvitationId>({
  name: AN_INVITATION_ID,
  accepts: isInvitationId,
})
