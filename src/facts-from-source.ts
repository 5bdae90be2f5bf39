import type { Result } from 'neverthrow'
import { isFacts } from './answers.js'
import type { RepositoryFailed } from './errors.js'
import type { FactsSource, InvitationFacts } from './facts.js'
import type { InvitationRequest } from './invitation.js'
import { answersTo, attempt, type OutsideCall } from './outside-call.js'

const loadFacts: OutsideCall<undefined> = {
  repository: 'facts',
  operation: 'loadFacts',
  promised: 'complete InvitationFacts',
  keeps: isFacts,
}

/** Gets the facts about a request from a service's own source, by one call. Never rejects. */
export function factsFromSource(
  source: FactsSource,
  request: InvitationRequest,
  now: Date,
): Promise<Result<InvitationFacts, RepositoryFailed>> {
  const pending = attempt(() => source.loadFacts(request, now))
  return answersTo([loadFacts], undefined, [pending], ([facts]) => facts)
}
