import type { ContentEvidence } from '../content/content-evidence.js'
import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { InvitationClaim, InvitationRequest, ProfileReference } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberProfile, Standing } from '../model/member.js'

/**
 * What may be known about an inviter, a recipient and a group at one instant, before a word is written.
 *
 * @since 0.1.0
 */
export interface CandidateFacts {
  /** The instant of the decision, before the year 275760. The rules read no clock but this. */
  readonly now: Date
  /** The inviter's standing in the group; `undefined`: none. */
  readonly inviterStanding: Standing | undefined
  /** The recipient's standing in the group; `undefined`: none. */
  readonly recipientStanding: Standing | undefined
  /** The recipient's profile as the inviter may see it; `undefined`: there is no such member. */
  readonly recipientProfile: MemberProfile | undefined
  /** Whether the recipient has switched group invitations off (D6). */
  readonly recipientOptedOut: boolean
  /** Whether the two are confirmed, direct contacts. Counts on the group route only (D2). */
  readonly areDirectContacts: boolean
  /** The latest claim of this inviter on this recipient, whatever the group, ended or not; `undefined`: none. */
  readonly claim: InvitationClaim | undefined
}

/**
 * All that the rules may know besides the request: a read-only snapshot of one instant.
 *
 * The same request and the same facts always give the same decision. A field that is `undefined` says that there is
 * nothing; one that is missing, but for `mentions` and `evidence`, says that nobody has looked, and is an error.
 *
 * @since 0.1.0
 */
export interface InvitationFacts extends CandidateFacts {
  /**
   * What the inviter has sent in the last 30 days, as `InvitationRepository.findRecentFingerprints` answers; empty where
   * nobody wants to know.
   */
  readonly recentFingerprints: readonly RecentFingerprint[]
  /**
   * The entries of the recipient's profile that the draft refers to; others are passed over. `undefined`: the matcher
   * is asked, which is the built-in one in `decide`.
   */
  readonly mentions?: readonly ProfileReference[] | undefined
  /**
   * What speaks for prohibited content in the draft; nothing does: an empty list. `undefined`: the screener is asked,
   * which is the built-in one in `decide`.
   */
  readonly evidence?: readonly ContentEvidence[] | undefined
}

/**
 * Loads all facts of one evaluation by one call, in place of the repositories.
 *
 * For services that answer everything with a single query. Implement it over the store, and give it to the
 * policy as `options.facts`. `groupsFor` and `contactsFor` do not ask it.
 *
 * @since 0.1.0
 */
export interface FactsSource {
  /**
   * The facts about `request`, whose shape is checked and whose draft is normalised. `now` is the policy's clock, to
   * be handed back as `facts.now`; a source may put the store's own clock in its place. Without `mentions` and
   * `evidence` the policy's matcher and screener are asked.
   *
   * Throwing, rejecting, or answering with something that is no `InvitationFacts` makes the evaluation a
   * `DependencyFailed` of `facts` and `loadFacts`.
   */
  loadFacts(request: InvitationRequest, now: Date): MaybePromise<InvitationFacts>
}
