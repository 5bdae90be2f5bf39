import type { CandidateDenial } from '../decision/denials.js'
import type { GroupId, MemberId, MemberProfile } from '../model/member.js'
import type { Denial } from '../rules/rule.js'

/**
 * The question into which of the inviter's groups a member may be invited from their profile (D2).
 *
 * Only an object's own properties count.
 *
 * @since 0.1.0
 */
export interface GroupsRequest {
  readonly inviterId: MemberId
  readonly recipientId: MemberId
}

/**
 * The question which of the inviter's contacts may be invited from a group (D2).
 *
 * Only an object's own properties count.
 *
 * @since 0.1.0
 */
export interface ContactsRequest {
  readonly inviterId: MemberId
  readonly groupId: GroupId
  /**
   * Only these are looked at, each once, whether they are contacts or not: at most 100,000, repetitions included. An
   * empty list chooses nobody. Absent: all contacts of the inviter.
   */
  readonly contactIds?: readonly MemberId[] | undefined
}

/**
 * One of the inviter's groups, and what speaks against inviting the member into it. `findGroups` has its name.
 *
 * @since 0.1.0
 */
export interface GroupChoice<CustomDenial extends Denial = never> {
  readonly groupId: GroupId
  /**
   * Every reason, in the rulebook's order, those of own rules last. Empty: nothing but the draft can speak against it.
   */
  readonly denials: readonly (CandidateDenial | CustomDenial)[]
}

/**
 * One contact, and what speaks against inviting them into the group.
 *
 * @since 0.1.0
 */
export interface ContactChoice<CustomDenial extends Denial = never> {
  readonly contactId: MemberId
  /**
   * The profile as the inviter may see it; `undefined`: there is no such member. It is handed on as `findProfiles` has
   * given it: what is in it is looked at by evaluations, and where own rules are shown it.
   */
  readonly profile: MemberProfile | undefined
  /**
   * Every reason, in the rulebook's order, those of own rules last. Empty: nothing but the draft can speak against it.
   */
  readonly denials: readonly (CandidateDenial | CustomDenial)[]
}
