import {
  AnswerService,
  type InvitationId,
  type InvitationNotFound,
  type InvitationPolicy,
  type ListingError,
  type MemberId,
  type ReceivedItem,
  type Repositories,
} from 'group-invitations'
import { err, errAsync, ok, type ResultAsync } from 'neverthrow'

/**
 * Finds the one invitation with this identifier, if this member can answer it.
 *
 * It asks `received` about a list that has no other invitation. So exactly the checks of the list apply, also those that
 * will be added to it; and what is answered, withdrawn, muted or somebody else's cannot be told from what never was.
 * To look through the pages of the real list would disclose no more, but take longer with each invitation.
 */
export function findReceived(
  policy: Pick<InvitationPolicy, 'now'>,
  { memberships, profiles, preferences, groups, invitations, answers }: Repositories,
  memberId: MemberId,
  invitationId: InvitationId,
): ResultAsync<ReceivedItem, InvitationNotFound | ListingError> {
  const notFound = { type: 'InvitationNotFound', invitationId } as const
  if (!IDENTIFIER.test(invitationId)) return errAsync(notFound)
  const listOfOne = {
    findChanges: (ids: readonly InvitationId[]) => answers.findChanges(ids),
    change: () => Promise.reject(new Error('Looking changes nothing')),
    async findInvitationsOf() {
      const invitation = await invitations.findInvitation(invitationId)
      return invitation?.recipientId === memberId ? [invitation] : []
    },
  }
  const repositories = { memberships, profiles, preferences, groups, invitations }
  return new AnswerService(policy, { ...repositories, answers: listOfOne })
    .received(memberId)
    .andThen(({ items: [item] }) => (item === undefined ? err(notFound) : ok(item)))
}

/** The form of every identifier. Stores need not know another: a NUL, for instance, is an error of some. */
const IDENTIFIER = /^[^\p{Cc}\p{Cs}]{1,255}$/u
