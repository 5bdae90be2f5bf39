import type { ChoosingError, GroupId, InvitationPolicy, MemberId } from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { linesFor, linesForDenials } from './answering.js'

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
): Promise<string[]> {
  const choices = await policy.contactsFor({ inviterId, groupId })
  return choices.match(
    // Who cannot be seen has no profile, and is not shown.
    (contacts) =>
      contacts.flatMap(({ profile, denials }) =>
        profile ? [[profile.displayName, ...linesForDenials(denials)].join(' – ')] : [],
      ),
    linesFor,
  )
}
