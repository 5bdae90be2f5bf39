import type { InvitationId } from './invitation.js'
import type { GroupId, MemberId, Standing } from './member.js'

/**
 * What somebody has decided about an invitation. It is all that is stored of its life.
 *
 * Expired, joined otherwise, banned, group gone and opted out are derived, so that no job has to write them and nothing
 * goes stale. A status only goes on: from open to `Declined`, and from both to `Accepted` or `Withdrawn`.
 *
 * @since 0.1.0
 */
export type InvitationStatus = 'Declined' | 'Accepted' | 'Withdrawn'

/**
 * The status of an invitation, or `Open` if nobody has decided anything about it.
 *
 * @since 0.1.0
 */
export type StatusOrOpen = 'Open' | InvitationStatus

/**
 * Who answers an invitation or withdraws it: a member, or the network itself with its reason.
 *
 * @since 0.1.0
 */
export type InvitationActor = { readonly memberId: MemberId } | { readonly network: string }

/**
 * The latest decision about an invitation, as it is stored.
 *
 * @since 0.1.0
 */
export interface InvitationChange {
  readonly invitationId: InvitationId
  readonly status: InvitationStatus
  /** The instant of the decision by the policy's clock. */
  readonly changedAt: Date
  readonly changedBy: InvitationActor
}

/**
 * The standing that an accepted invitation gives.
 *
 * A member without a standing gets it, and one who is `pending` is raised to it. `member` and `moderator` stay.
 *
 * @since 0.1.0
 */
export interface NewStanding {
  readonly groupId: GroupId
  readonly memberId: MemberId
  readonly standing: Extract<Standing, 'member' | 'pending'>
}
