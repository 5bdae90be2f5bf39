/**
 * The promises of each port as test cases, for any test runner.
 *
 * @module group-invitations/testing
 */
export type { ContractCase, ContractOptions, StoreNeed } from './contract.js'
export type { ContractIds } from './contract-ids.js'
export type { Fixture, OpenFixture, SeedGroup, SeedInvitation, SeedNetwork } from './fixture.js'
export type { FormerMembership, OtherRole, SeedDecoys } from './fixture.js'
export { membershipRepositoryContract } from './membership-repository-contract.js'
export { profileRepositoryContract } from './profile-repository-contract.js'
export { preferenceRepositoryContract } from './preference-repository-contract.js'
export { contactRepositoryContract } from './contact-repository-contract.js'
export { groupRepositoryContract } from './group-repository-contract.js'
export { invitationRepositoryContract } from './invitation-repository-contract.js'
export { answerRepositoryContract } from './answer-repository-contract.js'
