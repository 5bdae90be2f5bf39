export type { ContractCase } from './contract.js'
export type {
  Fixture,
  FixtureNeed,
  OpenFixture,
  SeedGroup,
  SeedInvitation,
  SeedNetwork,
} from './fixture.js'
export { membershipRepositoryContract } from './membership-repository-contract.js'
export { profileRepositoryContract } from './profile-repository-contract.js'
export { preferenceRepositoryContract } from './preference-repository-contract.js'
export { contactRepositoryContract } from './contact-repository-contract.js'
export { groupRepositoryContract } from './group-repository-contract.js'
export { invitationRepositoryContract } from './invitation-repository-contract.js'
