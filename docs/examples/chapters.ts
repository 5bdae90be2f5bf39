import type { InvitationDenial } from 'group-invitations'

/** Each rule as a sentence, under the denial that it raises, in the rulebook's order. */
export const chapters = [
  {
    title: 'Who may invite',
    rules: {
      SelfInvitation: 'Nobody invites themselves',
      InviterNotFound: 'The inviter is still in the network',
      GroupNotFound: 'The group exists',
      InviterNotInGroup: 'The inviter is a member or moderator of the group',
      NotADirectContact: 'From the group, only direct contacts are invited',
      TooManyInvitations: 'The inviter does not send too fast',
    },
  },
  {
    title: 'What is written',
    rules: {
      SubjectTooLong: 'The subject has at most 120 characters',
      TextEmpty: 'There is a personal text',
      TextTooLong: 'The text has at most 500 characters',
      UnsafeCharacter: 'No character deceives the reader',
    },
  },
  {
    title: 'When',
    rules: {
      RateLimited6Months: 'The same person has not invited the recipient within 6 months',
    },
  },
  {
    title: 'Who is invited',
    rules: {
      RecipientNotFound: 'The recipient exists',
      RecipientOptedOut: 'The recipient accepts group invitations',
      AlreadyMember: 'The recipient is not in the group yet',
      MembershipPending: 'The recipient has no open request to join',
      RecipientBanned: 'The recipient is not banned from the group',
    },
  },
  {
    title: 'How it is written',
    needsText: true,
    rules: {
      UnfilledPlaceholder: 'Nothing is left to be filled in',
      SalutationMissing: 'It begins with a personal salutation',
      ProfileReferenceMissing: 'It refers to the recipient’s profile',
      WantsAndHavesNotAddressed: 'It addresses what the recipient looks for or offers',
      LinkInText: 'There is no link',
      MassMessage: 'It is no copy of what others got',
      ProhibitedContent: 'It is neither multi-level marketing nor spam',
    },
  },
] satisfies {
  title: string
  /** Whether the chapter is left out if there is no text. */
  needsText?: boolean
  rules: { [Type in InvitationDenial['type']]?: string }
}[]
