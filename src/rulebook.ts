import type { ContentFinding, InvitationDenial } from './denials.js'
import {
  type ContentEnforcement,
  isAdvisory,
  isContentFinding,
  isContentType,
} from './enforcement.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationRequest } from './invitation.js'
import type { DraftReading } from './reading.js'
import { charactersAreSafe } from './rules/characters-are-safe.js'
import { contentIsPermitted } from './rules/content-is-permitted.js'
import { draftHasNoLink } from './rules/draft-has-no-link.js'
import { inviterIsInGroup } from './rules/inviter-is-in-group.js'
import { messageIsIndividual } from './rules/message-is-individual.js'
import { pairIsFree } from './rules/pair-is-free.js'
import { placeholdersAreFilled } from './rules/placeholders-are-filled.js'
import { profileIsMentioned } from './rules/profile-is-mentioned.js'
import { recipientAcceptsInvitations } from './rules/recipient-accepts-invitations.js'
import { recipientExists } from './rules/recipient-exists.js'
import { recipientIsDirectContact } from './rules/recipient-is-direct-contact.js'
import { recipientIsNotBanned } from './rules/recipient-is-not-banned.js'
import { recipientIsNotInviter } from './rules/recipient-is-not-inviter.js'
import { recipientIsNotMember } from './rules/recipient-is-not-member.js'
import { recipientIsNotPending } from './rules/recipient-is-not-pending.js'
import type { Rule } from './rules/rule.js'
import { salutationIsPersonal } from './rules/salutation-is-personal.js'
import { subjectFits } from './rules/subject-fits.js'
import { textFits } from './rules/text-fits.js'
import { textIsPresent } from './rules/text-is-present.js'
import { wantsAndHavesAreAddressed } from './rules/wants-and-haves-are-addressed.js'

/** For each denial the rule that raises it. */
type Rulebook = {
  readonly [Type in InvitationDenial['type']]: Rule<Extract<InvitationDenial, { type: Type }>>
}

/**
 * The rules, each under the denial that it raises, in the order in which denials are told.
 *
 * The inviter reads the list from the top, so it begins with what concerns only themselves and what they can
 * mend: whether they may invite at all, then the form of what they have written, then how long they must wait. What
 * concerns the recipient comes behind, so that it can be withheld without a gap, and with it whatever the content
 * rules give away of the recipient's profile. Every rule is evaluated, whatever the others say.
 */
export const rulebook = {
  // Who may invite: nothing that follows matters to somebody who may not.
  SelfInvitation: recipientIsNotInviter,
  InviterNotInGroup: inviterIsInGroup,
  NotADirectContact: recipientIsDirectContact,

  // Form: mended at once, by the inviter alone.
  SubjectTooLong: subjectFits,
  TextEmpty: textIsPresent,
  TextTooLong: textFits,
  UnsafeCharacter: charactersAreSafe,

  // The window: the inviter's own doing, mended by waiting.
  RateLimited6Months: pairIsFree,

  // The recipient: first whether there is one, then their wish, then their standing in the group.
  RecipientNotFound: recipientExists,
  RecipientOptedOut: recipientAcceptsInvitations,
  AlreadyMember: recipientIsNotMember,
  MembershipPending: recipientIsNotPending,
  RecipientBanned: recipientIsNotBanned,

  // Content: personal, related to the profile, nothing in bulk, nothing forbidden.
  UnfilledPlaceholder: placeholdersAreFilled,
  SalutationMissing: salutationIsPersonal,
  ProfileReferenceMissing: profileIsMentioned,
  WantsAndHavesNotAddressed: wantsAndHavesAreAddressed,
  LinkInText: draftHasNoLink,
  MassMessage: messageIsIndividual,
  ProhibitedContent: contentIsPermitted,
} satisfies Rulebook

const rules: readonly (readonly [type: string, rule: Rule<InvitationDenial>])[] =
  Object.entries(rulebook)

/** What the rulebook has to say on a request, in its order. */
export interface Opinion {
  readonly denials: readonly InvitationDenial[]
  readonly advisories: readonly ContentFinding[]
}

/** Asks all rules, content rules as far as they are enforced. */
export function opinionOn(
  request: InvitationRequest,
  facts: InvitationFacts,
  reading: DraftReading,
  enforcement: ContentEnforcement,
): Opinion {
  const denials: InvitationDenial[] = []
  const advisories: ContentFinding[] = []
  for (const [type, rule] of rules) {
    if (isContentType(type) && enforcement[type] === 'off') continue
    const denial = rule(request, facts, reading)
    if (denial === undefined) continue
    if (isContentFinding(denial) && isAdvisory(denial, enforcement)) advisories.push(denial)
    else denials.push(denial)
  }
  return { denials, advisories }
}
