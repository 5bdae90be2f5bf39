import type { ContactRepository } from './contact-repository.js'
import type { GroupRepository } from './group-repository.js'
import type { InvitationRepository } from './invitation-repository.js'
import type { MembershipRepository } from './membership-repository.js'
import type { PreferenceRepository } from './preference-repository.js'
import type { ProfileRepository } from './profile-repository.js'

/**
 * The ports through which the library sees the network.
 *
 * They may be answered by one store or by six; by values or by promises; with a `Map` or `Set` itself, not with what
 * only looks like one. A method that throws, rejects or answers with something of another type becomes a
 * `DependencyFailed`; what else it promises, such as that a list has each once, is relied upon. One that never answers
 * is waited for, so that time limits belong in the adapters.
 *
 * `createInMemoryRepositories` of `group-invitations/memory` is a whole set; `group-invitations/testing` tests that
 * another one keeps the same promises.
 *
 * @since 0.1.0
 */
export interface Repositories {
  readonly memberships: MembershipRepository
  readonly profiles: ProfileRepository
  readonly preferences: PreferenceRepository
  readonly contacts: ContactRepository
  readonly groups: GroupRepository
  readonly invitations: InvitationRepository
}

/**
 * What the policy asks: methods that read, and no others. Who only evaluates and chooses implements no more.
 *
 * @since 0.1.0
 */
export interface PolicyRepositories {
  readonly memberships: Pick<MembershipRepository, 'findStandings' | 'findGroupsOf'>
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly preferences: Pick<PreferenceRepository, 'findOptedOut'>
  readonly contacts: Pick<ContactRepository, 'findContactsAmong' | 'findContactsOf'>
  readonly invitations: Pick<InvitationRepository, 'findClaims' | 'findRecentFingerprints'>
}

/**
 * What the service asks itself: what it reads, and the two methods that write, `commit` and `setOptedOut`.
 *
 * @since 0.1.0
 */
export interface ServiceRepositories {
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly preferences: Pick<PreferenceRepository, 'findOptedOut' | 'setOptedOut'>
  readonly groups: Pick<GroupRepository, 'findGroups'>
  readonly invitations: Pick<InvitationRepository, 'findInvitation' | 'commit'>
}
