import type { InvitationRepository } from '../ports/invitation-repository.js'
import { atomicCases } from './atomic-cases.js'
import { claimCases } from './claim-cases.js'
import { commitCases } from './commit-cases.js'
import { casesOf, type ContractCase, type OpenFixture } from './contract.js'
import { foundCases } from './found-cases.js'
import { raceCases } from './race-cases.js'
import { fingerprintCases } from './fingerprint-cases.js'

/**
 * What an `InvitationRepository` promises, its races included, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function invitationRepositoryContract(
  open: OpenFixture<InvitationRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    ...claimCases,
    ...fingerprintCases,
    ...foundCases,
    ...commitCases,
    ...atomicCases,
    ...raceCases,
  ])
}
