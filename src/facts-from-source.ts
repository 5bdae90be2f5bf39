import type { FactsSource } from './facts.js'
import type { Gathering } from './gathered.js'
import type { InvitationRequest } from './invitation.js'
import { askAll, type OutsideCall } from './outside-call.js'
import { readFacts } from './read-facts.js'

/** Gets the facts about a request from a service's own source, by one call, beside the own rules' loads. */
export function factsFromSource(
  source: FactsSource,
  request: InvitationRequest,
  now: Date,
  loads: readonly OutsideCall<unknown>[],
): Gathering {
  const loadFacts = {
    repository: 'facts',
    operation: 'loadFacts',
    // A copy, so that what is decided on cannot be changed behind the rules' back.
    ask: () => source.loadFacts(copyOf(request), now),
    read: readFacts,
  }
  return askAll([loadFacts, ...loads], ([facts, ...loaded]) => ({ facts, loaded }))
}

function copyOf(request: InvitationRequest): InvitationRequest {
  const { reference } = request
  return { ...request, ...(reference && { reference: { ...reference } }) }
}
