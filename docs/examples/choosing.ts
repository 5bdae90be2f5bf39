import {
  choiceForInviter,
  type ChoosingError,
  type ContactChoice,
  type GroupId,
  type InvitationPolicy,
  type MemberId,
} from 'group-invitations'
import { en } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { linesFor } from './telling.js'

/** On a member's profile, behind "Mehr": the names of the groups into which the inviter may invite this member. */
export function groupsToChoose(
  policy: InvitationPolicy,
  inviterId: MemberId,
  recipientId: MemberId,
): ResultAsync<ReadonlyMap<GroupId, string>, ChoosingError> {
  return policy
    .groupsFor({ inviterId, recipientId })
    .map((choices) => choices.filter(({ denials }) => denials.length === 0))
    .map((open) => new Map(open.map(({ groupId, group }) => [groupId, group?.name ?? groupId])))
}

/** In a group, under "invite contacts": a line for each contact, with the reasons against inviting them. */
export const contactsToChoose = (policy: InvitationPolicy, inviterId: MemberId, groupId: GroupId) =>
  policy.contactsFor({ inviterId, groupId }).match(
    (contacts): readonly string[] => contacts.flatMap(lineFor),
    (error) => linesFor(error),
  )

/** A line about one contact. A contact who is unavailable or in the group has no profile here, and so no line. */
function lineFor(contact: ContactChoice): string[] {
  const disclosed = choiceForInviter(contact)
  if (disclosed.profile === undefined) return []
  return [`${disclosed.profile.displayName}: ${en.describe(disclosed) || 'can be invited'}`]
}
