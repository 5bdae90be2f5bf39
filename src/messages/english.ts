import { englishForStaff, tooLong } from './english-for-staff.js'
import type { Language } from './language.js'

const unavailable = 'Something went wrong on our side. Please try again in a moment.'

export const english: Language = {
  locale: 'en',
  direction: 'ltr',
  quotationMarks: ['“', '”'],

  toInviter: {
    SelfInvitation: () => 'You cannot invite yourself.',
    InviterNotFound: () => 'Your profile is not available, so you cannot invite anybody.',
    GroupNotFound: () => 'This group does not exist any more.',
    InviterNotInGroup: () =>
      'You can only invite people to groups of which you are a member or moderator.',
    NotADirectContact: () =>
      'From a group you can only invite your direct contacts. You can invite other members from their profiles.',
    TooManyInvitations: ({ retryAt }, { momentFrom }) => {
      const sentence = 'You have sent many invitations within a short time.'
      const start = momentFrom(retryAt)
      if (start === undefined) return sentence
      return `${sentence} You can send the next one from ${start.day} at ${start.time}.`
    },
    SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
    TextEmpty: () => 'Write a few personal words: an invitation needs a text.',
    TextTooLong: (denial, formats) => tooLong('text', denial, formats),
    UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
      `The ${field} has a character that is not allowed, at position ${number(index + 1)} (${character(codePoint)}). Please remove it; if it is invisible, type that passage anew.`,
    RateLimited6Months: ({ sentAt, repeatableAt }, { moment, momentFrom }) => {
      const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
      const day = start === undefined ? '' : `, on ${start.day}`
      const sentence = `You have already invited this member to this or another group within the last 6 months${day}.`
      if (end === undefined) return sentence
      return `${sentence} Another invitation will be possible from ${end.day} at ${end.time}.`
    },
    RecipientUnavailable: () => 'This member cannot be invited to this group.',
    AlreadyMember: () => 'This member is in the group already.',
    MembershipPending: ({ inviterMayAdmit }) =>
      inviterMayAdmit
        ? 'This member has asked to join the group. As a moderator you can admit them.'
        : 'This member has already asked to join the group.',
    UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
      certainty === 'sure'
        ? `Something in your invitation still needs to be filled in: ${anyOf([placeholder])}.`
        : `Please check whether something still needs to be filled in here: ${anyOf([placeholder])}.`,
    SalutationMissing: ({ names }, { anyOf }) =>
      `Begin with a personal salutation that includes ${anyOf(names)}.`,
    ProfileReferenceMissing: ({ entries }, { anyOf }) =>
      `Refer to the member’s profile, for example to ${anyOf(entries.map(({ entry }) => entry))}.`,
    WantsAndHavesNotAddressed: ({ wants, haves }, { anyOf }) =>
      `It would be good to address what the member looks for or offers, such as ${anyOf([...wants, ...haves])}.`,
    LinkInText: ({ link }, { anyOf }) =>
      `A personal invitation needs no links or e-mail addresses. Please leave this out: ${anyOf([link])}.`,
    MassMessage: ({ similarCount }, { number, plural }) =>
      `This text is much like what you have already sent to ${plural(similarCount, { one: 'another member', other: `${number(similarCount)} other members` })}. Please write a personal one.`,
    ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? `Wording such as ${terms} looks like multi-level marketing or spam, and neither is allowed. Please write your invitation differently.`
        : `Wording such as ${terms} could be mistaken for advertising or recruiting. If you mean neither, you need not change anything.`
    },
  },

  toStaff: englishForStaff,

  otherCategories: {
    toInviter: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? `Wording such as ${terms} is not allowed here. Please write your invitation differently.`
        : `Wording such as ${terms} could be misunderstood. Please check it; if it is fine, you need not change anything.`
    },
    toStaff: ({ evidence, certainty }, { anyOf }) => {
      const [category, terms] = [
        anyOf([evidence[0].category]),
        anyOf(evidence.map(({ term }) => term)),
      ]
      return certainty === 'sure'
        ? `The draft has content of the category ${category}: ${terms}.`
        : `The draft may have content of the category ${category}, but this is only suspected: ${terms}.`
    },
  },

  noDecision: {
    InvalidRequest: 'The request could not be read. Please reload the page.',
    InvitationIdReused:
      'An invitation has already been sent from this form. Please open the form again.',
    InvitationAccepted:
      'This invitation has already been accepted, so it can no longer be withdrawn.',
    InvitationGone: 'This invitation is no longer available.',
    ServiceUnavailable: unavailable,
  },

  toRecipient: {
    InvitationExpired: 'This invitation has expired.',
    InvitationAccepted:
      'You have already accepted this invitation, so you can no longer decline it.',
    RecipientBanned: 'You cannot join this group.',
    InvitationGone: 'This invitation is no longer available.',
    InvalidRequest: 'The request could not be read. Please reload the page.',
    ServiceUnavailable: unavailable,
  },

  answered: {
    joined: 'You are now in the group.',
    pending:
      'You have accepted the invitation. A moderator of the group will decide whether you can join.',
    accepted:
      'You have already accepted this invitation, but you are not in the group at the moment.',
    declined: 'You have declined the invitation. The member who invited you will not be told.',
    withdrawn: 'The invitation has been withdrawn.',
  },

  statuses: { Open: 'Open', Accepted: 'Accepted', Withdrawn: 'Withdrawn', Expired: 'Expired' },

  invalidValue: 'This is missing or not valid.',

  hints: {
    everybody: [
      'Begin with a personal salutation, such as “Dear Ms Mustermann,”.',
      'Refer clearly to something in the member’s profile.',
      'Address what the member is looking for and offers.',
      'Say why you are inviting this member into this group.',
    ],
    moderator: ['As a moderator, say what you expect of new members.'],
  },

  mail: {
    invitation: '{inviter} invites you to join the group “{group}”',
    someInvitation: 'An invitation to join a group',
    message: 'Personal message from {inviter}:',
    reference: {
      wants: 'The invitation refers to your profile: you are looking for “{entry}”.',
      haves: 'The invitation refers to your profile: you offer “{entry}”.',
      other: 'The invitation refers to this entry in your profile: “{entry}”.',
    },
    noName: '(no name)',
    seeGroup: 'View the group',
    seeInvitation: 'View the invitation',
    seeInviter: 'View the profile of {inviter}',
    report: 'Report this invitation',
    because:
      'You are receiving this message from {platform} because {inviter} has invited you to a group.',
    enough: 'Would you rather not receive group invitations any more?',
    switchOff: 'Switch off group invitations',
  },
}
