import type { ContactRepository } from './contact-repository.js'
import type { InvitationRepository } from './invitation-repository.js'
import type { MembershipRepository } from './membership-repository.js'
import type { PreferenceRepository } from './preference-repository.js'
import type { ProfileRepository } from './profile-repository.js'

/**
 * The ports through which the policy sees the network.
 *
 * They may be answered by one store or by five; by values or by promises; with a `Map` or `Set` itself, not with what
 * only looks like one. A method that throws, rejects or breaks its promise makes the evaluation a `RepositoryFailed`;
 * one that never answers keeps it waiting, so that time limits belong in the adapters. `createInMemoryRepositories` of
 * `group-invitations/memory` shows a whole set.
 */
export interface Repositories {
  readonly memberships: MembershipRepository
  readonly profiles: ProfileRepository
  readonly preferences: PreferenceRepository
  readonly contacts: ContactRepository
  readonly invitations: InvitationRepository
}
