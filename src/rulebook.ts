import type { InvitationDenial } from './denials.js'
import type { InvitationFacts } from './facts.js'
import type { Draft, InvitationRequest } from './invitation.js'
import { charactersAreSafe } from './rules/characters-are-safe.js'
import { inviterIsInGroup } from './rules/inviter-is-in-group.js'
import { pairIsFree } from './rules/pair-is-free.js'
import { recipientAcceptsInvitations } from './rules/recipient-accepts-invitations.js'
import { recipientExists } from './rules/recipient-exists.js'
import { recipientIsDirectContact } from './rules/recipient-is-direct-contact.js'
import { recipientIsNotBanned } from './rules/recipient-is-not-banned.js'
import { recipientIsNotInviter } from './rules/recipient-is-not-inviter.js'
import { recipientIsNotMember } from './rules/recipient-is-not-member.js'
import { recipientIsNotPending } from './rules/recipient-is-not-pending.js'
import type { Rule } from './rules/rule.js'
import { subjectFits } from './rules/subject-fits.js'
import { textFits } from './rules/text-fits.js'
import { textIsPresent } from './rules/text-is-present.js'

/** For each denial the rule that raises it. */
type Rulebook = {
  readonly [Type in InvitationDenial['type']]: Rule<Extract<InvitationDenial, { type: Type }>>
}

/**
 * The rules, each under the denial that it raises, in the order in which denials are told.
 *
 * The inviter reads the list from the top, so it begins with what concerns only themselves and what they can
 * mend: whether they may invite at all, then what they have written, then how long they must wait. What
 * concerns the recipient comes last, so that it can be withheld without a gap. Every rule is evaluated, whatever
 * the others say.
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
} satisfies Rulebook

const rules: readonly Rule<InvitationDenial>[] = Object.values(rulebook)

/** What the rulebook has against the request: the denials of all its rules, in its order. */
export function denialsOf(
  request: InvitationRequest,
  facts: InvitationFacts,
  given: Draft,
): InvitationDenial[] {
  const denials: InvitationDenial[] = []
  for (const rule of rules) {
    const denial = rule(request, facts, given)
    if (denial !== undefined) denials.push(denial)
  }
  return denials
}
