import { err, ok, type Result } from 'neverthrow'
import { candidateDenials } from '../decision/rulebook.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import { checkGroupsToChoose, checkIds, checkProfilesToChoose } from '../ports/check-answers.js'
import { stoppedBy } from '../ports/stopped-by.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { invalid } from '../validation/invalid.js'
import { anIdentifier, anObject, issueOf, take, takeList } from '../validation/parse-fields.js'
import type { Candidates } from './candidates.js'
import type { ContactChoice, ContactsRequest, GroupChoice, GroupsRequest } from './choice.js'
import { customDenials } from './custom-denials.js'
import { type Answers, factsAbout, findAnswers } from './find-answers.js'
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
  if (groupIds.length === 0) return ok([])
  const recipientIds = [recipientId]
  const answers = await find(setup, { inviterId, recipientIds, groupIds, route: 'profile' }, true)
  const isStopped = stoppedBy(answers.optOuts.get(recipientId))
  const choices: GroupChoice<Denial>[] = []
  for (const groupId of groupIds) {
    const candidate = { inviterId, recipientId, groupId, route: 'profile' } as const
    const facts = factsAbout(candidate, answers, isStopped)
    const denials = judge(setup, candidate, facts, answers)
    choices.push({ groupId, group: facts.group, denials })
  }
  return ok(choices)
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
  if (recipientIds.length === 0) return ok([])
  const candidates: Candidates = { inviterId, recipientIds, groupIds: [groupId], route: 'group' }
  const answers = await find(setup, candidates, contactIds !== undefined)
  const choices: ContactChoice<Denial>[] = []
  for (const recipientId of recipientIds) {
    const candidate = { inviterId, recipientId, groupId, route: 'group' } as const
    const facts = factsAbout(candidate, answers)
    const denials = judge(setup, candidate, facts, answers)
    choices.push({ contactId: recipientId, profile: facts.recipientProfile, denials })
  }
  return ok(choices)
}

/** The answers that a choice needs. `contacts`: whether contacts must be asked for. */
function find(setup: PolicySetup, candidates: Candidates, contacts: boolean): Promise<Answers> {
  return findAnswers(setup, candidates, now(setup), {
    contacts,
    pace: setup.pace !== undefined,
    claims: true,
    fingerprints: false,
    checkProfiles: checkProfilesToChoose,
    checkGroups: checkGroupsToChoose,
  })
}

/** All that speaks against a candidate before anything is written. */
function judge(
  { pace, rules }: PolicySetup,
  candidate: InvitationCandidate,
  facts: CandidateFacts,
  { loaded }: Answers,
): readonly Denial[] {
  const denials = candidateDenials(candidate, facts, pace)
  const custom = customDenials(rules, candidate, loaded, facts)
  // Stryker disable next-line ConditionalExpression: only saves the copy
  return custom.length === 0 ? denials : [...denials, ...custom]
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
