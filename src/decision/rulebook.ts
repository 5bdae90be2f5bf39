import type { InvitationCandidate, InvitationRequest } from '../model/invitation.js'
import type { Pace } from '../model/pace.js'
import { contentIsPermitted } from '../rules/content-is-permitted.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import { draftHasNoLink } from '../rules/draft-has-no-link.js'
import type { CandidateFacts, InvitationFacts } from '../rules/facts.js'
import { groupExists } from '../rules/group-exists.js'
import { inviterExists } from '../rules/inviter-exists.js'
import { inviterIsInGroup } from '../rules/inviter-is-in-group.js'
import { messageIsIndividual } from '../rules/message-is-individual.js'
import { paceIsKept } from '../rules/pace-is-kept.js'
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
import type { Rule } from '../rules/rule.js'
import { salutationIsPersonal } from '../rules/salutation-is-personal.js'
import { wantsAndHavesAreAddressed } from '../rules/wants-and-haves-are-addressed.js'
import type {
  CandidateDenial,
  ContentFinding,
  InvitationDenial,
  StandingDenial,
} from './denials.js'
import { areAllOff, type ContentEnforcement, isAdvisory } from './enforcement.js'
import { judgeForm } from './form-rules.js'
import type { RuleResults } from './verdict.js'

// The rules, in the order of their denials. Every rule is applied, whatever the others say.
//
// The inviter reads the denials from the top. So the order begins with what concerns only the inviter and what they can
// mend: (1) whether they may invite at all, (2) their pace, (3) the form of the draft, (4) the cooldown. What concerns
// (5) the recipient follows, so that it can be left out without a gap; then (6) the content, which may say something
// about the recipient's profile.

/** 1. Who may invite: nothing else matters to someone who may not. */
function judgeInviter(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
  denials: Denials<StandingDenial>,
) {
  add(recipientIsNotInviter(candidate), denials)
  add(inviterExists(candidate, facts), denials)
  add(groupExists(candidate, facts), denials)
  add(inviterIsInGroup(candidate, facts), denials)
  add(recipientIsDirectContact(candidate, facts), denials)
}

// 2. The pace of the inviter, if the service sets one: `paceIsKept`.

// 3. The form of the draft: `judgeForm` in form-rules.ts.

// 4. The cooldown, which is still the inviter's own: `pairIsFree`.

/** 5. The recipient. */
function judgeRecipient(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
  denials: Denials<StandingDenial>,
) {
  add(recipientExists(candidate, facts), denials)
  add(recipientAcceptsInvitations(candidate, facts), denials)
  add(recipientIsNotMember(candidate, facts), denials)
  add(recipientIsNotPending(candidate, facts), denials)
  add(recipientIsNotBanned(candidate, facts), denials)
}

/** 6. The content, as far as it is enforced: personal, related to the profile, not in bulk, not prohibited. */
const contentRules = {
  UnfilledPlaceholder: placeholdersAreFilled,
  SalutationMissing: salutationIsPersonal,
  ProfileReferenceMissing: profileIsMentioned,
  WantsAndHavesNotAddressed: wantsAndHavesAreAddressed,
  LinkInText: draftHasNoLink,
  MassMessage: messageIsIndividual,
  ProhibitedContent: contentIsPermitted,
} satisfies {
  readonly [Type in ContentFinding['type']]: Rule<Extract<ContentFinding, { type: Type }>>
}

// Their order is the order of the denials. `Object.keys` forgets that these are the keys.
const contentTypes = Object.keys(contentRules) as (keyof typeof contentRules)[]

/** Applies all rules to a request. */
export function applyRules(
  request: InvitationRequest,
  facts: InvitationFacts,
  analysis: DraftAnalysis,
  enforcement: ContentEnforcement,
  pace: Pace | undefined,
): RuleResults {
  const denials: InvitationDenial[] = []
  const advisories: ContentFinding[] = []
  judgeInviter(request, facts, denials)
  add(paceIsKept(request, facts, pace), denials)
  for (const denial of judgeForm(request, analysis)) add(denial, denials)
  add(pairIsFree(request, facts), denials)
  judgeRecipient(request, facts, denials)
  // Stryker disable next-line ConditionalExpression: only saves the loop
  if (areAllOff(enforcement)) return { denials, advisories }
  for (const type of contentTypes) {
    if (enforcement[type] === 'off') continue
    const finding = contentRules[type](request, facts, analysis)
    if (finding === undefined) continue
    if (isAdvisory(finding, enforcement)) advisories.push(finding)
    else denials.push(finding)
  }
  return { denials, advisories }
}

/** Applies the rules that judge a candidate, before there is a draft. */
export function candidateDenials(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
  pace: Pace | undefined,
): CandidateDenial[] {
  const denials: CandidateDenial[] = []
  judgeInviter(candidate, facts, denials)
  add(paceIsKept(candidate, facts, pace), denials)
  add(pairIsFree(candidate, facts), denials)
  judgeRecipient(candidate, facts, denials)
  return denials
}

/** Applies the same rules to an invitation that was sent, except the cooldown and the pace, which are its own. */
export function standingDenials(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): StandingDenial[] {
  const denials: StandingDenial[] = []
  judgeInviter(candidate, facts, denials)
  judgeRecipient(candidate, facts, denials)
  return denials
}

/** A list to which denials of these types may be added. */
interface Denials<in Denial> {
  push(denial: Denial): unknown
}

function add<Denial>(denial: Denial | undefined, denials: Denials<Denial>): void {
  if (denial !== undefined) denials.push(denial)
}
