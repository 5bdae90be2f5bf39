import type { CandidateDenial, ContentFinding, InvitationDenial } from '../decision/denials.js'
import type { InvalidRequest } from '../model/errors.js'
import type { Draft } from '../model/invitation.js'
import type { GroupId, MemberId, MemberProfile } from '../model/member.js'
import type { RecipientOptedOut } from '../rules/recipient-accepts-invitations.js'
import type { RecipientNotFound } from '../rules/recipient-exists.js'
import type { RecipientBanned } from '../rules/recipient-is-not-banned.js'
import type { MembershipPending } from '../rules/recipient-is-not-pending.js'
import type { Denial } from '../rules/rule.js'
import type { InvitationIdReused } from '../service/sent-invitation.js'

// What the inviter may know. Only `forInviter` and its neighbours make these, and only these are put into words for the
// inviter. They survive JSON, which turns each `Date` into a string.

/**
 * The reasons that are the recipient's to know, and that `RecipientUnavailable` stands for.
 *
 * @since 0.1.0
 */
export type PrivateDenial =
  RecipientNotFound | RecipientOptedOut | MembershipPending | RecipientBanned

/**
 * The recipient cannot be invited, and why is not the inviter's to know: there is no such member, or one who has opted
 * out, has asked to join, or is banned; or a rule of the service's own says no.
 *
 * @since 0.1.0
 */
export interface RecipientUnavailable {
  readonly type: 'RecipientUnavailable'
}

/**
 * A reason that the inviter may be told.
 *
 * @since 0.1.0
 */
export type DisclosedDenial = Exclude<InvitationDenial, PrivateDenial> | RecipientUnavailable

/**
 * A reason that the inviter may be told before a word is written.
 *
 * @since 0.1.0
 */
export type DisclosedCandidateDenial =
  Exclude<CandidateDenial, PrivateDenial> | RecipientUnavailable

/**
 * The mark of what the inviter may know.
 *
 * `forInviter`, `choiceForInviter` and `adviceForInviter` set it. It is plain data, so that it survives JSON.
 *
 * @since 0.1.0
 */
export interface ForInviter {
  readonly audience: 'inviter'
}

/**
 * An invitation was refused. `Extra` are the types of the denials that a service reveals besides.
 *
 * @since 0.1.0
 */
export interface DisclosedDenied<Extra extends Denial = never> extends ForInviter {
  readonly type: 'InvitationDenied'
  /** In the rulebook's order; `RecipientUnavailable` stands behind what is always told, and before all else. */
  readonly denials: readonly [DisclosedDenial | Extra, ...(DisclosedDenial | Extra)[]]
  /** None where the recipient is unavailable, or the inviter not in the group. */
  readonly advisories: readonly ContentFinding[]
  /** What the inviter has written, normalised. */
  readonly draft: Draft
}

/**
 * A request had a value of the wrong type or shape.
 *
 * @since 0.1.0
 */
export interface DisclosedInvalid extends ForInviter, InvalidRequest {}

/**
 * The identifier of the invitation belongs to another one.
 *
 * @since 0.1.0
 */
export interface DisclosedReused extends ForInviter, InvitationIdReused {}

/**
 * Something has failed on the service's side; what, is not the inviter's to know. Trying again may help.
 *
 * @since 0.1.0
 */
export interface ServiceUnavailable extends ForInviter {
  readonly type: 'ServiceUnavailable'
}

/**
 * What the inviter may know of an invitation that was not sent, told apart by `type`.
 *
 * @since 0.1.0
 */
export type Disclosed<Extra extends Denial = never> =
  DisclosedDenied<Extra> | DisclosedInvalid | DisclosedReused | ServiceUnavailable

/**
 * What the inviter may know of one of their groups: empty `denials` mean that the member may be invited into it.
 *
 * @since 0.1.0
 */
export interface DisclosedGroupChoice<Extra extends Denial = never> extends ForInviter {
  readonly groupId: GroupId
  /** As in `DisclosedDenied`, but empty where nothing is against it. */
  readonly denials: readonly (DisclosedCandidateDenial | Extra)[]
}

/**
 * What the inviter may know of a contact: empty `denials` mean that the contact may be invited.
 *
 * @since 0.1.0
 */
export interface DisclosedContactChoice<Extra extends Denial = never> extends ForInviter {
  readonly contactId: MemberId
  /**
   * The contact's profile; `undefined` where the contact is unavailable, or the inviter not in the group: it would tell
   * that there is such a member.
   */
  readonly profile: MemberProfile | undefined
  /** As in `DisclosedDenied`, but empty where nothing is against it. */
  readonly denials: readonly (DisclosedCandidateDenial | Extra)[]
}

/**
 * A value as it comes out of JSON, where a `Date` is a string. It is told in the same words.
 *
 * @since 0.1.0
 */
export type Serialized<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Serialized<Value[Key]> }
    : Value

/**
 * What could be better in an invitation that is approved or sent.
 *
 * @since 0.1.0
 */
export interface DisclosedAdvice extends ForInviter {
  /** In the rulebook's order; empty: nothing. */
  readonly advisories: readonly ContentFinding[]
}
