import { millisecondsInDay } from 'date-fns/constants'
import {
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
  type RecentFingerprint,
} from '../content/text-fingerprint.js'
import { checkDate, ifGiven } from '../decision/check-facts.js'
import type { InvitationCandidate, InvitationClaim } from '../model/invitation.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import { ask } from '../ports/asking.js'
import {
  checkClaims,
  checkIdSet,
  checkOptOuts,
  checkRecentFingerprints,
  checkStandings,
} from '../ports/check-answers.js'
import { type IsStopped, stoppedBy } from '../ports/stopped-by.js'
import type { CandidateFacts, InvitationFacts } from '../rules/facts.js'
import type { Candidates } from './candidates.js'
import { loadAll } from './custom-denials.js'
import type { PolicySetup } from './set-up.js'

/** The answers about candidates at one instant, checked. */
export interface Answers {
  readonly now: Date
  readonly standings: ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>
  readonly inviterProfile: MemberProfile | undefined
  readonly profiles: ReadonlyMap<MemberId, MemberProfile>
  /** By member; one who is absent has no opt-outs. */
  readonly optOuts: ReadonlyMap<MemberId, readonly OptOut[]>
  /** `undefined`: all candidates are contacts. */
  readonly contacts: ReadonlySet<MemberId> | undefined
  readonly groups: ReadonlyMap<GroupId, Group>
  /** `undefined`: it was not asked for. */
  readonly pace: Pick<CandidateFacts, 'inviterFreeAt'> | undefined
  readonly claims: ReadonlyMap<MemberId, InvitationClaim>
  readonly recentFingerprints: readonly RecentFingerprint[]
  /** What each custom rule loaded, in the rules' order. */
  readonly loaded: readonly unknown[]
}

/** Which calls and checks the rules need. */
export interface AnswersNeeded {
  /** Whether contacts must be asked for. `false`: all candidates are contacts, since they were listed as such. */
  readonly contacts: boolean
  /** Whether a pace is judged. */
  readonly pace: boolean
  /** Whether the cooldown is judged. */
  readonly claims: boolean
  /** Whether the text is compared with what the inviter has sent. */
  readonly fingerprints: boolean
  readonly checkProfiles: (answer: unknown) => ReadonlyMap<MemberId, MemberProfile>
  readonly checkGroups: (answer: unknown) => ReadonlyMap<GroupId, Group>
}

const FINGERPRINT_AGE_MS = RECENT_FINGERPRINT_DAYS * millisecondsInDay
const none: readonly [] = []
const noClaims: ReadonlyMap<MemberId, InvitationClaim> = new Map()

/** Calls each method that is needed once, side by side. Rejects with the outage that comes first in time. */
export async function findAnswers(
  { repositories, rules }: PolicySetup,
  candidates: Candidates,
  now: Date,
  needed: AnswersNeeded,
): Promise<Answers> {
  const { inviterId, recipientIds, groupIds } = candidates
  const [
    standings,
    profiles,
    optOuts,
    contacts,
    groups,
    pace,
    claims,
    recentFingerprints,
    ...loaded
  ] = await Promise.all([
    ask(
      'memberships',
      'findStandings',
      () => repositories.memberships.findStandings(groupIds, [inviterId, ...recipientIds]),
      checkStandings,
    ),
    ask(
      'profiles',
      'findProfiles',
      () => repositories.profiles.findProfiles([inviterId, ...recipientIds], inviterId),
      needed.checkProfiles,
    ),
    ask(
      'preferences',
      'findOptOuts',
      () => repositories.preferences.findOptOuts(recipientIds, [inviterId], groupIds),
      checkOptOuts,
    ),
    needed.contacts
      ? ask(
          'contacts',
          'findContactsAmong',
          () => repositories.contacts.findContactsAmong(inviterId, recipientIds),
          checkIdSet,
        )
      : undefined,
    ask('groups', 'findGroups', () => repositories.groups.findGroups(groupIds), needed.checkGroups),
    needed.pace
      ? ask(
          'invitations',
          'findFreeAt',
          // Stryker disable next-line OptionalChaining: with a pace there is one, as `setUp` has checked
          () => repositories.invitations.findFreeAt?.(inviterId),
          checkPace,
        )
      : undefined,
    needed.claims
      ? ask(
          'invitations',
          'findClaims',
          () => repositories.invitations.findClaims(inviterId, recipientIds),
          checkClaims,
        )
      : noClaims,
    needed.fingerprints
      ? ask(
          'invitations',
          'findRecentFingerprints',
          () => {
            const since = new Date(now.getTime() - FINGERPRINT_AGE_MS)
            const limit = RECENT_FINGERPRINT_LIMIT
            return repositories.invitations.findRecentFingerprints(inviterId, since, limit)
          },
          checkRecentFingerprints,
        )
      : none,
    ...loadAll(rules, candidates, now),
  ])
  return {
    now,
    standings,
    inviterProfile: profiles.get(inviterId),
    profiles,
    optOuts,
    contacts,
    groups,
    pace,
    claims,
    recentFingerprints,
    loaded,
  }
}

function checkPace(answer: unknown): Pick<CandidateFacts, 'inviterFreeAt'> {
  return { inviterFreeAt: ifGiven(answer, 'the answer', checkDate) }
}

/** The facts about one of the candidates. A caller with many groups for one recipient makes `isStopped` once for all. */
export function factsAbout(
  { inviterId, recipientId, groupId }: InvitationCandidate,
  answers: Answers,
  isStopped: IsStopped = stoppedBy(answers.optOuts.get(recipientId)),
): InvitationFacts {
  const { contacts, pace } = answers
  const inGroup = answers.standings.get(groupId)
  const facts = {
    now: answers.now,
    inviterProfile: answers.inviterProfile,
    group: answers.groups.get(groupId),
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    recipientProfile: answers.profiles.get(recipientId),
    recipientOptedOut: isStopped(inviterId, groupId),
    areDirectContacts: contacts === undefined || contacts.has(recipientId),
    claim: answers.claims.get(recipientId),
    recentFingerprints: answers.recentFingerprints,
    mentions: undefined,
    evidence: undefined,
  }
  // Apart: spread among the others, it would take longer than all of them.
  return pace ? { ...facts, inviterFreeAt: pace.inviterFreeAt } : facts
}
