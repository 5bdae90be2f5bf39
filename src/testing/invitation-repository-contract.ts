import type { InvitationRepository } from '../ports/invitation-repository.js'
import { atomicCases } from './atomic-cases.js'
import { claimCases } from './claim-cases.js'
import { commitCases } from './commit-cases.js'
import { casesOf, type ContractCase } from './contract.js'
import type { OpenFixture } from './fixture.js'
import { invitationCases } from './invitation-cases.js'
import { raceCases } from './race-cases.js'
import { fingerprintCases } from './fingerprint-cases.js'

/**
 * Returns the promises of an `InvitationRepository`, races included, as cases for any test runner.
 *
 * @since 0.1.0
 */
export function invitationRepositoryContract(
  open: OpenFixture<InvitationRepository>,
): readonly ContractCase[] {
  return casesOf(open, [
    ...claimCases,
    ...fingerprintCases,
    ...invitationCases,
    ...commitCases,
    ...atomicCases,
    ...raceCases,
  ])
}
