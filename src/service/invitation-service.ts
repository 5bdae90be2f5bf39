import { errAsync, ok, type ResultAsync } from 'neverthrow'
import type { InvitationNotFound } from '../decision/answer.js'
import type { Delivery } from '../model/delivery.js'
import type { DependencyFailed, InvalidRequest, RequestIssue } from '../model/errors.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { MemberId } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import { ask, catchOutages } from '../ports/asking.js'
import { assertMethods } from '../ports/assert-methods.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import type { Denial } from '../rules/rule.js'
import { assert, fieldOf } from '../validation/assert.js'
import { parseOptOut } from '../validation/an-opt-out.js'
import { anIdentifier, take } from '../validation/parse-fields.js'
import {
  type DeliveryCancelled,
  prepareDelivery,
  type PreparedDelivery,
} from './prepare-delivery.js'
import { sendInvitation, type SendingError } from './send-invitation.js'
import type { SendOptions } from './send-options.js'
import type { SentInvitation } from './sent-invitation.js'

const METHODS = [
  ['profiles', 'findProfiles'],
  ['preferences', 'setOptOut'],
  ['groups', 'findGroups'],
  ['invitations', 'findInvitation'],
  ['invitations', 'commit'],
] as const satisfies [port: keyof ServiceRepositories, method: string][]

/**
 * Acts on the policy's verdict: sends invitations exactly once, checks each delivery at the last moment, and keeps
 * opt-outs.
 *
 * It keeps no state: one service serves a whole process, and any number of processes serve the same store. None of its
 * methods throws, and their promises never reject. `CustomDenial` is the union of the custom rules' denials.
 *
 * @since 0.1.0
 */
export class InvitationService<out CustomDenial extends Denial = never> {
  private readonly policy: InvitationPolicy<CustomDenial>
  private readonly repositories: ServiceRepositories

  /**
   * The repositories must be those of the policy, or lead to the same stores.
   *
   * @throws TypeError if the policy, a repository, or one of its methods is missing or of the wrong type.
   */
  constructor(policy: InvitationPolicy<CustomDenial>, repositories: ServiceRepositories) {
    for (const method of ['evaluate', 'recheck', 'now']) {
      assert(typeof fieldOf(policy, method) === 'function', `policy.${method}`, 'a method')
    }
    assertMethods(repositories, METHODS)
    const { profiles, preferences, groups, invitations, answers } = repositories
    assert(
      'answers' in repositories,
      'repositories.answers',
      'a repository, or undefined explicitly',
    )
    if (answers !== undefined) assertMethods(repositories, [['answers', 'findChanges']])
    this.policy = policy
    this.repositories = { profiles, preferences, groups, invitations, answers }
  }

  /**
   * Evaluates a request and, if it is approved, stores the invitation with its two deliveries in one atomic write.
   *
   * - A denied attempt stores nothing and does not start the 6 months. Neither does a failed one, unless `commit` itself
   *   failed: then the outcome is unknown (`effect`).
   * - Of two requests at once for one pair, with different identifiers or none, one is sent. The other is an
   *   `InvitationDenied` with the same `RateLimited6Months` as an evaluation's. With the same identifier and content,
   *   the other is the replay.
   * - Of any number of requests at once of one inviter, exactly as many are sent as the pace allows. The others are an
   *   `InvitationDenied` with `TooManyInvitations`.
   * - With an `invitationId` it is safe to retry, after a `DependencyFailed` or no answer at all: the stored invitation
   *   is the result once more, `replayed`, whatever the rules would say by now. The same identifier with other content
   *   (inviter, recipient, group, route, normalised subject and text, reference) is `InvitationIdReused`.
   * - With an `invitationId` it looks for the stored invitation and finds the facts in parallel. A replay, and
   *   `InvitationIdReused`, wait for the look alone: no outage of the evaluation fails them, and `observe` is not called.
   *   The calls that find the facts were made all the same, also `load` of custom rules, and may still be under way.
   *   `findMentions` and `screen` are called only after the look. If you wrap `evaluate` of the policy, or the policy is
   *   of the other build (CommonJS beside ESM), all of it is called after the look.
   * - With an `invitationId` nothing is written if the look fails, and a denial is returned only after a second look. If
   *   a look fails, the result is `DependencyFailed`.
   * - A retry may begin while the first try is still at work. If the retry is denied and the first try is stored only
   *   after that, the denial stands; a further retry is the replay.
   * - Without an `invitationId`, a retry after a lost answer gets `RateLimited6Months`.
   */
  send(
    request: InvitationRequest,
    options?: SendOptions,
  ): ResultAsync<SentInvitation, SendingError<CustomDenial>> {
    const { invitations } = this.repositories
    return catchOutages(sendInvitation(this.policy, invitations, request, options))
  }

  /**
   * Judges once more, at the moment of handing over, whether a message may still go out, and finds all that it needs.
   *
   * - The delivery is cancelled if the invitation was answered or withdrawn, if it has expired, or if the rules would
   *   deny it now (`recheck` of the policy): the recipient has joined, opted out or left, the inviter has left the group,
   *   a custom rule denies it, and so on. The draft is not judged again, and the cooldown is the invitation's own.
   * - It is also cancelled if the recipient may not see the inviter.
   * - Nothing is written: the same delivery can be prepared again, and is decided anew each time.
   * - Finds the invitation first, then everything else in parallel.
   */
  prepareDelivery(
    delivery: Delivery,
  ): ResultAsync<
    PreparedDelivery,
    InvalidRequest | DeliveryCancelled<CustomDenial> | InvitationNotFound | DependencyFailed
  > {
    return catchOutages(prepareDelivery(this.policy, this.repositories, delivery))
  }

  /**
   * Stops group invitations to a member: all of them (D6), those of one inviter (`{ inviterId }`), or those into one group
   * (`{ groupId }`). It counts at once, also for what is sent and not delivered yet.
   *
   * The inviter does not learn which: each is the same `RecipientUnavailable`.
   */
  optOut(
    memberId: MemberId,
    optOut: OptOut = 'all',
  ): ResultAsync<void, InvalidRequest | DependencyFailed> {
    return this.setOptOut(memberId, optOut, true)
  }

  /**
   * Ends one opt-out of a member, by default the one from everything. Others stay. A delivery that the worker has dropped
   * meanwhile does not come back.
   */
  optIn(
    memberId: MemberId,
    optOut: OptOut = 'all',
  ): ResultAsync<void, InvalidRequest | DependencyFailed> {
    return this.setOptOut(memberId, optOut, false)
  }

  private setOptOut(
    memberId: unknown,
    optOut: unknown,
    isOut: boolean,
  ): ResultAsync<void, InvalidRequest | DependencyFailed> {
    const { preferences } = this.repositories
    const issues: RequestIssue[] = []
    const member = take({ memberId }, 'memberId', anIdentifier, issues)
    const parsed = parseOptOut(optOut, issues)
    if (parsed === undefined || issues.length > 0)
      return errAsync({ type: 'InvalidRequest', issues })
    const set = () => preferences.setOptOut(member, parsed, isOut)
    const written = ask('preferences', 'setOptOut', set, () => undefined, 'unknown')
    return catchOutages(written.then(() => ok(undefined)))
  }
}
