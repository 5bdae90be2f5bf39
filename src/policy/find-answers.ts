import { millisecondsInDay } from 'date-fns/constants'
import {
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
  type RecentFingerprint,
} from '../content/recent-fingerprint.js'
import type { InvitationCandidate, InvitationClaim } from '../model/invitation.js'
import type { GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { ask } from '../ports/asking.js'
import {
  checkClaims,
  checkIdSet,
  checkProfiles,
  checkRecentFingerprints,
  checkStandings,
} from '../ports/check-answers.js'
import type { PolicyRepositories } from '../ports/repositories.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { Candidates } from './candidates.js'

/** The ports' answers about candidates at one instant, as they came. */
export interface Answers {
  readonly now: Date
  readonly standings: ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>
  readonly profiles: ReadonlyMap<MemberId, MemberProfile>
  readonly optedOut: ReadonlySet<MemberId>
  readonly contacts: ReadonlySet<MemberId>
  readonly claims: ReadonlyMap<MemberId, InvitationClaim>
  readonly recentFingerprints: readonly RecentFingerprint[]
}

/** What the caller knows or does not need, so that no port is asked for it. */
export interface AnswersKnown {
  /** All candidates are contacts of the inviter. */
  readonly areContacts?: boolean
  /** No text is compared with what the inviter has sent. */
  readonly withoutFingerprints?: boolean
}

const REMEMBERED_MS = RECENT_FINGERPRINT_DAYS * millisecondsInDay

/** Calls each method once, side by side, however many candidates there are. Rejects with the first outage. */
export async function findAnswers(
  { memberships, profiles, preferences, contacts, invitations }: PolicyRepositories,
  { inviterId, recipientIds, groupIds }: Candidates,
  now: Date,
  { areContacts = false, withoutFingerprints = false }: AnswersKnown,
): Promise<Answers> {
  const answers = await Promise.all([
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
      checkProfiles,
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
      ? []
      : ask(
          'invitations',
          'findRecentFingerprints',
          () =>
            invitations.findRecentFingerprints(
              inviterId,
              new Date(now.getTime() - REMEMBERED_MS),
              RECENT_FINGERPRINT_LIMIT,
            ),
          checkRecentFingerprints,
        ),
  ])
  const [standings, profilesFound, optedOut, contactsFound, claims, recentFingerprints] = answers
  return {
    now,
    standings,
    profiles: profilesFound,
    optedOut,
    contacts: contactsFound,
    claims,
    recentFingerprints,
  }
}

/** The facts about one of the candidates. */
export function factsAbout(
  { inviterId, recipientId, groupId }: InvitationCandidate,
  { now, standings, profiles, optedOut, contacts, claims }: Answers,
): CandidateFacts {
  const inGroup = standings.get(groupId)
  return {
    now,
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    recipientProfile: profiles.get(recipientId),
    recipientOptedOut: optedOut.has(recipientId),
    areDirectContacts: contacts.has(recipientId),
    claim: claims.get(recipientId),
  }
}
