import type {
  AnswerRepository,
  AnswerService,
  GroupId,
  InvitationId,
  MemberId,
} from 'group-invitations'

/** Which invitations the network withdraws, and why. */
export interface Withdrawal {
  readonly memberId: MemberId
  /** Those that the member has sent, or those that the member has got. */
  readonly role: 'inviter' | 'recipient'
  /** Only those into this group. Absent: those into any. */
  readonly groupId?: GroupId
  /** It is stored, and disclosed to nobody. */
  readonly reason: string
  readonly now: Date
}

/**
 * Withdraws for the network what is open, page by page, and returns what was withdrawn. Throws if a store fails: call it
 * again then, and it goes on where it was.
 *
 * What was accepted stays accepted, and what has expired stays expired. The cooldown holds in every case.
 */
export async function withdrawOpen(
  service: AnswerService,
  answers: Pick<AnswerRepository, 'findInvitationsOf'>,
  { memberId, role, groupId, reason, now }: Withdrawal,
): Promise<readonly InvitationId[]> {
  const withdrawn: InvitationId[] = []
  let before: InvitationId | undefined
  do {
    const page = await answers.findInvitationsOf(memberId, role, 100, before)
    for (const { invitationId, repeatableAt, ...invitation } of page) {
      const isMeant = groupId === undefined || invitation.groupId === groupId
      if (!isMeant || now >= repeatableAt) continue
      const done = await service.withdraw({ invitationId, network: reason })
      if (done.isOk() && !done.value.replayed) withdrawn.push(invitationId)
      if (done.isErr() && done.error.type === 'DependencyFailed') {
        throw new Error(`${invitationId} may still be open`, { cause: done.error })
      }
    }
    before = page.at(-1)?.invitationId
  } while (before !== undefined)
  return withdrawn
}

/**
 * Removes a member from a group, and withdraws their invitations into it. First the membership: nothing new can be sent
 * then. Also what is not withdrawn yet admits nobody by a moderator who is none any more.
 */
export async function removeFromGroup(
  endMembership: (groupId: GroupId, memberId: MemberId) => Promise<void>,
  service: AnswerService,
  answers: Pick<AnswerRepository, 'findInvitationsOf'>,
  { groupId, memberId, now }: Pick<Required<Withdrawal>, 'groupId' | 'memberId' | 'now'>,
): Promise<readonly InvitationId[]> {
  await endMembership(groupId, memberId)
  const reason = 'removed-from-group'
  return withdrawOpen(service, answers, { memberId, role: 'inviter', groupId, reason, now })
}

/** Deletes a member's access (D12), and withdraws all that they have sent. What they got simply waits until it expires. */
export async function deleteAccess(
  endAccess: (memberId: MemberId) => Promise<void>,
  service: AnswerService,
  answers: Pick<AnswerRepository, 'findInvitationsOf'>,
  { memberId, now }: Pick<Withdrawal, 'memberId' | 'now'>,
): Promise<readonly InvitationId[]> {
  await endAccess(memberId)
  const reason = 'access-deleted'
  return withdrawOpen(service, answers, { memberId, role: 'inviter', reason, now })
}
