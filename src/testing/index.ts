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
// The types that these signatures name.
export type { ContactRepository } from '../ports/contact-repository.js'
export type { GroupRepository } from '../ports/group-repository.js'
export type { InvitationRepository } from '../ports/invitation-repository.js'
export type { MembershipRepository } from '../ports/membership-repository.js'
export type { PreferenceRepository } from '../ports/preference-repository.js'
export type { ProfileRepository } from '../ports/profile-repository.js'
export type { NetworkMember } from '../memory/network.js'
export type { Delivery } from '../model/delivery.js'
export type { Invitation } from '../model/invitation.js'
export type { MaybePromise } from '../model/maybe-promise.js'
export type { GroupId, MemberId, Standing } from '../model/member.js'
