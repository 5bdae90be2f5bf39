import type { Result } from 'neverthrow'
import { isClaimOrNone, isProfileOrNone, isStandingOrNone } from './answers.js'
import type { RepositoryFailed } from './errors.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationCandidate } from './invitation.js'
import { answersTo, attempt, type OutsideCall } from './outside-call.js'
import type { Repositories } from './repositories/repositories.js'

/** What an evaluation asks the repositories, in the order in which outages are told. */
export const repositoryCalls: readonly OutsideCall<InvitationCandidate>[] = [
  {
    repository: 'memberships',
    operation: 'findStandings',
    promised: 'a Map from groups to Maps from members to standings',
    keeps(standings, { groupId, inviterId, recipientId }) {
      if (!(standings instanceof Map)) return false
      const inGroup: unknown = standings.get(groupId)
      if (inGroup === undefined) return true
      return (
        inGroup instanceof Map &&
        isStandingOrNone(inGroup.get(inviterId)) &&
        isStandingOrNone(inGroup.get(recipientId))
      )
    },
  },
  {
    repository: 'profiles',
    operation: 'findProfiles',
    promised: 'a Map from members to profiles with a displayName and lists of entries',
    keeps: (profiles, { recipientId }) =>
      profiles instanceof Map && isProfileOrNone(profiles.get(recipientId)),
  },
  {
    repository: 'preferences',
    operation: 'findOptedOut',
    promised: 'a Set of members',
    keeps: (optedOut) => optedOut instanceof Set,
  },
  {
    repository: 'contacts',
    operation: 'findContactsAmong',
    promised: 'a Set of members',
    keeps: (contacts) => contacts instanceof Set,
  },
  {
    repository: 'invitations',
    operation: 'findClaims',
    promised: 'a Map from members to claims with an invitationId and valid Dates',
    keeps: (claims, { recipientId }) =>
      claims instanceof Map && isClaimOrNone(claims.get(recipientId)),
  },
]

/** Gathers the facts about a candidate: all repositories side by side, each asked once. Never rejects. */
export function factsFromRepositories(
  { memberships, profiles, preferences, contacts, invitations }: Repositories,
  candidate: InvitationCandidate,
  now: Date,
): Promise<Result<InvitationFacts, RepositoryFailed>> {
  const { inviterId, recipientId, groupId } = candidate
  return answersTo(
    repositoryCalls,
    candidate,
    [
      attempt(() => memberships.findStandings([groupId], [inviterId, recipientId])),
      attempt(() => profiles.findProfiles([recipientId], inviterId)),
      attempt(() => preferences.findOptedOut([recipientId])),
      attempt(() => contacts.findContactsAmong(inviterId, [recipientId])),
      attempt(() => invitations.findClaims(inviterId, [recipientId])),
    ],
    ([standings, visibleProfiles, optedOut, directContacts, claims]) => ({
      now,
      inviterStanding: standings.get(groupId)?.get(inviterId),
      recipientStanding: standings.get(groupId)?.get(recipientId),
      recipientProfile: visibleProfiles.get(recipientId),
      recipientOptedOut: optedOut.has(recipientId),
      areDirectContacts: directContacts.has(recipientId),
      claim: claims.get(recipientId),
    }),
  )
}
