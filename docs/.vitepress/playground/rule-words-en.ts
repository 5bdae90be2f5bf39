import type { Chapter } from './chapter.js'

/** Each rule in a few words, in the rulebook's order. */
export const ruleWordsEn: readonly Chapter[] = [
  {
    title: 'Who may invite',
    rules: {
      SelfInvitation: 'Nobody invites themselves',
      InviterNotFound: 'The inviter is in the network',
      GroupNotFound: 'The group exists',
      InviterNotInGroup: 'The inviter is in the group',
      NotADirectContact: 'From the group: contacts only',
      TooManyInvitations: 'The inviter keeps the pace',
    },
  },
  {
    title: 'What is written',
    rules: {
      SubjectTooLong: 'Subject: at most 120 characters',
      TextEmpty: 'There is a text',
      TextTooLong: 'Text: at most 500 characters',
      UnsafeCharacter: 'No character deceives the reader',
    },
  },
  {
    title: 'When',
    rules: { RateLimited6Months: 'Once in 6 months by the same person' },
  },
  {
    title: 'Who is invited',
    rules: {
      RecipientNotFound: 'The recipient is in the network',
      RecipientOptedOut: 'The recipient accepts invitations',
      AlreadyMember: 'The recipient is not in the group',
      MembershipPending: 'The recipient has not asked to join',
      RecipientBanned: 'The recipient is not banned',
    },
  },
  {
    title: 'How it is written',
    rules: {
      UnfilledPlaceholder: 'Nothing is left to fill in',
      SalutationMissing: 'It begins with a personal salutation',
      ProfileReferenceMissing: 'It refers to the profile',
      WantsAndHavesNotAddressed: 'It addresses wants or haves',
      LinkInText: 'There is no link',
      MassMessage: 'It is no copy of what others got',
      ProhibitedContent: 'Neither multi-level marketing nor spam',
    },
  },
]
