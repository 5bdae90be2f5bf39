import { millisecondsInDay } from 'date-fns/constants'
import { RECENT_SIGNATURE_DAYS, RECENT_SIGNATURE_LIMIT } from './content/recent-signature.js'
import type { ContentEnforcement } from './enforcement.js'
import type { Gathering } from './gathered.js'
import type { InvitationCandidate } from './invitation.js'
import type { MemberId } from './member.js'
import { askAll, type OutsideCall } from './outside-call.js'
import { isIn, valueIn } from './read-answers.js'
import { readSignatures } from './read-content.js'
import { readClaim, readProfile, readStanding } from './read-facts.js'
import type { PolicyRepositories } from './repositories/repositories.js'

/** The methods that an evaluation calls, in this order. */
export const methodsToRead = [
  ['memberships', 'findStandings'],
  ['profiles', 'findProfiles'],
  ['preferences', 'findOptedOut'],
  ['contacts', 'findContactsAmong'],
  ['invitations', 'findClaims'],
  ['invitations', 'findRecentSignatures'],
] as const satisfies [repository: keyof PolicyRepositories, operation: string][]

const MEMORY = RECENT_SIGNATURE_DAYS * millisecondsInDay

/** Gathers the facts about a candidate: all repositories side by side, each method asked once, beside own rules' loads. */
export function factsFromRepositories(
  { memberships, profiles, preferences, contacts, invitations }: PolicyRepositories,
  { inviterId, recipientId, groupId }: InvitationCandidate,
  now: Date,
  { MassMessage }: ContentEnforcement,
  loads: readonly OutsideCall<unknown>[],
): Gathering {
  const findStandings = {
    repository: 'memberships',
    operation: 'findStandings',
    ask: () => memberships.findStandings([groupId], [inviterId, recipientId]),
    read(answer: unknown) {
      const inGroup = valueIn(answer, groupId)
      const standingOf = (memberId: MemberId) =>
        inGroup === undefined
          ? undefined
          : readStanding(valueIn(inGroup, memberId, 'what it has for a group'), 'the standing')
      return {
        inviterStanding: standingOf(inviterId),
        recipientStanding: standingOf(recipientId),
      }
    },
  }
  const findProfiles = {
    repository: 'profiles',
    operation: 'findProfiles',
    ask: () => profiles.findProfiles([recipientId], inviterId),
    read: (answer: unknown) => readProfile(valueIn(answer, recipientId), 'the profile'),
  }
  const findOptedOut = {
    repository: 'preferences',
    operation: 'findOptedOut',
    ask: () => preferences.findOptedOut([recipientId]),
    read: (answer: unknown) => isIn(answer, recipientId),
  }
  const findContactsAmong = {
    repository: 'contacts',
    operation: 'findContactsAmong',
    ask: () => contacts.findContactsAmong(inviterId, [recipientId]),
    read: (answer: unknown) => isIn(answer, recipientId),
  }
  const findClaims = {
    repository: 'invitations',
    operation: 'findClaims',
    ask: () => invitations.findClaims(inviterId, [recipientId]),
    read: (answer: unknown) => readClaim(valueIn(answer, recipientId), 'the claim'),
  }
  const findRecentSignatures = {
    repository: 'invitations',
    operation: 'findRecentSignatures',
    ask: () =>
      MassMessage === 'off'
        ? []
        : invitations.findRecentSignatures(
            inviterId,
            new Date(+now - MEMORY),
            RECENT_SIGNATURE_LIMIT,
          ),
    read: (answer: unknown) => readSignatures(answer, 'the answer'),
  }
  return askAll(
    [
      findStandings,
      findProfiles,
      findOptedOut,
      findContactsAmong,
      findClaims,
      findRecentSignatures,
      ...loads,
    ],
    ([
      standings,
      recipientProfile,
      recipientOptedOut,
      areDirectContacts,
      claim,
      recentSignatures,
      ...loaded
    ]) => ({
      facts: {
        now,
        inviterStanding: standings.inviterStanding,
        recipientStanding: standings.recipientStanding,
        recipientProfile,
        recipientOptedOut,
        areDirectContacts,
        claim,
        recentSignatures,
      },
      loaded,
    }),
  )
}
