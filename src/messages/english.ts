import { codePointName } from '../text/code-points.js'
import { englishForStaff } from './english-for-staff.js'
import { tooLong } from './english-lengths.js'
import type { Language } from './language.js'

/** English. */
export const english: Language = {
  locale: 'en',
  direction: 'ltr',
  quotationMarks: ['“', '”'],

  toInviter: {
    SelfInvitation: () => 'You cannot invite yourself.',
    InviterNotInGroup: () =>
      'You can only invite people to groups of which you are a member or moderator.',
    NotADirectContact: () =>
      'From a group you can only invite your direct contacts. You can invite other members from their profiles.',
    SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
    TextEmpty: () => 'Write a few personal words: an invitation needs a text.',
    TextTooLong: (denial, formats) => tooLong('text', denial, formats),
    UnsafeCharacter: ({ field, index, codePoint }, { number }) =>
      `The ${field} has a character that is not allowed, at position ${number(index + 1)} (${codePointName(codePoint)}). Please remove it; if it is invisible, type that passage anew.`,
    RateLimited6Months: ({ repeatableAt }, { momentFrom }) => {
      const sentence =
        'You have already invited this member to this or another group within the last 6 months.'
      const end = momentFrom(repeatableAt)
      if (end === undefined) return sentence
      return `${sentence} Another invitation will be possible from ${end.day} at ${end.time}.`
    },
    RecipientUnavailable: () => 'This member cannot be invited to this group.',
    AlreadyMember: () => 'This member is in the group already.',
    UnfilledPlaceholder: ({ placeholder }, { anyOf }) =>
      `Something in your invitation still needs to be filled in: ${anyOf([placeholder])}.`,
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
    ProhibitedContent: ({ evidence }, { anyOf }) =>
      `Wording such as ${anyOf(evidence.map(({ term }) => term))} looks like multi-level marketing or spam, and neither is allowed. Please write your invitation differently.`,
  },

  toStaff: englishForStaff,

  noDecision: {
    InvalidRequest: 'The request could not be read. Please open the form again.',
    InvitationIdReused:
      'An invitation has already been sent from this form. Please open the form again.',
    ServiceUnavailable: 'Something went wrong on our side. Please try again in a moment.',
  },

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
    seeGroup: 'View the group',
    because:
      'You are receiving this message from {platform} because {inviter} has invited you to a group.',
    enough: 'Would you rather not receive group invitations any more?',
    switchOff: 'Switch off group invitations',
  },
}
