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
  checkProfileOutlines,
  checkProfiles,
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

/** What the rules need in addition to standings, opt-outs and claims. */
export interface AnswersNeeded {
  /** `false` if all candidates are known to be contacts of the inviter. */
  readonly contacts: boolean
  /** `false` if no rule gets an entry of a profile. */
  readonly wholeProfiles: boolean
  /** `false` if no text is compared with what the inviter has sent. */
  readonly fingerprints: boolean
}

const REMEMBERED_MS = RECENT_FINGERPRINT_DAYS * millisecondsInDay

/** Calls each method once, side by side, however many candidates there are. Rejects with the first outage. */
export async function findAnswers(
  { repositories, rules }: PolicySetup,
  candidates: Candidates,
  now: Date,
  needed: AnswersNeeded,
): Promise<Answers> {
  const { memberships, profiles, preferences, contacts, invitations } = repositories
  const { inviterId, recipientIds, groupIds } = candidates
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
      needed.wholeProfiles ? checkProfiles : checkProfileOutlines,
    ),
    ask('preferences', 'findOptedOut', () => preferences.findOptedOut(recipientIds), checkIdSet),
    needed.contacts
      ? ask(
          'contacts',
          'findContactsAmong',
          () => contacts.findContactsAmong(inviterId, recipientIds),
          checkIdSet,
        )
      : new Set(recipientIds),
    ask(
      'invitations',
      'findClaims',
      () => invitations.findClaims(inviterId, recipientIds),
      checkClaims,
    ),
    needed.fingerprints
      ? ask(
          'invitations',
          'findRecentFingerprints',
          () => {
            const since = new Date(now.getTime() - REMEMBERED_MS)
            return invitations.findRecentFingerprints(inviterId, since, RECENT_FINGERPRINT_LIMIT)
          },
          checkRecentFingerprints,
        )
      : none,
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
