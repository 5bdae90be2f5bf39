import type {
  DisclosedContactChoice,
  DisclosedGroupChoice,
  Group,
  GroupId,
  Invitation,
  MemberId,
  MemberProfile,
  ReceivedItem,
  SentItem,
} from 'group-invitations'
import type { Messages } from 'group-invitations/messages'

// What leaves is chosen field by field: a profile has more than a screen shows, and a store may add what nobody expects.

/** A group that the inviter can choose, and in words what stands in the way. */
export const groupToChoose = (choice: DisclosedGroupChoice, messages: Messages) => ({
  ...groupOf(choice.groupId, choice.group),
  denials: choice.denials,
  reasons: messages.reasons(choice),
})

/** A contact whom the inviter can choose, and in words what stands in the way. */
export const contactToChoose = (choice: DisclosedContactChoice, messages: Messages) => ({
  ...personOf(choice.contactId, choice.profile),
  denials: choice.denials,
  reasons: messages.reasons(choice),
})

/** What the inviter has sent just now. */
export const sentInvitation = (invitation: Invitation) => ({
  ...contentsOf(invitation),
  inviterId: invitation.inviterId,
  recipientId: invitation.recipientId,
  groupId: invitation.groupId,
  reference: referenceOf(invitation),
})

/** What the recipient can answer. */
export const receivedItem = ({ invitation, inviter, group }: ReceivedItem) => ({
  ...contentsOf(invitation),
  reference: referenceOf(invitation),
  inviter: personOf(invitation.inviterId, inviter),
  group: groupOf(invitation.groupId, group),
})

/** Its status is the one that the inviter may know. */
export const sentItem = (
  { invitation, recipient, group, status }: SentItem,
  messages: Messages,
) => ({
  ...contentsOf(invitation),
  recipient: personOf(invitation.recipientId, recipient),
  group: groupOf(invitation.groupId, group),
  status,
  statusInWords: messages.describeStatus(status),
})

const contentsOf = ({ invitationId, subject, text, sentAt, repeatableAt }: Invitation) => ({
  ...{ invitationId, subject, text, sentAt, repeatableAt },
})

const referenceOf = ({ reference }: Invitation) =>
  reference && { field: reference.field, entry: reference.entry }

const personOf = (memberId: MemberId, profile: MemberProfile | undefined) => ({
  ...{ memberId, displayName: profile?.displayName, url: profile?.url },
})

const groupOf = (groupId: GroupId, group: Group | undefined) => ({
  ...{ groupId, name: group?.name, url: group?.url },
})
