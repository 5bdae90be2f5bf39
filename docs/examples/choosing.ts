import {
  choiceForInviter,
  type ChoosingError,
  type GroupId,
  type InvitationPolicy,
  type MemberId,
} from 'group-invitations'
import { en } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { linesFor } from './answering.js'

/** On a member's profile, behind "Mehr": the groups into which they may be invited. */
export function groupsToChoose(
  policy: InvitationPolicy,
  inviterId: MemberId,
  recipientId: MemberId,
): ResultAsync<GroupId[], ChoosingError> {
  return policy
    .groupsFor({ inviterId, recipientId })
    .map((choices) => choices.filter(({ denials }) => denials.length === 0))
    .map((open) => open.map(({ groupId }) => groupId))
}

/** In a group, under "invite contacts": each contact by name, and what stands in the way, if anything does. */
export async function contactsToChoose(
  policy: InvitationPolicy,
  inviterId: MemberId,
  groupId: GroupId,
): Promise<readonly string[]> {
  const choices = await policy.contactsFor({ inviterId, groupId })
  return choices.match(
    (contacts) =>
      contacts
        .map((contact) => choiceForInviter(contact))
        // Who is unavailable has no profile here, and is not shown.
        .flatMap((told) =>
          told.profile
            ? [`${told.profile.displayName}: ${en.describe(told) || 'can be invited'}`]
            : [],
        ),
    (error) => linesFor(error),
  )
}
