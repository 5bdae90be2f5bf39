import type { InvitationDenial } from 'group-invitations'

/** The rules in words, by the denials that they raise, chapter by chapter in the rulebook's order. */
export const chapters = [
  {
    title: 'Who may invite',
    rules: {
      SelfInvitation: 'Nobody invites themselves',
      InviterNotInGroup: 'The inviter is a member or moderator of the group',
      NotADirectContact: 'From the group, only direct contacts are invited',
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
] satisfies { title: string; rules: { [Type in InvitationDenial['type']]?: string } }[]
