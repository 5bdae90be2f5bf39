import type { InvitationAccepted } from '../decision/answer.js'
import type { CandidateDenial, ContentFinding, InvitationDenial } from '../decision/denials.js'
import type { InvalidRequest } from '../model/errors.js'
import type { Draft } from '../model/invitation.js'
import type { Group, GroupId, MemberId, MemberProfile } from '../model/member.js'
import type { RecipientOptedOut } from '../rules/recipient-accepts-invitations.js'
import type { RecipientNotFound } from '../rules/recipient-exists.js'
import type { RecipientBanned } from '../rules/recipient-is-not-banned.js'
import type { MembershipPending } from '../rules/recipient-is-not-pending.js'
import type { Denial } from '../rules/rule.js'
import type { InvitationIdReused } from '../service/sent-invitation.js'
import type { InvitationGone, ServiceUnavailable } from './disclosed-to-recipient.js'

/**
 * The denials that are private to the recipient. `RecipientUnavailable` stands for them, except for a
 * `MembershipPending` of an applicant whom the inviter may admit.
 *
 * @since 0.1.0
 */
export type PrivateDenial =
  RecipientNotFound | RecipientOptedOut | MembershipPending | RecipientBanned

/**
 * The recipient cannot be invited, and the reason is private: there is no such member, or they have opted out, have asked
 * to join, or are banned, or a custom rule denies it.
 *
 * @since 0.1.0
 */
export interface RecipientUnavailable {
  readonly type: 'RecipientUnavailable'
}

/**
 * A denial that the inviter may know. `MembershipPending` is one if the inviter may admit the recipient.
 *
 * @since 0.1.0
 */
export type DisclosedDenial =
  Exclude<InvitationDenial, PrivateDenial> | MembershipPending | RecipientUnavailable

/**
 * A denial that the inviter may know before anything is written.
 *
 * @since 0.1.0
 */
export type DisclosedCandidateDenial =
  Exclude<CandidateDenial, PrivateDenial> | MembershipPending | RecipientUnavailable

/**
 * The denials that a service reveals, of custom rules or private ones: those of the types that `reveal` names.
 *
 * @since 0.1.0
 */
export type RevealedDenial<CustomDenial extends Denial, Type extends string> =
  // Each of the union by itself: one denial may have several types.
  CustomDenial | PrivateDenial extends infer SomeDenial extends Denial
    ? SomeDenial extends Denial
      ? [SomeDenial['type'] & Type] extends [never]
        ? never
        : SomeDenial
      : never
    : never

/**
 * Marks what the inviter may know. `forInviter`, `choiceForInviter` and `adviceForInviter` set it, and only what has it
 * is put into words. It is plain data, so that it survives JSON.
 *
 * @since 0.1.0
 */
export interface ForInviter {
  readonly audience: 'inviter'
}

/**
 * What the inviter may know of an invitation that was not sent, or not withdrawn, told apart by `type`.
 *
 * @since 0.1.0
 */
export type Disclosed<Revealed extends Denial = never> =
  | DisclosedDenied<Revealed>
  | (InvalidRequest & ForInviter)
  | (InvitationIdReused & ForInviter)
  | (InvitationAccepted & ForInviter)
  | (InvitationGone & ForInviter)
  | (ServiceUnavailable & ForInviter)

/**
 * The invitation was denied. `Revealed` is the union of the denials that the service reveals.
 *
 * @since 0.1.0
 */
export interface DisclosedDenied<Revealed extends Denial = never> extends ForInviter {
  readonly type: 'InvitationDenied'
  /** In the rulebook's order. `RecipientUnavailable` comes after the inviter's own denials and before all others. */
  readonly denials: readonly [DisclosedDenial | Revealed, ...(DisclosedDenial | Revealed)[]]
  /**
   * In the rulebook's order. Empty if the recipient is unavailable, in the group, in the cooldown or waits to be admitted
   * by the inviter, or if the inviter is not in the group.
   */
  readonly advisories: readonly ContentFinding[]
  /** The draft, normalised. */
  readonly draft: Draft
}

/**
 * What the inviter may know of a choice: of a group, or of a contact.
 *
 * @since 0.1.0
 */
export type DisclosedChoice<Revealed extends Denial = never> =
  DisclosedGroupChoice<Revealed> | DisclosedContactChoice<Revealed>

/**
 * What the inviter may know of one of their groups.
 *
 * @since 0.1.0
 */
export interface DisclosedGroupChoice<Revealed extends Denial = never> extends ForInviter {
  readonly groupId: GroupId
  /** The group; `undefined` if there is none, or the inviter is not in it. */
  readonly group: Group | undefined
  /** As in `DisclosedDenied`. Empty: only the draft can still be denied. */
  readonly denials: readonly (DisclosedCandidateDenial | Revealed)[]
}

/**
 * What the inviter may know of a contact.
 *
 * @since 0.1.0
 */
export interface DisclosedContactChoice<Revealed extends Denial = never> extends ForInviter {
  readonly contactId: MemberId
  /**
   * The contact's profile as the inviter may see it; `undefined` if the contact is unavailable, in the group or waits to
   * be admitted by the inviter, or if the inviter is not in the group. While the cooldown runs, it stays.
   */
  readonly profile: MemberProfile | undefined
  /** As in `DisclosedDenied`. Empty: only the draft can still be denied. */
  readonly denials: readonly (DisclosedCandidateDenial | Revealed)[]
}

/**
 * What could be better in an invitation that is approved or sent.
 *
 * @since 0.1.0
 */
export interface DisclosedAdvice extends ForInviter {
  /** In the rulebook's order. Empty: nothing. */
  readonly advisories: readonly ContentFinding[]
}

/**
 * A value as it comes out of JSON, with a string for each `Date`.
 *
 * @since 0.1.0
 */
// `string & {}`, the type of a custom category, extends `object` too.
export type Serialized<Value> = Value extends Date
  ? string
  : Value extends string
    ? Value
    : Value extends object
      ? { readonly [Key in keyof Value]: Serialized<Value[Key]> }
      : Value
