import { err, ok, type Result } from 'neverthrow'
import type { Candidates } from './candidates.js'
import type { ContactChoice, GroupChoice } from './choice.js'
import type { CandidateDenial } from '../decision/denials.js'
import type { InvalidRequest, DependencyFailed } from '../model/errors.js'
import type { FactCalls } from './fact-calls.js'
import type { CandidateFacts } from '../rules/facts.js'
import { findOut } from './find-facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { type ChoiceOf, judgeCandidates } from './judge-candidates.js'
import type { MemberId } from '../model/member.js'
import { askAll, askNow } from '../ports/asking.js'
import { parseContactsRequest, parseGroupsRequest } from './parse-choosing.js'
import type { PolicySetup } from './set-up.js'
import { readIds } from '../ports/check-answers.js'
import type { Denial } from '../rules/rule.js'

type Choices<Choice> = Promise<Result<readonly Choice[], InvalidRequest | DependencyFailed>>

/** One choice for each of the inviter's groups. Never rejects. */
export async function groupChoices<CustomDenial extends Denial>(
  setup: PolicySetup,
  value: unknown,
): Choices<GroupChoice<CustomDenial>> {
  const parsed = parseGroupsRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { inviterId, recipientId } = parsed.value
  const { memberships } = setup.ports
  const groups = await idsFrom('memberships', 'findGroupsOf', () =>
    memberships.findGroupsOf(inviterId),
  )
  if (groups.isErr()) return err(groups.error)
  const candidates: Candidates = {
    inviterId,
    recipientIds: [recipientId],
    groupIds: groups.value,
    route: 'profile',
  }
  return choicesAmong(setup, setup.calls.toChoose, candidates, groupChoiceOf<CustomDenial>)
}

/** One choice for each contact: those given, or all of the inviter's. Never rejects. */
export async function contactChoices<CustomDenial extends Denial>(
  setup: PolicySetup,
  value: unknown,
): Choices<ContactChoice<CustomDenial>> {
  const parsed = parseContactsRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { inviterId, groupId, contactIds } = parsed.value
  const { toChoose, toChooseContact } = setup.calls
  const toGroup = (recipientIds: readonly MemberId[], calls: FactCalls) => {
    const candidates: Candidates = { inviterId, recipientIds, groupIds: [groupId], route: 'group' }
    return choicesAmong(setup, calls, candidates, contactChoiceOf<CustomDenial>)
  }
  if (contactIds) return toGroup(contactIds, toChoose)
  const { contacts } = setup.ports
  const found = await idsFrom('contacts', 'findContactsOf', () =>
    contacts.findContactsOf(inviterId),
  )
  return found.isOk() ? toGroup(found.value, toChooseContact) : err(found.error)
}

function groupChoiceOf<CustomDenial extends Denial>(
  { groupId }: InvitationCandidate,
  _facts: CandidateFacts,
  denials: readonly (CandidateDenial | CustomDenial)[],
): GroupChoice<CustomDenial> {
  return { groupId, denials }
}

function contactChoiceOf<CustomDenial extends Denial>(
  { recipientId }: InvitationCandidate,
  { recipientProfile }: CandidateFacts,
  denials: readonly (CandidateDenial | CustomDenial)[],
): ContactChoice<CustomDenial> {
  return { contactId: recipientId, profile: recipientProfile, denials }
}

async function choicesAmong<Choice, CustomDenial extends Denial>(
  { rules, loads, clock }: PolicySetup,
  calls: FactCalls,
  candidates: Candidates,
  choiceOf: ChoiceOf<Choice, CustomDenial>,
): Choices<Choice> {
  if (candidates.groupIds.length === 0 || candidates.recipientIds.length === 0) return ok([])
  const now = askNow(clock)
  if (now.isErr()) return err(now.error)
  const question = { ...candidates, now: now.value }
  const judged = await findOut(question, calls, loads, (findings) =>
    judgeCandidates(candidates, findings, rules, choiceOf),
  )
  return judged.andThen((choices) => choices)
}

async function idsFrom(
  repository: string,
  operation: string,
  ask: () => unknown,
): Promise<Result<readonly string[], DependencyFailed>> {
  const answered = await askAll([{ repository, operation, ask, read: readIds }])
  return answered.map(([ids]) => ids)
}
