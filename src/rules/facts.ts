import type { ScreenedEvidence } from '../content/content-evidence.js'
import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { InvitationClaim, ProfileReference } from '../model/invitation.js'
import type { Group, MemberProfile, Standing } from '../model/member.js'

/**
 * The facts about an inviter, a recipient and a group at one instant. They need no draft.
 *
 * @since 0.1.0
 */
export interface CandidateFacts {
  /**
   * The instant of the decision, at the latest 217 days before the last one that a `Date` can hold. The rules have no
   * other clock.
   */
  readonly now: Date
  /** The inviter's own profile; `undefined`: they have none any more. */
  readonly inviterProfile: MemberProfile | undefined
  /** The group; `undefined`: there is none, or it was deleted or archived. */
  readonly group: Group | undefined
  /** The inviter's standing in the group; `undefined`: they have none. */
  readonly inviterStanding: Standing | undefined
  /** The recipient's standing in the group; `undefined`: they have none. */
  readonly recipientStanding: Standing | undefined
  /** The recipient's profile as the inviter may see it; `undefined`: there is none, or the inviter may not see it. */
  readonly recipientProfile: MemberProfile | undefined
  /** Whether the recipient has switched group invitations off (D6): all, those of this inviter, or those into this group. */
  readonly recipientOptedOut: boolean
  /** Whether the two are confirmed, direct contacts. It counts only on the route `group` (D2). */
  readonly areDirectContacts: boolean
  /**
   * The latest claim of this inviter on this recipient, for any group, ended or not; `undefined`: there is none. Before a
   * delivery it is `undefined`, since the claim is the invitation's own.
   */
  readonly claim: InvitationClaim | undefined
  /**
   * When the inviter's whole burst is free again, as `findFreeAt` of `InvitationRepository` returns it; `undefined`: none
   * of it is used. Needed only if a pace is set; absent in `recheck`, which judges none.
   */
  readonly inviterFreeAt?: Date | undefined
}

/**
 * All that the rules may know, apart from the request: a read-only snapshot of one instant.
 *
 * The same request, facts and enforcement always lead to the same decision. `undefined` means that something was looked
 * up and does not exist. A missing key, except `mentions` and `evidence`, means that it was not looked up: that is a
 * `TypeError` of `decide`, and a `DependencyFailed` of `loadFacts`. So is a missing `inviterFreeAt` if a pace is set.
 *
 * @since 0.1.0
 */
export interface InvitationFacts extends CandidateFacts {
  /**
   * What the inviter has sent in the last 30 days, as `findRecentFingerprints` of `InvitationRepository` returns it.
   * May be empty if `MassMessage` is `off`.
   */
  readonly recentFingerprints: readonly RecentFingerprint[]
  /**
   * The entries of the recipient's profile that the draft mentions. Entries that the profile does not have are ignored.
   * If it is `undefined`, the policy's `findMentions` finds them; in `decide`, the built-in function.
   */
  readonly mentions?: readonly ProfileReference[] | undefined
  /**
   * The evidence of prohibited content in the draft; empty if there is none. If it is `undefined`, the policy's
   * `screen` finds it; in `decide`, the built-in screener.
   */
  readonly evidence?: readonly ScreenedEvidence[] | undefined
}
