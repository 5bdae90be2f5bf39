import type { Route } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'

/** Who might be invited by whom, and into what: each of the recipients into each of the groups. */
export interface Candidates {
  readonly inviterId: MemberId
  /** Each once. */
  readonly recipientIds: readonly MemberId[]
  /** Each once. */
  readonly groupIds: readonly GroupId[]
  readonly route: Route
}

/** Candidates, and the instant at which they are judged. */
export interface Question extends Candidates {
  readonly now: Date
}
