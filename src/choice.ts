import type { CandidateDenial } from './denials.js'
import type { GroupId, MemberId, MemberProfile } from './member.js'
import type { Denial } from './rules/rule.js'

/** A member who is looked at from their profile, and who looks for a group of their own to invite them into (D2). */
export interface GroupsRequest {
  readonly inviterId: MemberId
  readonly recipientId: MemberId
}

/** A group from which somebody looks for contacts of their own to invite (D2). */
export interface ContactsRequest {
  readonly inviterId: MemberId
  readonly groupId: GroupId
  /**
   * Only these are looked at, each once, whether they are contacts or not: at most 100,000. An empty list chooses nobody.
   * Absent: all contacts of the inviter.
   */
  readonly contactIds?: readonly MemberId[] | undefined
}

/** One of the inviter's groups, and what speaks against inviting the member into it. `findGroups` has its name. */
export interface GroupChoice<OwnDenial extends Denial = never> {
  readonly groupId: GroupId
  /** Every reason, in the rulebook's order, those of own rules last. Empty: the member may be invited into the group. */
  readonly denials: readonly (CandidateDenial | OwnDenial)[]
}

/** One contact, and what speaks against inviting them into the group. */
export interface ContactChoice<OwnDenial extends Denial = never> {
  readonly contactId: MemberId
  /**
   * The profile as the inviter may see it; `undefined`: there is no such member. It is handed on as `findProfiles` has
   * given it: what is in it is looked at by evaluations, and where own rules are shown it.
   */
  readonly profile: MemberProfile | undefined
  /** Every reason, in the rulebook's order, those of own rules last. Empty: the contact may be invited. */
  readonly denials: readonly (CandidateDenial | OwnDenial)[]
}
