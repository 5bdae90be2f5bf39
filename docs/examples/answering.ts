import type { EvaluationError, InvitationDenial } from 'group-invitations'

/** One sentence for each denial: the switch does not compile when one is missing. */
export function sentenceFor(denial: InvitationDenial): string {
  switch (denial.type) {
    case 'SelfInvitation':
      return 'You cannot invite yourself.'
    case 'InviterNotInGroup':
      return 'You can only invite into groups in which you are a member or moderator.'
    case 'NotADirectContact':
      return 'From a group you can only invite your direct contacts.'
    case 'SubjectTooLong':
      return `The subject has ${denial.length} of at most ${denial.limit} ${denial.unit}.`
    case 'TextEmpty':
      return 'Write why you invite: an invitation without a text is none.'
    case 'TextTooLong':
      return `The text has ${denial.length} of at most ${denial.limit} ${denial.unit}.`
    case 'UnsafeCharacter':
      return `The ${denial.field} has a character that is not allowed, at position ${denial.index}.`
    case 'RateLimited6Months':
      return `You have invited this member before. Again from ${denial.repeatableAt.toUTCString()}.`
    case 'RecipientNotFound':
      return 'There is no such member.'
    case 'RecipientOptedOut':
      return 'This member does not want group invitations.'
    case 'AlreadyMember':
      return 'This member is in the group already.'
    case 'MembershipPending':
      return 'This member has asked to join and waits for an answer.'
    case 'RecipientBanned':
      return 'This member is banned from the group.'
  }
}

/** The lines that answer a call that was not approved. */
export function linesFor(error: EvaluationError): string[] {
  switch (error.type) {
    case 'InvitationDenied':
      return error.denials.map(sentenceFor)
    case 'InvalidRequest':
      return error.issues.map(({ message }) => `${message}.`)
    case 'RepositoryFailed':
      return ['Something has failed on our side. Please try again.']
  }
}
