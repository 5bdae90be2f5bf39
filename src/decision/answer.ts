import type {
  NewStanding,
  InvitationChange,
  InvitationStatus,
  StatusOrOpen,
} from '../model/invitation-change.js'
import type { InvitationId } from '../model/invitation.js'
import type { Group, MemberProfile, Standing } from '../model/member.js'
import type { GroupNotFound } from '../rules/group-exists.js'
import type { RecipientBanned } from '../rules/recipient-is-not-banned.js'

/**
 * What may be done with an invitation after it was sent.
 *
 * @since 0.1.0
 */
export type AnswerAction = 'accept' | 'decline' | 'withdraw'

/**
 * The facts about an invitation at one instant, from which an answer follows.
 *
 * Declining needs only `now` and `change`, and withdrawing only these and `actorStanding`: the others have no effect.
 *
 * @since 0.1.0
 */
export interface AnswerFacts {
  readonly now: Date
  /** The stored change; `undefined`: the invitation is open. */
  readonly change: InvitationChange | undefined
  /** The group; `undefined`: there is none any more. */
  readonly group: Group | undefined
  /** The inviter's own profile; `undefined`: they have none any more, and so admit nobody. */
  readonly inviterProfile: MemberProfile | undefined
  /** The inviter's standing in the group now. */
  readonly inviterStanding: Standing | undefined
  /** The recipient's standing in the group now. */
  readonly recipientStanding: Standing | undefined
  /** The standing in the group now of the member who acts. */
  readonly actorStanding: Standing | undefined
}

/**
 * What follows from an action that is allowed.
 *
 * @since 0.1.0
 */
export type AnswerDecision = ReplayedAnswer | NewAnswer

/**
 * It was done before, or cannot be undone: nothing is written.
 *
 * @since 0.1.0
 */
export interface ReplayedAnswer {
  readonly replayed: true
  readonly status: InvitationStatus
}

/**
 * It is to be written, as `ChangeRecord` says.
 *
 * @since 0.1.0
 */
export interface NewAnswer {
  readonly replayed: false
  readonly status: InvitationStatus
  /** The statuses from which it is allowed. */
  readonly from: readonly StatusOrOpen[]
  /** Only for `accept`. */
  readonly admit?: NewStanding | undefined
}

/**
 * Why an action is not allowed, told apart by `type`.
 *
 * @since 0.1.0
 */
export type AnswerDenial =
  | InvitationNotFound
  | InvitationWithdrawn
  | InvitationAccepted
  | InvitationExpired
  | GroupNotFound
  | RecipientBanned

/**
 * There is no invitation with this identifier, or its text was erased, or it is none of the acting member's business.
 *
 * @since 0.1.0
 */
export interface InvitationNotFound {
  readonly type: 'InvitationNotFound'
  readonly invitationId: InvitationId
}

/**
 * The invitation was withdrawn before it was accepted.
 *
 * @since 0.1.0
 */
export interface InvitationWithdrawn {
  readonly type: 'InvitationWithdrawn'
  readonly invitationId: InvitationId
}

/**
 * The invitation was accepted, and can be neither declined nor withdrawn any more.
 *
 * @since 0.1.0
 */
export interface InvitationAccepted {
  readonly type: 'InvitationAccepted'
  readonly invitationId: InvitationId
}

/**
 * The invitation has reached the end of its cooldown, from which the same pair is free again. This library's own rule.
 *
 * @since 0.1.0
 */
export interface InvitationExpired {
  readonly type: 'InvitationExpired'
  /** The first instant at which the invitation is neither delivered nor accepted any more. */
  readonly repeatableAt: Date
}
