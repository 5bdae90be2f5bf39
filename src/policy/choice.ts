import type { CandidateDenial } from '../decision/denials.js'
import type { Group, GroupId, MemberId, MemberProfile } from '../model/member.js'
import type { Denial } from '../rules/rule.js'

/**
 * Asks into which of the inviter's groups a member may be invited from their profile (D2).
 *
 * Inherited properties are ignored.
 *
 * @since 0.1.0
 */
export interface GroupsRequest {
  readonly inviterId: MemberId
  readonly recipientId: MemberId
}

/**
 * Asks which of the inviter's contacts may be invited from a group (D2).
 *
 * Inherited properties are ignored.
 *
 * @since 0.1.0
 */
export interface ContactsRequest {
  readonly inviterId: MemberId
  readonly groupId: GroupId
  /**
   * Only these members are judged, each once, contacts or not: at most 100,000, repetitions included. An empty list
   * leads to no choices. Absent: all contacts of the inviter.
   */
  readonly contactIds?: readonly MemberId[] | undefined
}

/**
 * One of the inviter's groups, and all that speaks against inviting the member into it.
 *
 * @since 0.1.0
 */
export interface GroupChoice<CustomDenial extends Denial = never> {
  readonly groupId: GroupId
  /** The group, as `findGroups` returned it; `undefined` if there is none. */
  readonly group: Group | undefined
  /** Every denial, in the rulebook's order, custom ones last. Empty: only the draft can still be denied. */
  readonly denials: readonly (CandidateDenial | CustomDenial)[]
}

/**
 * One contact, and all that speaks against inviting them into the group.
 *
 * @since 0.1.0
 */
export interface ContactChoice<CustomDenial extends Denial = never> {
  readonly contactId: MemberId
  /** The contact's profile as the inviter may see it, as `findProfiles` returned it; `undefined` if there is none. */
  readonly profile: MemberProfile | undefined
  /** Every denial, in the rulebook's order, custom ones last. Empty: only the draft can still be denied. */
  readonly denials: readonly (CandidateDenial | CustomDenial)[]
}
