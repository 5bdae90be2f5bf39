import type { InvitationDenial } from '../decision/denials.js'
import { codePointName } from '../text/code-points.js'
import { tooLong } from './english-lengths.js'
import type { DenialWords } from './language.js'

/** What English says to the network's staff. */
export const englishForStaff: DenialWords<InvitationDenial> = {
  SelfInvitation: () => 'The inviter and the recipient are the same member.',
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    `The inviter is neither member nor moderator of the group ${anyOf([groupId])}.`,
  NotADirectContact: () =>
    'The invitation starts from the group, and the recipient is no direct contact of the inviter.',
  SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
  TextEmpty: () => 'The text is empty, or has nothing but invisible characters.',
  TextTooLong: (denial, formats) => tooLong('text', denial, formats),
  UnsafeCharacter: ({ field, index, codePoint }, { number }) =>
    `The ${field} has a character that could deceive, at position ${number(index + 1)} (${codePointName(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = `The inviter has invited the recipient within the last 6 months, by the invitation ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return `${sentence} of ${start.day} (${start.time}). Another one will be possible from ${end.day} (${end.time}).`
  },
  RecipientNotFound: () => 'There is no such member, or the inviter may not see them.',
  RecipientOptedOut: () => 'The recipient has switched group invitations off.',
  AlreadyMember: () => 'The recipient is in the group already.',
  MembershipPending: () => 'The recipient has asked to join the group, and waits for an answer.',
  RecipientBanned: () => 'The recipient is banned from the group.',
  UnfilledPlaceholder: ({ placeholder }, { anyOf }) =>
    `Something in the draft was to be filled in: ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) =>
    `The text does not begin with a salutation by name: ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'The text mentions nothing of the recipient’s profile.',
  WantsAndHavesNotAddressed: () =>
    'The text addresses nothing that the recipient looks for or offers.',
  LinkInText: ({ link }, { anyOf }) => `The draft has a link: ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, { number, plural }) =>
    `The text is much like what ${number(similarCount)} ${plural(similarCount, { one: 'other member has', other: 'other members have' })} got from the inviter within the last 30 days (similarity up to ${number(similarity)}).`,
  ProhibitedContent: ({ evidence }, { anyOf }) =>
    `The draft looks like multi-level marketing or spam: ${anyOf(evidence.map(({ term }) => term))}.`,
}
