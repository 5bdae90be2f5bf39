import type { Result } from 'neverthrow'
import type { InvalidRequest } from './errors.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationRequest } from './invitation.js'
import { parseRequest } from './parse-request.js'
import { readFacts } from './read-facts.js'
import { denialsOf } from './rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from './verdict.js'

/**
 * Decides on an invitation from facts at hand: the pure core, synchronous and without any I/O.
 *
 * Decides exactly what `InvitationPolicy.evaluate` decides on the same request and facts, a service's own rules
 * aside.
 *
 * @throws TypeError if the facts are incomplete or of a wrong type: that is a defect of the program, and no verdict.
 */
export function decide(
  request: InvitationRequest,
  facts: InvitationFacts,
): Result<InvitationApproval, InvalidRequest | InvitationDenied> {
  const known = readFacts(facts)
  return parseRequest(request).andThen(({ request: wellFormed, given }) =>
    verdictOf(wellFormed, known, denialsOf(wellFormed, known, given)),
  )
}
