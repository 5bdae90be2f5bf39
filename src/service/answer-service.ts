import type { Result, ResultAsync } from 'neverthrow'
import type {
  AnswerAction,
  AnswerDenial,
  InvitationAccepted,
  InvitationNotFound,
} from '../decision/answer.js'
import type { DependencyFailed, InvalidRequest } from '../model/errors.js'
import type { MemberId } from '../model/member.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import { catchOutages } from '../ports/asking.js'
import { assertMethods } from '../ports/assert-methods.js'
import type { AnswerServiceRepositories } from '../ports/repositories.js'
import { assert, fieldOf } from '../validation/assert.js'
import { type AnsweredInvitation, answerInvitation } from './answer-invitation.js'
import {
  type AnswerRequest,
  type NetworkRequest,
  parseAnswer,
  type ParsedAnswer,
  parseWithdrawal,
} from './answer-request.js'
import { type InvitationPage, type PageOptions, parsePage } from './invitation-page.js'
import { listReceived, listSent, type ReceivedItem, type SentItem } from './list-invitations.js'

/**
 * Why an invitation was not accepted, told apart by `type`.
 *
 * @since 0.1.0
 */
export type AcceptingError =
  Exclude<AnswerDenial, InvitationAccepted> | InvalidRequest | DependencyFailed

/**
 * Why an invitation was not declined, or not withdrawn, told apart by `type`.
 *
 * @since 0.1.0
 */
export type ClosingError =
  InvitationNotFound | InvitationAccepted | InvalidRequest | DependencyFailed

/**
 * Why there is no list of invitations, told apart by `type`.
 *
 * @since 0.1.0
 */
export type ListingError = InvalidRequest | DependencyFailed

const METHODS = [
  ['memberships', 'findStandings'],
  ['profiles', 'findProfiles'],
  ['preferences', 'findOptOuts'],
  ['groups', 'findGroups'],
  ['invitations', 'findInvitation'],
  ['answers', 'findChanges'],
  ['answers', 'findInvitationsOf'],
  ['answers', 'change'],
] as const satisfies [port: keyof AnswerServiceRepositories, method: string][]

/**
 * What happens to an invitation after it was sent: it is accepted, declined or withdrawn, and listed for both sides.
 *
 * - An action is its own idempotency key: the same action again is the same answer, `replayed`. After a
 *   `DependencyFailed` whose `effect` is `unknown`, call it again to find out.
 * - Of any number of answers at once that exclude each other, exactly one wins. The others get what follows from it.
 * - The cooldown stays as it is in every case: an invitation that was declined or withdrawn still takes the pair.
 * - It asks the policy for the time alone, keeps no state, never throws, and its promises never reject.
 *
 * @since 0.1.0
 */
export class AnswerService {
  private readonly policy: Pick<InvitationPolicy, 'now'>
  private readonly repositories: AnswerServiceRepositories

  /**
   * The repositories must lead to the same stores as those of the policy.
   *
   * @throws TypeError if the policy, a repository, or one of its methods is missing or of the wrong type.
   */
  constructor(policy: Pick<InvitationPolicy, 'now'>, repositories: AnswerServiceRepositories) {
    assert(typeof fieldOf(policy, 'now') === 'function', 'policy.now', 'a method')
    assertMethods(repositories, METHODS)
    const { memberships, profiles, preferences, groups, invitations, answers } = repositories
    this.policy = policy
    this.repositories = { memberships, profiles, preferences, groups, invitations, answers }
  }

  /**
   * Accepts an invitation for its recipient, before its `repeatableAt`; also one that they have declined.
   *
   * - The recipient becomes `member` if the group is open or the inviter is its moderator now, else `pending`: a moderator
   *   decides then. Someone who is in the group already keeps their standing.
   * - Status and membership are stored in one atomic write. What the rules of sending say by now has no effect.
   * - Finds the invitation first, then everything else in parallel. A replay finds the standing once more after that.
   */
  accept(request: AnswerRequest): ResultAsync<AnsweredInvitation, AcceptingError> {
    return this.answer('accept', parseAnswer, request)
  }

  /**
   * Declines an invitation for its recipient, at any time. To the inviter it looks like no answer at all.
   *
   * A withdrawn invitation stays `Withdrawn`, which is no error.
   */
  decline(request: AnswerRequest): ResultAsync<AnsweredInvitation, ClosingError> {
    return this.answer('decline', parseAnswer, request)
  }

  /**
   * Withdraws an invitation, at any time, unless it was accepted: for its inviter, for a moderator of the group, or for the
   * network itself with a reason. Its messages are not delivered any more.
   */
  withdraw(request: AnswerRequest | NetworkRequest): ResultAsync<AnsweredInvitation, ClosingError> {
    return this.answer('withdraw', parseWithdrawal, request)
  }

  /**
   * Returns what a member has got and can answer, the newest first.
   *
   * - Hides what is answered, withdrawn, expired or erased; what the member has opted out of; groups in which they are
   *   already, or from which they are banned; and what has no group or no visible inviter any more.
   * - Calls `findInvitationsOf` first and then five methods in parallel, however many invitations there are; or none if
   *   there are none.
   */
  received(
    memberId: MemberId,
    options?: PageOptions,
  ): ResultAsync<InvitationPage<ReceivedItem>, ListingError> {
    return parsePage(memberId, options).asyncAndThen((page) =>
      catchOutages(listReceived(this.policy, this.repositories, page)),
    )
  }

  /**
   * Returns what a member has sent, the newest first, with what they may know of its life.
   *
   * Calls `findInvitationsOf` first and then three methods in parallel, however many invitations there are; or none if
   * there are none.
   */
  sent(
    memberId: MemberId,
    options?: PageOptions,
  ): ResultAsync<InvitationPage<SentItem>, ListingError> {
    return parsePage(memberId, options).asyncAndThen((page) =>
      catchOutages(listSent(this.policy, this.repositories, page)),
    )
  }

  private answer<Failure>(
    action: AnswerAction,
    parse: (value: unknown) => Result<ParsedAnswer, InvalidRequest>,
    value: unknown,
  ): ResultAsync<AnsweredInvitation, Failure | InvalidRequest | DependencyFailed> {
    return parse(value).asyncAndThen((request) =>
      // `decideAnswer` has no other denials for the action.
      catchOutages(
        answerInvitation(this.policy, this.repositories, action, request) as Promise<
          Result<AnsweredInvitation, Failure | DependencyFailed>
        >,
      ),
    )
  }
}
