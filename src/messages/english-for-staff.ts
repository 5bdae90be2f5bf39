import type { Excess } from '../text/measure.js'
import type { Formats } from './formats.js'
import type { DenialWords, StaffDenial } from './language.js'

export const englishForStaff: DenialWords<StaffDenial> = {
  SelfInvitation: () => 'The inviter and the recipient are the same member.',
  InviterNotFound: () => 'The inviter has no profile any more.',
  GroupNotFound: ({ groupId }, { anyOf }) => `There is no group ${anyOf([groupId])} any more.`,
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    `The inviter is neither member nor moderator of the group ${anyOf([groupId])}.`,
  NotADirectContact: () =>
    'The invitation starts from the group, and the recipient is no direct contact of the inviter.',
  TooManyInvitations: ({ retryAt }, { momentFrom }) => {
    const sentence = 'The inviter has sent as many invitations as are allowed within a short time.'
    const start = momentFrom(retryAt)
    if (start === undefined) return sentence
    return `${sentence} The next one will be possible from ${start.day} (${start.time}).`
  },
  SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
  TextEmpty: () => 'The text is empty, or has nothing but invisible characters.',
  TextTooLong: (denial, formats) => tooLong('text', denial, formats),
  UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
    `The ${field} has a character that could deceive, at position ${number(index + 1)} (${character(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = `The inviter has invited the recipient within the last 6 months, by the invitation ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return `${sentence} of ${start.day} (${start.time}). Another one will be possible from ${end.day} (${end.time}).`
  },
  RecipientNotFound: () => 'There is no such member, or the inviter may not see them.',
  RecipientOptedOut: () =>
    'The recipient has switched off group invitations: all, those of this inviter, or those into this group.',
  AlreadyMember: () => 'The recipient is in the group already.',
  MembershipPending: ({ inviterMayAdmit }) =>
    inviterMayAdmit
      ? 'The recipient has asked to join the group, and the inviter can admit them.'
      : 'The recipient has asked to join the group, and waits for an answer.',
  RecipientBanned: () => 'The recipient is banned from the group.',
  UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
    certainty === 'sure'
      ? `Something in the draft was to be filled in: ${anyOf([placeholder])}.`
      : `Perhaps something in the draft was to be filled in: ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) =>
    `The text does not begin with a salutation by name: ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'The text mentions nothing of the recipient’s profile.',
  WantsAndHavesNotAddressed: () =>
    'The text addresses nothing that the recipient looks for or offers.',
  LinkInText: ({ link }, { anyOf }) => `The draft has a link: ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, { number, plural }) =>
    `The text is much like what ${number(similarCount)} ${plural(similarCount, { one: 'other member has', other: 'other members have' })} got from the inviter within the last 30 days (similarity up to ${number(similarity)}).`,
  ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
    const terms = anyOf(evidence.map(({ term }) => term))
    return certainty === 'sure'
      ? `The draft looks like multi-level marketing or spam: ${terms}.`
      : `The draft may look like multi-level marketing or spam, but this is only suspected: ${terms}.`
  },
  InvitationClosed: ({ status }) => `The invitation was ${status.toLowerCase()}.`,
  InvitationNotFound: ({ invitationId }, { anyOf }) =>
    `There is no invitation ${anyOf([invitationId])}, its text was erased, or it is not for the member who acted.`,
  InvitationWithdrawn: ({ invitationId }, { anyOf }) =>
    `The invitation ${anyOf([invitationId])} was withdrawn.`,
  InvitationAccepted: ({ invitationId }, { anyOf }) =>
    `The invitation ${anyOf([invitationId])} was accepted already.`,
  InvitationExpired: ({ repeatableAt }, { moment }) => {
    const end = moment(repeatableAt)
    return end === undefined
      ? 'The invitation has expired.'
      : `The invitation expired on ${end.day} (${end.time}).`
  },
}

export function tooLong(
  field: 'subject' | 'text',
  { length, limit, unit }: Excess,
  { number }: Formats,
): string {
  const tooMuch = `${number(length)} of at most ${number(limit)}`
  switch (unit) {
    case 'characters':
      return `The ${field} is too long: it has ${tooMuch} characters.`
    case 'bytes':
      return `The ${field} takes up too much space: ${tooMuch} bytes. Shorten it, or use fewer emojis.`
    case 'codePointsPerCharacter':
      return `The ${field} has a character that is combined from too many signs. A simpler one will work.`
  }
}
