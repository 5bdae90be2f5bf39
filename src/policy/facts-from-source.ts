import type { Result } from 'neverthrow'
import type { Question } from './candidates.js'
import type { DependencyFailed } from '../model/errors.js'
import type { FactsSource } from '../rules/facts.js'
import type { Gathered } from './gathered.js'
import type { InvitationRequest } from '../model/invitation.js'
import { askAllAbout, type OutsideCall } from '../ports/asking.js'
import { readFacts } from '../decision/check-facts.js'

/** Gets the facts about a request from a service's own source, by one call, beside the own rules' loads. */
export function factsFromSource(
  source: FactsSource,
  request: InvitationRequest,
  question: Question,
  loads: readonly OutsideCall<unknown, Question>[],
): Promise<Result<Gathered, DependencyFailed>> {
  const loadFacts = {
    repository: 'facts',
    operation: 'loadFacts',
    // A copy, so that what is decided on cannot be changed behind the rules' back.
    ask: () => source.loadFacts(copyOf(request), question.now),
    read: readFacts,
  }
  return askAllAbout(question, [loadFacts, ...loads], ([facts, ...loaded]) => ({ facts, loaded }))
}

function copyOf(request: InvitationRequest): InvitationRequest {
  const { reference } = request
  return { ...request, ...(reference && { reference: { ...reference } }) }
}
