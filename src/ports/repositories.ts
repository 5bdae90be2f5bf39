import type { AnswerRepository } from './answer-repository.js'
import type { ContactRepository } from './contact-repository.js'
import type { GroupRepository } from './group-repository.js'
import type { InvitationRepository } from './invitation-repository.js'
import type { MembershipRepository } from './membership-repository.js'
import type { PreferenceRepository } from './preference-repository.js'
import type { ProfileRepository } from './profile-repository.js'

/**
 * The ports through which the library sees the network.
 *
 * - One store may implement all of them, or each its own. A method returns a value or a promise of it.
 * - A `Map` or a `Set` is a real one, not an object that only looks like one, and all its keys are strings.
 * - A method that throws, rejects or returns a value of another type becomes a `DependencyFailed`. The library does not
 *   check the rest of the contract, for example that a list has each item once.
 * - The library waits for a method that never returns, so set time limits in the adapters.
 * - Each method is called in the asynchronous context of the caller of the policy or the service, and so are the functions
 *   of `PolicyOptions` and of custom rules: an `AsyncLocalStorage` has the caller's value there, for a trace or a
 *   transaction. Nothing is batched or cached across callers.
 *
 * Those who only send need no `answers`. `createInMemoryRepositories` of `group-invitations/memory` implements all of
 * them. `group-invitations/testing` tests whether your adapters keep the same contract.
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
  readonly answers: AnswerRepository
}

/**
 * The methods that the policy calls. All of them only find. A service that only evaluates and chooses needs no others.
 *
 * They are asked when deciding, and again before each delivery (`recheck`). The inviter's own profile is asked for too,
 * with the inviter as the viewer. So an inviter or a group that is gone denies, even if memberships are left over.
 *
 * @since 0.1.0
 */
export interface PolicyRepositories {
  readonly memberships: Pick<MembershipRepository, 'findStandings' | 'findGroupsOf'>
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly preferences: Pick<PreferenceRepository, 'findOptOuts'>
  readonly contacts: Pick<ContactRepository, 'findContactsAmong' | 'findContactsOf'>
  readonly groups: Pick<GroupRepository, 'findGroups'>
  readonly invitations: Pick<
    InvitationRepository,
    'findClaims' | 'findRecentFingerprints' | 'findFreeAt'
  >
}

/**
 * The methods that `InvitationService` itself calls. Two of them write: `commit` and `setOptOut`.
 *
 * For a message, `findProfiles` is asked for both members with the recipient as the viewer.
 *
 * @since 0.1.0
 */
export interface ServiceRepositories {
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly preferences: Pick<PreferenceRepository, 'setOptOut'>
  readonly groups: Pick<GroupRepository, 'findGroups'>
  readonly invitations: Pick<InvitationRepository, 'findInvitation' | 'commit'>
  /**
   * Asked before each delivery: what was answered or withdrawn is not delivered any more. `undefined`, which must be said
   * explicitly: nobody answers invitations by this library.
   */
  readonly answers: Pick<AnswerRepository, 'findChanges'> | undefined
}

/**
 * The methods that `AnswerService` calls. One of them writes: `change`.
 *
 * @since 0.1.0
 */
export interface AnswerServiceRepositories {
  readonly memberships: Pick<MembershipRepository, 'findStandings'>
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly preferences: Pick<PreferenceRepository, 'findOptOuts'>
  readonly groups: Pick<GroupRepository, 'findGroups'>
  readonly invitations: Pick<InvitationRepository, 'findInvitation'>
  readonly answers: AnswerRepository
}
