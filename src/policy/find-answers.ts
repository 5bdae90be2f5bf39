import { millisecondsInDay } from 'date-fns/constants'
import {
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
  type RecentFingerprint,
} from '../content/text-fingerprint.js'
import type { InvitationCandidate, InvitationClaim } from '../model/invitation.js'
import type { GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { ask } from '../ports/asking.js'
import {
  checkClaims,
  checkIdSet,
  checkProfiles,
  checkProfilesShallowly,
  checkRecentFingerprints,
  checkStandings,
} from '../ports/check-answers.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Candidates } from './candidates.js'
import { loadAll } from './custom-denials.js'
import type { PolicySetup } from './set-up.js'

/** The answers about candidates at one instant, as they came. */
export interface Answers {
  readonly now: Date
  readonly standings: ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>
  readonly profiles: ReadonlyMap<MemberId, MemberProfile>
  readonly optedOut: ReadonlySet<MemberId>
  readonly contacts: ReadonlySet<MemberId>
  readonly claims: ReadonlyMap<MemberId, InvitationClaim>
  readonly recentFingerprints: readonly RecentFingerprint[]
  /** What each custom rule loaded, in the rules' order. */
  readonly loaded: readonly unknown[]
}

/** What is known or not needed, so that no port is called for it. */
export interface AnswersKnown {
  /** All candidates are contacts of the inviter. */
  readonly areContacts: boolean
  /** No text is compared with what the inviter has sent. */
  readonly withoutFingerprints: boolean
}

const REMEMBERED_MS = RECENT_FINGERPRINT_DAYS * millisecondsInDay

/** Calls each method once, side by side, however many candidates there are. Rejects with the first outage. */
export async function findAnswers(
  { repositories, rules }: PolicySetup,
  candidates: Candidates,
  now: Date,
  { areContacts, withoutFingerprints }: AnswersKnown,
): Promise<Answers> {
  const { memberships, profiles, preferences, contacts, invitations } = repositories
  const { inviterId, recipientIds, groupIds } = candidates
  // A custom rule may get any property of a profile.
  const isShallow = withoutFingerprints && areContacts && rules.length === 0
  const found = await Promise.all([
    ask(
      'memberships',
      'findStandings',
      () => memberships.findStandings(groupIds, [inviterId, ...recipientIds]),
      checkStandings,
    ),
    ask(
      'profiles',
      'findProfiles',
      () => profiles.findProfiles(recipientIds, inviterId),
      isShallow ? checkProfilesShallowly : checkProfiles,
    ),
    ask('preferences', 'findOptedOut', () => preferences.findOptedOut(recipientIds), checkIdSet),
    areContacts
      ? new Set(recipientIds)
      : ask(
          'contacts',
          'findContactsAmong',
          () => contacts.findContactsAmong(inviterId, recipientIds),
          checkIdSet,
        ),
    ask(
      'invitations',
      'findClaims',
      () => invitations.findClaims(inviterId, recipientIds),
      checkClaims,
    ),
    withoutFingerprints
      ? none
      : ask(
          'invitations',
          'findRecentFingerprints',
          () => {
            const since = new Date(now.getTime() - REMEMBERED_MS)
            return invitations.findRecentFingerprints(inviterId, since, RECENT_FINGERPRINT_LIMIT)
          },
          checkRecentFingerprints,
        ),
    ...loadAll(rules, candidates, now),
  ])
  const [standings, seen, optedOut, among, claims, recentFingerprints, ...loaded] = found
  return {
    now,
    standings,
    profiles: seen,
    optedOut,
    contacts: among,
    claims,
    recentFingerprints,
    loaded,
  }
}

const none: readonly [] = []

/** The facts about one of the candidates. */
export function factsAbout(
  { inviterId, recipientId, groupId }: InvitationCandidate,
  { now, standings, profiles, optedOut, contacts, claims, recentFingerprints }: Answers,
): InvitationFacts {
  const inGroup = standings.get(groupId)
  return {
    now,
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    recipientProfile: profiles.get(recipientId),
    recipientOptedOut: optedOut.has(recipientId),
    areDirectContacts: contacts.has(recipientId),
    claim: claims.get(recipientId),
    recentFingerprints,
  }
}
