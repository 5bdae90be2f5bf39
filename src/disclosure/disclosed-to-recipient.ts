import type { InvitationAccepted, InvitationExpired } from '../decision/answer.js'
import type { InvalidRequest } from '../model/errors.js'
import type { RecipientBanned } from '../rules/recipient-is-not-banned.js'

/**
 * Something failed on the service's side; what, is private to the service. Trying again may help.
 *
 * @since 0.1.0
 */
export interface ServiceUnavailable {
  readonly type: 'ServiceUnavailable'
}

/**
 * There is no such invitation any more, at least for this member.
 *
 * It stands for an invitation that never existed, is somebody else's, was erased or withdrawn, or whose group is gone.
 *
 * @since 0.1.0
 */
export interface InvitationGone {
  readonly type: 'InvitationGone'
}

/**
 * Marks what the recipient may know, as `ForInviter` does for the inviter. `forRecipient` sets it.
 *
 * @since 0.1.0
 */
export interface ForRecipient {
  readonly audience: 'recipient'
}

/**
 * What the recipient may know of an answer that was not stored, or a list that was not found, told apart by `type`.
 *
 * @since 0.1.0
 */
export type DisclosedToRecipient = ForRecipient &
  (
    | InvitationExpired
    | InvitationAccepted
    | RecipientBanned
    | InvitationGone
    | InvalidRequest
    | ServiceUnavailable
  )
