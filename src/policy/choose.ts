import { err, ok, type Result } from 'neverthrow'
import { candidateDenials } from '../decision/rulebook.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import { checkGroupsToChoose, checkIds, checkProfilesToChoose } from '../ports/check-answers.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { invalid } from '../validation/invalid.js'
import { anIdentifier, anObject, issueOf, take, takeList } from '../validation/parse-fields.js'
import type { Candidates } from './candidates.js'
import type { ContactChoice, ContactsRequest, GroupChoice, GroupsRequest } from './choice.js'
import { customDenials } from './custom-denials.js'
import { factsAbout, findAnswers } from './find-answers.js'
import { now, type PolicySetup } from './set-up.js'

type Choices<Choice> = Promise<Result<readonly Choice[], InvalidRequest>>

/** One choice for each of the inviter's groups. Rejects with the first outage. */
export async function chooseGroup(
  setup: PolicySetup,
  value: unknown,
): Choices<GroupChoice<Denial>> {
  const parsed = parseGroupsRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { inviterId, recipientId } = parsed.value
  const { memberships } = setup.repositories
  const findGroupsOf = () => memberships.findGroupsOf(inviterId)
  const groupIds = await ask('memberships', 'findGroupsOf', findGroupsOf, checkIds)
  const candidates: Candidates = {
    inviterId,
    recipientIds: [recipientId],
    groupIds,
    route: 'profile',
  }
  const judged = await judgeAll(setup, candidates, false)
  return ok(
    judged.map(({ candidate, facts, denials }) => ({
      groupId: candidate.groupId,
      group: facts.group,
      denials,
    })),
  )
}

/** One choice for each contact: those given, or all of the inviter's. Rejects with the first outage. */
export async function chooseContact(
  setup: PolicySetup,
  value: unknown,
): Choices<ContactChoice<Denial>> {
  const parsed = parseContactsRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { inviterId, groupId, contactIds } = parsed.value
  const { contacts } = setup.repositories
  const findContactsOf = () => contacts.findContactsOf(inviterId)
  const recipientIds =
    contactIds ?? (await ask('contacts', 'findContactsOf', findContactsOf, checkIds))
  const candidates: Candidates = { inviterId, recipientIds, groupIds: [groupId], route: 'group' }
  const judged = await judgeAll(setup, candidates, contactIds === undefined)
  return ok(
    judged.map(({ candidate, facts, denials }) => ({
      contactId: candidate.recipientId,
      profile: facts.recipientProfile,
      denials,
    })),
  )
}

/** A candidate, and all that speaks against it before anything is written. */
interface JudgedCandidate {
  readonly candidate: InvitationCandidate
  readonly facts: CandidateFacts
  readonly denials: readonly Denial[]
}

async function judgeAll(
  setup: PolicySetup,
  candidates: Candidates,
  areContacts: boolean,
): Promise<readonly JudgedCandidate[]> {
  const { inviterId, recipientIds, groupIds, route } = candidates
  if (recipientIds.length === 0 || groupIds.length === 0) return []
  const decidedAt = now(setup)
  const { rules, pace } = setup
  const answers = await findAnswers(setup, candidates, decidedAt, {
    contacts: !areContacts,
    pace: pace !== undefined,
    claims: true,
    fingerprints: false,
    checkProfiles: checkProfilesToChoose,
    checkGroups: checkGroupsToChoose,
  })
  const judged: JudgedCandidate[] = []
  for (const groupId of groupIds) {
    for (const recipientId of recipientIds) {
      const candidate = { inviterId, recipientId, groupId, route }
      const facts = factsAbout(candidate, answers)
      const denials: Denial[] = candidateDenials(candidate, facts, pace)
      denials.push(...customDenials(rules, candidate, answers.loaded, facts))
      judged.push({ candidate, facts, denials })
    }
  }
  return judged
}

function parseGroupsRequest(value: unknown): Result<GroupsRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const recipientId = take(value, 'recipientId', anIdentifier, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ inviterId, recipientId })
}

/** Each contact once. */
function parseContactsRequest(value: unknown): Result<ContactsRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const groupId = take(value, 'groupId', anIdentifier, issues)
  const contactIds = takeList(value, 'contactIds', anIdentifier, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ inviterId, groupId, contactIds: contactIds && [...new Set(contactIds)] })
}
