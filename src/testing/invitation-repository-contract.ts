import type { InvitationRepository } from '../ports/invitation-repository.js'
import { atomicCases } from './atomic-cases.js'
import { claimCases } from './claim-cases.js'
import { commitCases } from './commit-cases.js'
import { casesOf, type ContractCase, type ContractOptions } from './contract.js'
import { fingerprintCases } from './fingerprint-cases.js'
import type { OpenFixture } from './fixture.js'
import { invitationCases } from './invitation-cases.js'
import { raceCases } from './race-cases.js'

/**
 * Returns the promises of an `InvitationRepository`, races included, as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function invitationRepositoryContract(
  open: OpenFixture<InvitationRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [
    ...claimCases(cast),
    ...fingerprintCases(cast),
    ...invitationCases(cast),
    ...commitCases(cast),
    ...atomicCases(cast),
    ...raceCases(cast),
  ])
}
