import type { NewStanding, InvitationChange, StatusOrOpen } from '../model/invitation-change.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId, Standing } from '../model/member.js'

/**
 * Everything that one answer stores: all of it is written, or nothing.
 *
 * @since 0.1.0
 */
export interface ChangeRecord {
  readonly change: InvitationChange
  /** The statuses from which the change is allowed. `Open` is always one of them. */
  readonly from: readonly StatusOrOpen[]
  /** The invitation, for your own rows: "Bernd has accepted" in an outbox of yours. */
  readonly invitation: Invitation
  /** The standing that the recipient gets. Only if the invitation is accepted. */
  readonly admit?: NewStanding | undefined
}

/**
 * The outcome of a change. Its `type` tells which.
 *
 * @since 0.1.0
 */
export type ChangeOutcome = Changed | NotChanged | NotAdmitted

/**
 * The whole record was stored.
 *
 * @since 0.1.0
 */
export interface Changed {
  readonly type: 'Changed'
  /** The recipient's standing in the group after `admit`. Absent without `admit`. */
  readonly standing?: Standing | undefined
}

/**
 * Nothing was stored, because the status of the invitation is none of `from`.
 *
 * @since 0.1.0
 */
export interface NotChanged {
  readonly type: 'NotChanged'
  /** The stored change. */
  readonly change: InvitationChange
}

/**
 * Nothing was stored, because the recipient is banned from the group.
 *
 * @since 0.1.0
 */
export interface NotAdmitted {
  readonly type: 'NotAdmitted'
}

/**
 * Finds and stores what became of invitations. Implement it over your store of invitations and memberships.
 *
 * `AnswerService` needs it. `InvitationService` asks `findChanges` before each delivery, unless it is given
 * `answers: undefined`.
 *
 * @since 0.1.0
 */
export interface AnswerRepository {
  /**
   * Finds the stored changes of these invitations, with one query for all of them.
   *
   * - Returns the latest change of each; an open invitation is absent, and so is one that does not exist.
   * - Returns each change as it was stored: the instant to the millisecond, a member's identifier or the network's reason.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of invitations, also none.
   * - Finds a change as soon as `change` has returned, on every instance: query the store to which it was written.
   */
  findChanges(
    invitationIds: readonly InvitationId[],
  ): MaybePromise<ReadonlyMap<InvitationId, InvitationChange>>

  /**
   * Finds the invitations that this member has sent (`inviter`) or got (`recipient`).
   *
   * - Returns the newest first, by `sentAt`. Those of one instant have an order too, which is always the same.
   * - Returns as many as `limit` allows, and never more. It is at most 1,001.
   * - With `before` returns those that follow this invitation in the order. The list is empty if `before` is no invitation
   *   of this member in this role.
   * - Returns each invitation as it was committed, as `findInvitation` does; also what is answered, expired or erased.
   * - Also returns an invitation whose group or other member is gone.
   * - Returns no invitation of another member.
   * - Compares identifiers exactly.
   * - Finds an invitation as soon as its commit has returned.
   */
  findInvitationsOf(
    memberId: MemberId,
    role: 'inviter' | 'recipient',
    limit: number,
    before?: InvitationId,
  ): MaybePromise<readonly Invitation[]>

  /**
   * Stores a change and the membership that follows from it in one atomic write, or stores nothing.
   *
   * This is the only place where two answers to one invitation can be prevented with certainty, and the place where a
   * service adds its own outbox row.
   *
   * The status:
   * - Stores the change if the status is one of `from`. An invitation without a stored change is `Open`.
   * - Returns `NotChanged` with the stored change if the status is none of `from`, also if the recipient is banned. Stores
   *   nothing then.
   * - Throws for an invitation that does not exist: the service has just found it, so it was deleted meanwhile.
   * - Replaces an earlier change: there is one for each invitation.
   * - Never lets a status go back: a failed write restores nothing by writing an old state.
   * - Changes no other invitation.
   *
   * The membership, only with `admit`:
   * - Gives the standing to a recipient without one. A membership, an application or a ban that has ended is no standing.
   * - Raises `pending` to `member`.
   * - Lowers no standing: `member` and `moderator` stay as they are, and `pending` stays for `pending`.
   * - Returns `NotAdmitted` if the recipient is `banned`. Stores nothing then: neither the change nor a membership.
   * - Returns `Changed` with the standing that the recipient has afterwards. It is `pending` also if another service admits
   *   them only later.
   * - Changes no membership without `admit`, and none if the status is none of `from`.
   * - Changes no other membership: no other member's, and none in another group.
   *
   * Many at once, on any number of instances:
   * - Lets exactly one win of any number at once that exclude each other.
   * - Lets no ban be lost: a member who is banned at the same time is banned afterwards.
   * - Makes status and membership visible at once.
   * - Is visible at once to every instance, since everything is stored before the method returns.
   * - Stores nothing if it fails. There is one exception: the record was stored, and the answer was lost. The service
   *   recognises it when it is called again.
   * - Returns an outcome like any other. If the store reports a conflict, the adapter tries again.
   *
   * A look before the write is not enough. Let the store decide: lock the row of the invitation, or write on the
   * condition that its status is one of `from`.
   */
  change(record: ChangeRecord): MaybePromise<ChangeOutcome>
}
