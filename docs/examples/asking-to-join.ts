import type {
  AcceptingError,
  AnswerService,
  GroupId,
  InvitationId,
  MemberId,
  Standing,
} from 'group-invitations'
import { err, ok, type Result } from 'neverthrow'

/** Where requests to join are stored, and open groups are joined, without an invitation. */
export interface JoinRequests {
  /** Returns the standing that the member has afterwards. */
  ask(groupId: GroupId, memberId: MemberId): Promise<Standing>
}

/**
 * A member presses "join" on the page of a group. If they are invited into it, that is an answer to the invitation.
 *
 * - An invitation opens the door further than a request: one from a moderator admits at once. If several are open, they are
 *   accepted one after the other until the member is in.
 * - An invitation that was withdrawn meanwhile is passed over. So is one that the member has declined or muted: its inviter
 *   would learn of an acceptance.
 */
export async function join(
  answers: AnswerService,
  requests: JoinRequests,
  memberId: MemberId,
  groupId: GroupId,
): Promise<Result<Standing, AcceptingError>> {
  let standing: Standing | undefined
  let before: InvitationId | undefined
  do {
    const page = await answers.received(memberId, { before })
    if (page.isErr()) return err(page.error)
    for (const { invitation } of page.value.items) {
      if (invitation.groupId !== groupId) continue
      const { invitationId } = invitation
      const accepted = await answers.accept({ invitationId, memberId })
      if (accepted.isErr() && accepted.error.type === 'DependencyFailed') return err(accepted.error)
      if (accepted.isErr()) continue
      standing = accepted.value.standing
      if (standing === 'member') return ok(standing)
    }
    before = page.value.next
  } while (before !== undefined)
  return ok(standing ?? (await requests.ask(groupId, memberId)))
}
