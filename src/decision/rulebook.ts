import type { CandidateDenial, ContentFinding, FormDenial, InvitationDenial } from './denials.js'
import { type ContentEnforcement, isAdvisory } from './enforcement.js'
import type { CandidateFacts, InvitationFacts } from '../rules/facts.js'
import { formRules } from './form-rules.js'
import type { InvitationCandidate, InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import { contentIsPermitted } from '../rules/content-is-permitted.js'
import { draftHasNoLink } from '../rules/draft-has-no-link.js'
import { inviterIsInGroup } from '../rules/inviter-is-in-group.js'
import { messageIsIndividual } from '../rules/message-is-individual.js'
import { pairIsFree } from '../rules/pair-is-free.js'
import { placeholdersAreFilled } from '../rules/placeholders-are-filled.js'
import { profileIsMentioned } from '../rules/profile-is-mentioned.js'
import { recipientAcceptsInvitations } from '../rules/recipient-accepts-invitations.js'
import { recipientExists } from '../rules/recipient-exists.js'
import { recipientIsDirectContact } from '../rules/recipient-is-direct-contact.js'
import { recipientIsNotBanned } from '../rules/recipient-is-not-banned.js'
import { recipientIsNotInviter } from '../rules/recipient-is-not-inviter.js'
import { recipientIsNotMember } from '../rules/recipient-is-not-member.js'
import { recipientIsNotPending } from '../rules/recipient-is-not-pending.js'
import type { CandidateRule, Rule } from '../rules/rule.js'
import { salutationIsPersonal } from '../rules/salutation-is-personal.js'
import { wantsAndHavesAreAddressed } from '../rules/wants-and-haves-are-addressed.js'

/** For each denial the rule that raises it. */
type RulesFor<Denials extends InvitationDenial> = {
  readonly [Type in Denials['type']]: Rule<Extract<Denials, { type: Type }>>
}

/** The same for rules that judge the people alone. */
type CandidateRulesFor<Denials extends CandidateDenial> = {
  readonly [Type in Denials['type']]: CandidateRule<Extract<Denials, { type: Type }>>
}

/** Who may invite: nothing else matters to someone who may not. */
const inviterRules = {
  SelfInvitation: recipientIsNotInviter,
  InviterNotInGroup: inviterIsInGroup,
  NotADirectContact: recipientIsDirectContact,
}

/** The recipient: first the cooldown, which is the inviter's own; then what is the recipient's. */
const recipientRules = {
  RateLimited6Months: pairIsFree,
  RecipientNotFound: recipientExists,
  RecipientOptedOut: recipientAcceptsInvitations,
  AlreadyMember: recipientIsNotMember,
  MembershipPending: recipientIsNotPending,
  RecipientBanned: recipientIsNotBanned,
}

/** The content: personal, related to the profile, not in bulk, not prohibited. */
const contentRules = {
  UnfilledPlaceholder: placeholdersAreFilled,
  SalutationMissing: salutationIsPersonal,
  ProfileReferenceMissing: profileIsMentioned,
  WantsAndHavesNotAddressed: wantsAndHavesAreAddressed,
  LinkInText: draftHasNoLink,
  MassMessage: messageIsIndividual,
  ProhibitedContent: contentIsPermitted,
} satisfies RulesFor<ContentFinding>

/**
 * The rules, each under the denial that it raises, in the order of the denials.
 *
 * The inviter reads the denials from the top. So the order begins with what concerns only the inviter and what they can
 * mend: whether they may invite at all, the form of the draft, the cooldown. What concerns the recipient follows, so
 * that it can be left out without a gap; then the content, which may say something about the recipient's profile. Every
 * rule is applied, whatever the others say.
 */
export const rulebook = {
  ...inviterRules,
  ...formRules,
  ...recipientRules,
  ...contentRules,
} satisfies RulesFor<InvitationDenial>

/**
 * The types of all denials of the rulebook, in its order.
 *
 * @since 0.1.0
 */
export const DENIAL_TYPES: readonly InvitationDenial['type'][] = Object.freeze(
  // `Object.keys` forgets that these are the keys.
  Object.keys(rulebook) as InvitationDenial['type'][],
)

const candidateRules: readonly CandidateRule<CandidateDenial>[] = Object.values({
  ...inviterRules,
  ...recipientRules,
} satisfies CandidateRulesFor<CandidateDenial>)

/** The rules that no setting changes. */
const firmRules: readonly Rule<CandidateDenial | FormDenial>[] = Object.values({
  ...inviterRules,
  ...formRules,
  ...recipientRules,
})

// `Object.keys` forgets that these are the keys.
const contentTypes = Object.keys(contentRules) as (keyof typeof contentRules)[]

/** What the rules return about a request, in the rulebook's order. */
export interface RuleResults {
  readonly denials: InvitationDenial[]
  readonly advisories: ContentFinding[]
}

/** Applies all rules, content rules as far as they are enforced. */
export function applyRules(
  request: InvitationRequest,
  facts: InvitationFacts,
  analysis: DraftAnalysis,
  enforcement: ContentEnforcement,
): RuleResults {
  const denials: InvitationDenial[] = []
  const advisories: ContentFinding[] = []
  for (const rule of firmRules) {
    const denial = rule(request, facts, analysis)
    if (denial !== undefined) denials.push(denial)
  }
  for (const type of contentTypes) {
    if (enforcement[type] === 'off') continue
    const finding = contentRules[type](request, facts, analysis)
    if (finding === undefined) continue
    if (isAdvisory(finding, enforcement)) advisories.push(finding)
    else denials.push(finding)
  }
  return { denials, advisories }
}

/** Applies the rules that judge the people alone. */
export function candidateDenials(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): CandidateDenial[] {
  const denials: CandidateDenial[] = []
  for (const rule of candidateRules) {
    const denial = rule(candidate, facts)
    if (denial !== undefined) denials.push(denial)
  }
  return denials
}
