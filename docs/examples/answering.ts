import type { EvaluationError, InvitationDenial, LengthUnit } from 'group-invitations'

const units: Record<LengthUnit, string> = {
  characters: 'characters',
  bytes: 'bytes',
  codePointsPerCharacter: 'code points in one character',
}

/** An instant as people write it, in UTC. */
export function inWords(date: Date): string {
  const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const
  return `${date.toLocaleString('en-GB', options)} UTC`
}

/**
 * What the inviter is told of each denial: the switch does not compile when one is missing.
 *
 * Why a recipient cannot be invited is theirs to know, and so all such reasons have the same sentence.
 */
export function sentenceFor(denial: InvitationDenial): string {
  switch (denial.type) {
    case 'SelfInvitation':
      return 'You cannot invite yourself.'
    case 'InviterNotInGroup':
      return 'You can only invite into groups in which you are a member or moderator.'
    case 'NotADirectContact':
      return 'From a group you can only invite your direct contacts.'
    case 'SubjectTooLong':
      return `The subject has ${denial.length} of at most ${denial.limit} ${units[denial.unit]}.`
    case 'TextEmpty':
      return 'Write why you invite: an invitation without a text is none.'
    case 'TextTooLong':
      return `The text has ${denial.length} of at most ${denial.limit} ${units[denial.unit]}.`
    case 'UnsafeCharacter':
      return `The ${denial.field} has a character that is not allowed, at position ${denial.index + 1}.`
    case 'RateLimited6Months':
      return `You have invited this member before. Again from ${inWords(denial.repeatableAt)}.`
    case 'AlreadyMember':
      return 'This member is in the group already.'
    case 'RecipientNotFound':
    case 'RecipientOptedOut':
    case 'MembershipPending':
    case 'RecipientBanned':
      return 'This member cannot be invited.'
  }
}

/** The lines that answer a call that was not approved. */
export function linesFor(error: EvaluationError): string[] {
  switch (error.type) {
    case 'InvitationDenied':
      return [...new Set(error.denials.map(sentenceFor))]
    case 'InvalidRequest':
      return error.issues.map(({ message }) => `${message}.`)
    case 'RepositoryFailed':
      return ['Something has failed on our side. Please try again.']
  }
}
