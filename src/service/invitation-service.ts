import { ResultAsync } from 'neverthrow'
import { assertService } from '../policy/assert-construction.js'
import type { Delivery } from '../model/delivery.js'
import type { InvalidRequest, DependencyFailed } from '../model/errors.js'
import type { InvitationId, InvitationRequest } from '../model/invitation.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import type { MemberId } from '../model/member.js'
import { askAll } from '../ports/asking.js'
import type { CustomRule } from '../policy/custom-rule.js'
import { parseDelivery, parseMemberId, parseSending } from './parse-sending.js'
import {
  type DeliveryCancelled,
  type InvitationNotFound,
  prepareDelivery,
  type PreparedDelivery,
} from './prepare-delivery.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import { sendInvitation, type SendingError } from './send-invitation.js'
import type { SentInvitation } from './sent-invitation.js'

/**
 * How one sending can be told apart from another.
 *
 * @since 0.1.0
 */
export interface SendOptions {
  /**
   * The idempotency key, chosen by the sender: 1 to 64 of the characters `A-Z a-z 0-9 . _ ~ -`; by default a random
   * UUID. Whoever may have to try again needs one of their own, made before the first try and kept for all of them.
   */
  readonly invitationId?: InvitationId | undefined
}

/**
 * Acts on the policy's word: sends invitations exactly once, looks a last time before a delivery, and keeps the
 * opt-outs.
 *
 * It keeps no state: one service serves a whole process, and any number of processes the same store. None of its
 * methods throws, and their promises never reject. `Rules` are the types of the policy's own rules.
 *
 * @since 0.1.0
 */
export class InvitationService<const out Rules extends readonly CustomRule[] = readonly []> {
  private readonly policy: InvitationPolicy<Rules>
  private readonly repositories: ServiceRepositories

  /**
   * The repositories must be those of the policy, or lead to the same stores.
   *
   * @throws TypeError if the policy, a repository, or one of its methods is missing or of the wrong type.
   */
  constructor(policy: InvitationPolicy<Rules>, repositories: ServiceRepositories) {
    assertService(policy, repositories)
    // Taken out once, as the policy does.
    const { profiles, preferences, groups, invitations } = repositories
    this.policy = policy
    this.repositories = { profiles, preferences, groups, invitations }
  }

  /**
   * Evaluates a request and, where nothing speaks against it, stores the invitation with its two deliveries in one
   * atomic write.
   *
   * - A refused attempt stores nothing, and uses nothing of the 6 months. So does a failed one, unless it is `commit`
   *   that failed: then nobody knows whether it was stored.
   * - Of two requests at once onto one pair one is sent; the other is `InvitationDenied` with the `RateLimited6Months`
   *   that an evaluation would have given.
   * - With an `invitationId` it is safe to try again, after a `DependencyFailed` or no answer at all: what was stored
   *   is the result once more, `replayed`, whatever the rules would say by now. The same identifier with other content
   *   (inviter, recipient, group, route, normalised subject and text, reference) is `InvitationIdReused`.
   * - With one a refusal is told only after a second look for it; where that fails, it is `DependencyFailed`.
   * - A retry may begin while the first try is still at work. Where it is refused and the first is stored only after
   *   that, the refusal stands; a further retry is the replay.
   * - Without one, whoever tries again after a lost answer learns from `RateLimited6Months` that it had been sent.
   */
  send(
    request: InvitationRequest,
    options?: SendOptions,
  ): ResultAsync<SentInvitation, SendingError<Rules>> {
    return parseSending(request, options).asyncAndThen(
      (parsed) => new ResultAsync(sendInvitation(this.policy, this.repositories, parsed)),
    )
  }

  /**
   * Looks once more, at the moment of handing over, whether a message may go out, and gathers all that it needs.
   *
   * An opt-out since the sending cancels it, and so does the end of whoever and whatever is concerned. Nothing is
   * written: the same delivery can be prepared again and again, and each time is decided anew. It asks for the
   * invitation, then side by side for all that it concerns.
   */
  prepareDelivery(
    delivery: Delivery,
  ): ResultAsync<
    PreparedDelivery,
    InvalidRequest | DeliveryCancelled | InvitationNotFound | DependencyFailed
  > {
    return parseDelivery(delivery).asyncAndThen(
      (parsed) => new ResultAsync(prepareDelivery(this.repositories, parsed)),
    )
  }

  /** Switches group invitations off for a member (D6): at once, also for what is sent and not delivered yet. */
  optOut(memberId: MemberId): ResultAsync<void, InvalidRequest | DependencyFailed> {
    return this.setOptedOut(memberId, true)
  }

  /**
   * Switches group invitations on again for a member (D6). A delivery that was cancelled meanwhile does not come back
   * where it was taken off its queue.
   */
  optIn(memberId: MemberId): ResultAsync<void, InvalidRequest | DependencyFailed> {
    return this.setOptedOut(memberId, false)
  }

  private setOptedOut(
    memberId: unknown,
    optedOut: boolean,
  ): ResultAsync<void, InvalidRequest | DependencyFailed> {
    const { preferences } = this.repositories
    return parseMemberId(memberId).asyncAndThen((id) => {
      const setting = {
        repository: 'preferences',
        operation: 'setOptedOut',
        ask: () => preferences.setOptedOut(id, optedOut),
        read: () => undefined,
      }
      return new ResultAsync(askAll([setting])).map(() => undefined)
    })
  }
}
