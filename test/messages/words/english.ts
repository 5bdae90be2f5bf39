import type { saidBy } from './said-by.js'

export const english: ReturnType<typeof saidBy> = {
  toInviter: {
    SelfInvitation: 'You cannot invite yourself.',
    InviterNotFound: 'Your profile is not available, so you cannot invite anybody.',
    GroupNotFound: 'This group does not exist any more.',
    InviterNotInGroup:
      'You can only invite people to groups of which you are a member or moderator.',
    NotADirectContact:
      'From a group you can only invite your direct contacts. You can invite other members from their profiles.',
    TooManyInvitations:
      'You have sent many invitations within a short time. You can send the next one from May 12, 2026 at 1:12 PM UTC.',
    SubjectTooLong: 'The subject is too long: it has 121 of at most 120 characters.',
    TextEmpty: 'Write a few personal words: an invitation needs a text.',
    TextTooLong: 'The text is too long: it has 501 of at most 500 characters.',
    UnsafeCharacter:
      'The text has a character that is not allowed, at position 7 (U+202E). Please remove it; if it is invisible, type that passage anew.',
    RateLimited6Months:
      'You have already invited this member to this or another group within the last 6 months, on March 2, 2026. Another invitation will be possible from September 2, 2026 at 9:30 AM UTC.',
    AlreadyMember: 'This member is in the group already.',
    MembershipPending: 'This member has already asked to join the group.',
    UnfilledPlaceholder: 'Something in your invitation still needs to be filled in: “Herr ,”.',
    SalutationMissing: 'Begin with a personal salutation that includes “Bernd” or “Müller”.',
    ProfileReferenceMissing: 'Refer to the member’s profile, for example to “Elbwerk GmbH”.',
    WantsAndHavesNotAddressed:
      'It would be good to address what the member looks for or offers, such as “Schach” or “TypeScript”.',
    LinkInText:
      'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
    MassMessage:
      'This text is much like what you have already sent to 2 other members. Please write a personal one.',
    ProhibitedContent:
      'Wording such as “finanziellen Freiheit” looks like multi-level marketing or spam, and neither is allowed. Please write your invitation differently.',
    RecipientUnavailable: 'This member cannot be invited to this group.',
    'SubjectTooLong characters': 'The subject is too long: it has 5,001 of at most 500 characters.',
    'SubjectTooLong bytes':
      'The subject takes up too much space: 5,002 of at most 5,000 bytes. Shorten it, or use fewer emojis.',
    'SubjectTooLong codePointsPerCharacter':
      'The subject has a character that is combined from too many signs. A simpler one will work.',
    'TextTooLong characters': 'The text is too long: it has 5,001 of at most 500 characters.',
    'TextTooLong bytes':
      'The text takes up too much space: 5,002 of at most 5,000 bytes. Shorten it, or use fewer emojis.',
    'TextTooLong codePointsPerCharacter':
      'The text has a character that is combined from too many signs. A simpler one will work.',
    'UnsafeCharacter subject':
      'The subject has a character that is not allowed, at position 7 (U+202E). Please remove it; if it is invisible, type that passage anew.',
    'MembershipPending admissible':
      'This member has asked to join the group. As a moderator you can admit them.',
    'UnfilledPlaceholder suspected':
      'Please check whether something still needs to be filled in here: “Herr ,”.',
    'ProhibitedContent suspected':
      'Wording such as “finanziellen Freiheit” could be mistaken for advertising or recruiting. If you mean neither, you need not change anything.',
    'ProhibitedContent other':
      'Wording such as “finanziellen Freiheit” is not allowed here. Please write your invitation differently.',
    'ProhibitedContent other suspected':
      'Wording such as “finanziellen Freiheit” could be misunderstood. Please check it; if it is fine, you need not change anything.',
    'MassMessage one':
      'This text is much like what you have already sent to another member. Please write a personal one.',
    'TooManyInvitations undated': 'You have sent many invitations within a short time.',
    'RateLimited6Months undated':
      'You have already invited this member to this or another group within the last 6 months.',
  },
  toStaff: {
    SelfInvitation: 'The inviter and the recipient are the same member.',
    InviterNotFound: 'The inviter has no profile any more.',
    GroupNotFound: 'There is no group “chess” any more.',
    InviterNotInGroup: 'The inviter is neither member nor moderator of the group “chess”.',
    NotADirectContact:
      'The invitation starts from the group, and the recipient is no direct contact of the inviter.',
    TooManyInvitations:
      'The inviter has sent as many invitations as are allowed within a short time. The next one will be possible from May 12, 2026 (1:12 PM UTC).',
    SubjectTooLong: 'The subject is too long: it has 121 of at most 120 characters.',
    TextEmpty: 'The text is empty, or has nothing but invisible characters.',
    TextTooLong: 'The text is too long: it has 501 of at most 500 characters.',
    UnsafeCharacter: 'The text has a character that could deceive, at position 7 (U+202E).',
    RateLimited6Months:
      'The inviter has invited the recipient within the last 6 months, by the invitation “i-1” of March 2, 2026 (9:30 AM UTC). Another one will be possible from September 2, 2026 (9:30 AM UTC).',
    RecipientNotFound: 'There is no such member, or the inviter may not see them.',
    RecipientOptedOut:
      'The recipient has switched off group invitations: all, those of this inviter, or those into this group.',
    AlreadyMember: 'The recipient is in the group already.',
    MembershipPending: 'The recipient has asked to join the group, and waits for an answer.',
    RecipientBanned: 'The recipient is banned from the group.',
    UnfilledPlaceholder: 'Something in the draft was to be filled in: “Herr ,”.',
    SalutationMissing: 'The text does not begin with a salutation by name: “Bernd” or “Müller”.',
    ProfileReferenceMissing: 'The text mentions nothing of the recipient’s profile.',
    WantsAndHavesNotAddressed: 'The text addresses nothing that the recipient looks for or offers.',
    LinkInText: 'The draft has a link: “elbschach.de”.',
    MassMessage:
      'The text is much like what 2 other members have got from the inviter within the last 30 days (similarity up to 0.812).',
    ProhibitedContent:
      'The draft looks like multi-level marketing or spam: “finanziellen Freiheit”.',
    'SubjectTooLong characters': 'The subject is too long: it has 5,001 of at most 500 characters.',
    'SubjectTooLong bytes':
      'The subject takes up too much space: 5,002 of at most 5,000 bytes. Shorten it, or use fewer emojis.',
    'SubjectTooLong codePointsPerCharacter':
      'The subject has a character that is combined from too many signs. A simpler one will work.',
    'TextTooLong characters': 'The text is too long: it has 5,001 of at most 500 characters.',
    'TextTooLong bytes':
      'The text takes up too much space: 5,002 of at most 5,000 bytes. Shorten it, or use fewer emojis.',
    'TextTooLong codePointsPerCharacter':
      'The text has a character that is combined from too many signs. A simpler one will work.',
    'UnsafeCharacter subject':
      'The subject has a character that could deceive, at position 7 (U+202E).',
    'MembershipPending admissible':
      'The recipient has asked to join the group, and the inviter can admit them.',
    'UnfilledPlaceholder suspected':
      'Perhaps something in the draft was to be filled in: “Herr ,”.',
    'ProhibitedContent suspected':
      'The draft may look like multi-level marketing or spam, but this is only suspected: “finanziellen Freiheit”.',
    'ProhibitedContent other':
      'The draft has content of the category “harassment”: “finanziellen Freiheit”.',
    'ProhibitedContent other suspected':
      'The draft may have content of the category “harassment”, but this is only suspected: “finanziellen Freiheit”.',
    'MassMessage one':
      'The text is much like what 1 other member has got from the inviter within the last 30 days (similarity up to 0.812).',
    'TooManyInvitations undated':
      'The inviter has sent as many invitations as are allowed within a short time.',
    'RateLimited6Months undated':
      'The inviter has invited the recipient within the last 6 months, by the invitation “i-1”.',
    'InvitationClosed Declined': 'The invitation was declined.',
    'InvitationClosed Accepted': 'The invitation was accepted.',
    'InvitationClosed Withdrawn': 'The invitation was withdrawn.',
    InvitationNotFound:
      'There is no invitation “i-1”, its text was erased, or it is not for the member who acted.',
    InvitationWithdrawn: 'The invitation “i-1” was withdrawn.',
    InvitationAccepted: 'The invitation “i-1” was accepted already.',
    InvitationExpired: 'The invitation expired on May 12, 2026 (12:00 PM UTC).',
    'InvitationExpired undated': 'The invitation has expired.',
  },
  withoutDecision: {
    InvalidRequest: 'The request could not be read. Please reload the page.',
    InvitationIdReused:
      'An invitation has already been sent from this form. Please open the form again.',
    InvitationAccepted:
      'This invitation has already been accepted, so it can no longer be withdrawn.',
    InvitationGone: 'This invitation is no longer available.',
    ServiceUnavailable: 'Something went wrong on our side. Please try again in a moment.',
  },
  toRecipient: {
    InvitationExpired: 'This invitation has expired.',
    InvitationAccepted:
      'You have already accepted this invitation, so you can no longer decline it.',
    RecipientBanned: 'You cannot join this group.',
    InvitationGone: 'This invitation is no longer available.',
    InvalidRequest: 'The request could not be read. Please reload the page.',
    ServiceUnavailable: 'Something went wrong on our side. Please try again in a moment.',
  },
  answered: {
    'accept: member': 'You are now in the group.',
    'accept: moderator': 'You are now in the group.',
    'accept: pending':
      'You have accepted the invitation. A moderator of the group will decide whether you can join.',
    'accept: banned':
      'You have already accepted this invitation, but you are not in the group at the moment.',
    'accept: none':
      'You have already accepted this invitation, but you are not in the group at the moment.',
    decline: 'You have declined the invitation. The member who invited you will not be told.',
    withdraw: 'The invitation has been withdrawn.',
  },
  statuses: {
    Open: 'Open',
    Accepted: 'Accepted',
    Withdrawn: 'Withdrawn',
    Expired: 'Expired',
  },
  invalidValue: 'This is missing or not valid.',
  hints: [
    'Begin with a personal salutation, such as “Dear Ms Mustermann,”.',
    'Refer clearly to something in the member’s profile.',
    'Address what the member is looking for and offers.',
    'Say why you are inviting this member into this group.',
    'As a moderator, say what you expect of new members.',
  ],
  hintsForMembers: 4,
  email: {
    subject: 'Anna invites you to join the group “Chess”',
    headline: ['Anna invites you to join the group “Chess”'],
    paragraphs: [
      'Personal message from Anna:',
      'The invitation refers to your profile: you are looking for “Go”.',
      'View the invitation',
      'You are receiving this message from Elbnetz because Anna has invited you to a group.',
      'Would you rather not receive group invitations any more? Switch off group invitations',
      'Report this invitation',
    ],
    links: [
      ['Anna', 'https://network.example/anna'],
      ['View the invitation', 'https://network.example/invitation'],
      ['Switch off group invitations', 'https://network.example/opt-out?token=a.b&from=mail'],
      ['Report this invitation', 'https://network.example/report'],
    ],
    text: `Anna invites you to join the group “Chess”

Personal message from Anna:

> Hallo!

The invitation refers to your profile: you are looking for “Go”.

View the invitation
https://network.example/invitation

View the profile of Anna
https://network.example/anna

-- 
You are receiving this message from Elbnetz because Anna has invited you to a group.
Would you rather not receive group invitations any more?
Switch off group invitations
https://network.example/opt-out?token=a.b&from=mail
Report this invitation
https://network.example/report
`,
  },
  emailWithoutOptions: `Anna invites you to join the group “Chess”

Personal message from Anna:

> Hallo!

The invitation refers to your profile: you offer “Go”.

View the group
https://network.example/chess

View the profile of Anna
https://network.example/anna

-- 
You are receiving this message from Elbnetz because Anna has invited you to a group.
Would you rather not receive group invitations any more?
Switch off group invitations
https://network.example/opt-out?token=a.b&from=mail
`,
  subjectOfNameless: 'An invitation to join a group',
  headlineOfNameless: [
    '(no name) invites you to join the group “ChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChess”',
  ],
  news: `<article lang="en" dir="ltr">
<h3><bdi>Anna</bdi> invites you to join the group “<bdi>Chess</bdi>”</h3>
<p>Personal message from <a href="https://network.example/anna" class="invitation-inviter"><bdi>Anna</bdi></a>:</p>
<blockquote dir="auto" class="invitation-text">Hallo!</blockquote>
<p class="invitation-note">The invitation refers to this entry in your profile: “<bdi>Go</bdi>”.</p>
<p><a href="https://network.example/invitation" class="invitation-open">View the invitation</a></p>
<p><a href="https://network.example/report" class="invitation-report">Report this invitation</a></p>
</article>
`,
}
