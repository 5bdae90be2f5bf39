import type { Result } from 'neverthrow'
import type { Question } from './candidates.js'
import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { DependencyFailed } from '../model/errors.js'
import type { FactCalls, GroupStandings } from './fact-calls.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { InvitationClaim } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { askAllAbout, type OutsideCall } from '../ports/asking.js'

/** What was found out about candidates: lists in the order of the recipients, `standings` in that of the groups. */
export interface Findings {
  readonly now: Date
  readonly standings: readonly GroupStandings[]
  readonly profiles: readonly (MemberProfile | undefined)[]
  readonly optedOut: readonly boolean[]
  /** `undefined`: all recipients are contacts. */
  readonly contacts: readonly boolean[] | undefined
  readonly claims: readonly (InvitationClaim | undefined)[]
  readonly recentFingerprints: readonly RecentFingerprint[]
  /** What each own rule has loaded, in the rules' order. */
  readonly loaded: readonly unknown[]
}

/** Finds out about candidates: all calls side by side, beside own rules' loads. Never rejects. */
export function findOut<Whole>(
  question: Question,
  calls: FactCalls,
  loads: readonly OutsideCall<unknown, Question>[],
  combine: (findings: Findings) => Whole,
): Promise<Result<Whole, DependencyFailed>> {
  return askAllAbout(
    question,
    [
      calls.findStandings,
      calls.findProfiles,
      calls.findOptedOut,
      calls.findContactsAmong,
      calls.findClaims,
      calls.findRecentFingerprints,
      ...loads,
    ],
    ([standings, profiles, optedOut, contacts, claims, recentFingerprints, ...loaded], { now }) =>
      combine({ now, standings, profiles, optedOut, contacts, claims, recentFingerprints, loaded }),
  )
}

/** The facts about one candidate, by its places among `groupIds` and `recipientIds`. */
export function factsOf(findings: Findings, group: number, recipient: number): InvitationFacts {
  const { now, standings, profiles, optedOut, contacts, claims, recentFingerprints } = findings
  return {
    now,
    inviterStanding: standings[group]?.inviter,
    recipientStanding: standings[group]?.recipients[recipient],
    recipientProfile: profiles[recipient],
    recipientOptedOut: optedOut[recipient] === true,
    areDirectContacts: contacts === undefined || contacts[recipient] === true,
    claim: claims[recipient],
    recentFingerprints,
  }
}
