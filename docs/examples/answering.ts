import {
  type EvaluationError,
  type InvitationDenial,
  isContentFinding,
  type LengthUnit,
} from 'group-invitations'

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

function othersIn(count: number): string {
  return count === 1 ? 'one other member' : `${count} other members`
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
      return 'Write why you are inviting: an invitation needs a text.'
    case 'TextTooLong':
      return `The text has ${denial.length} of at most ${denial.limit} ${units[denial.unit]}.`
    case 'UnsafeCharacter':
      return `The ${denial.field} has a character that is not allowed, at position ${denial.index + 1}.`
    case 'RateLimited6Months':
      return `You have invited this member before. You can do so again from ${inWords(denial.repeatableAt)}.`
    case 'AlreadyMember':
      return 'This member is in the group already.'
    case 'RecipientNotFound':
    case 'RecipientOptedOut':
    case 'MembershipPending':
    case 'RecipientBanned':
      return 'This member cannot be invited.'
    case 'UnfilledPlaceholder':
      return `Something is still to be filled in: “${denial.placeholder}”.`
    case 'SalutationMissing':
      return `Begin with a salutation by name, with “${denial.names[0]}” in it.`
    case 'ProfileReferenceMissing':
      return `Say what in the member’s profile made you write, such as “${denial.entries[0]?.entry}”.`
    case 'WantsAndHavesNotAddressed':
      return 'Mention what the member looks for or offers.'
    case 'LinkInText':
      return `It is better to leave the link out: ${denial.link}`
    case 'MassMessage':
      return `The text is much like one that you have sent to ${othersIn(denial.similarCount)}.`
    case 'ProhibitedContent':
      return `This looks like advertising or recruiting: ${denial.evidence.map(({ term }) => `“${term}”`).join(', ')}.`
  }
}

/**
 * The denials that the inviter may know. To somebody outside the group nothing is told of its members; and where the
 * recipient cannot be invited, what content rules say of a profile would tell that there is one.
 */
function tellable(denials: readonly InvitationDenial[]): readonly InvitationDenial[] {
  const outside = denials.filter(({ type }) => type === 'InviterNotInGroup')
  if (outside.length > 0) return outside
  const isUnavailable = denials.some(({ type }) => unavailable.has(type))
  return isUnavailable ? denials.filter((denial) => !isContentFinding(denial)) : denials
}

const unavailable = new Set<InvitationDenial['type']>([
  'RecipientNotFound',
  'RecipientOptedOut',
  'MembershipPending',
  'RecipientBanned',
])

/** The lines that say what stands in the way, as far as the inviter may know. */
export function linesForDenials(denials: readonly InvitationDenial[]): string[] {
  return [...new Set(tellable(denials).map(sentenceFor))]
}

/** The lines that answer a call that was not approved. */
export function linesFor(error: EvaluationError): string[] {
  switch (error.type) {
    case 'InvitationDenied':
      return linesForDenials(error.denials)
    case 'InvalidRequest':
      return error.issues.map(({ message }) => `${message}.`)
    case 'RepositoryFailed':
      return ['Something has failed on our side. Please try again.']
  }
}
