import { millisecondsInDay } from 'date-fns/constants'
import type { Question } from './candidates.js'
import {
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
  type RecentFingerprint,
} from '../content/text-fingerprint.js'
import type { InvitationClaim } from '../model/invitation.js'
import type { GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import type { KnownAnswer, OutsideCall } from '../ports/asking.js'
import { readEach, readMap, readWhether } from '../ports/check-answers.js'
import { readFingerprints } from '../decision/check-content.js'
import {
  readClaim,
  readProfile,
  readProfileAsGiven,
  readStanding,
} from '../decision/check-facts.js'
import type { PolicyRepositories } from '../ports/repositories.js'

/** The methods that the facts come from, in this order. */
export const methodsToRead = [
  ['memberships', 'findStandings'],
  ['profiles', 'findProfiles'],
  ['preferences', 'findOptedOut'],
  ['contacts', 'findContactsAmong'],
  ['invitations', 'findClaims'],
  ['invitations', 'findRecentFingerprints'],
] as const satisfies [repository: keyof PolicyRepositories, operation: string][]

/** The methods that list what there is to choose from. */
export const methodsToChoose = [
  ['memberships', 'findGroupsOf'],
  ['contacts', 'findContactsOf'],
] as const satisfies [repository: keyof PolicyRepositories, operation: string][]

const MEMORY = RECENT_FINGERPRINT_DAYS * millisecondsInDay

/** A call about candidates, or its answer where that is known. */
type FactCall<Value> = OutsideCall<Value, Question> | KnownAnswer<Value>

/** How the facts about candidates are found out. What is read is in the order of the recipients, or of the groups. */
export interface FactCalls {
  readonly findStandings: FactCall<readonly GroupStandings[]>
  readonly findProfiles: FactCall<readonly (MemberProfile | undefined)[]>
  readonly findOptedOut: FactCall<readonly boolean[]>
  /** `undefined`: all recipients are known to be contacts. */
  readonly findContactsAmong: FactCall<readonly boolean[] | undefined>
  readonly findClaims: FactCall<readonly (InvitationClaim | undefined)[]>
  readonly findRecentFingerprints: FactCall<readonly RecentFingerprint[]>
}

/** The calls of a policy by what they are made for: once for all its decisions, and any number of candidates. */
export interface PolicyCalls {
  readonly toEvaluate: FactCalls
  /** Where nobody wants to know what the inviter has sent lately. */
  readonly toEvaluateForm: FactCalls
  /** Profiles are handed on as they are given: no rule reads them before a word is written. */
  readonly toChoose: FactCalls
  /** The same among people who are known to be contacts. */
  readonly toChooseContact: FactCalls
}

export function callsOver(ports: PolicyRepositories): PolicyCalls {
  const toEvaluate = factCallsOver(ports)
  const toEvaluateForm = { ...toEvaluate, findRecentFingerprints: { known: [] } }
  const findProfiles = { ...toEvaluate.findProfiles, read: readProfilesAsGiven }
  const toChoose = { ...toEvaluateForm, findProfiles }
  const toChooseContact = { ...toChoose, findContactsAmong: { known: undefined } }
  return { toEvaluate, toEvaluateForm, toChoose, toChooseContact }
}

function factCallsOver({
  memberships,
  profiles,
  preferences,
  contacts,
  invitations,
}: PolicyRepositories) {
  // Copies are asked for: whoever sorts what it is given must not put the answers out of order.
  return {
    findStandings: {
      repository: 'memberships',
      operation: 'findStandings',
      ask: ({ inviterId, recipientIds, groupIds }) =>
        memberships.findStandings([...groupIds], [inviterId, ...recipientIds]),
      read: (answer, { inviterId, recipientIds, groupIds }) => {
        const found = readMap(answer)
        return groupIds.map((groupId) => standingsIn(found, groupId, inviterId, recipientIds))
      },
    },
    findProfiles: {
      repository: 'profiles',
      operation: 'findProfiles',
      ask: ({ inviterId, recipientIds }) => profiles.findProfiles([...recipientIds], inviterId),
      read: (answer, { recipientIds }) =>
        readEach(answer, recipientIds, readProfile, 'the profile'),
    },
    findOptedOut: {
      repository: 'preferences',
      operation: 'findOptedOut',
      ask: ({ recipientIds }) => preferences.findOptedOut([...recipientIds]),
      read: (answer, { recipientIds }) => readWhether(answer, recipientIds),
    },
    findContactsAmong: {
      repository: 'contacts',
      operation: 'findContactsAmong',
      ask: ({ inviterId, recipientIds }) =>
        contacts.findContactsAmong(inviterId, [...recipientIds]),
      read: (answer, { recipientIds }) => readWhether(answer, recipientIds),
    },
    findClaims: {
      repository: 'invitations',
      operation: 'findClaims',
      ask: ({ inviterId, recipientIds }) => invitations.findClaims(inviterId, [...recipientIds]),
      read: (answer, { recipientIds }) => readEach(answer, recipientIds, readClaim, 'the claim'),
    },
    findRecentFingerprints: {
      repository: 'invitations',
      operation: 'findRecentFingerprints',
      ask: ({ inviterId, now }) =>
        invitations.findRecentFingerprints(
          inviterId,
          new Date(+now - MEMORY),
          RECENT_FINGERPRINT_LIMIT,
        ),
      read: (answer) => readFingerprints(answer, 'the answer'),
    },
  } satisfies FactCalls
}

function readProfilesAsGiven(answer: unknown, { recipientIds }: Question) {
  return readEach(answer, recipientIds, readProfileAsGiven, 'the profile')
}

/** What the inviter and each of the recipients are to one group. */
export interface GroupStandings {
  readonly inviter: Standing | undefined
  readonly recipients: readonly (Standing | undefined)[]
}

function standingsIn(
  standings: ReadonlyMap<unknown, unknown>,
  groupId: GroupId,
  inviterId: MemberId,
  recipientIds: readonly MemberId[],
): GroupStandings {
  const inGroup = standings.get(groupId)
  const found = inGroup === undefined ? nobody : readMap(inGroup, 'what it has for a group')
  return {
    inviter: readStanding(found.get(inviterId), 'the standing'),
    recipients: readEach(found, recipientIds, readStanding, 'the standing'),
  }
}

const nobody: ReadonlyMap<unknown, unknown> = new Map()
