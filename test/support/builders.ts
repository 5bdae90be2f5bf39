import type {
  AnswerFacts,
  InvitationClaim,
  InvitationFacts,
  InvitationRequest,
  MemberProfile,
} from 'group-invitations'
import { EMPTY_FINGERPRINT } from '../../src/content/text-fingerprint.js'
import type { DraftAnalysis } from '../../src/rules/draft-analysis.js'

/** Noon in UTC on a day without any meaning. */
export const NOW = new Date('2026-05-12T12:00:00.000Z')

/** `milliseconds` after the instant; before it where negative. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

/** A request that every rule allows, over the facts of `someFacts`. */
export function aRequest(changes: Partial<InvitationRequest> = {}): InvitationRequest {
  return {
    inviterId: 'anna',
    recipientId: 'bernd',
    groupId: 'typescript-hamburg',
    route: 'profile',
    subject: 'TypeScript in Hamburg',
    text: 'Lieber Bernd, du bietest TypeScript an: Wir treffen uns jeden ersten Montag.',
    ...changes,
  }
}

export function aProfile(changes: Partial<MemberProfile> = {}): MemberProfile {
  return { displayName: 'Bernd Müller', wants: [], haves: ['TypeScript'], other: [], ...changes }
}

/** The inviter's own profile. */
export function anInviter(changes: Partial<MemberProfile> = {}): MemberProfile {
  return { displayName: 'Anna Weber', wants: ['Schach'], haves: [], other: [], ...changes }
}

/** Facts under which every rule allows `aRequest`. */
export function someFacts(changes: Partial<InvitationFacts> = {}): InvitationFacts {
  return {
    now: NOW,
    inviterProfile: anInviter(),
    group: { name: 'TypeScript Hamburg' },
    inviterStanding: 'member',
    recipientStanding: undefined,
    recipientProfile: aProfile(),
    recipientOptedOut: false,
    areDirectContacts: false,
    claim: undefined,
    recentFingerprints: [],
    ...changes,
  }
}

/** Facts under which an open invitation of `aRequest` may be accepted, declined or withdrawn. */
export function someAnswerFacts(changes: Partial<AnswerFacts> = {}): AnswerFacts {
  return {
    now: NOW,
    change: undefined,
    group: { name: 'TypeScript Hamburg' },
    inviterProfile: anInviter(),
    inviterStanding: 'member',
    recipientStanding: undefined,
    actorStanding: undefined,
    ...changes,
  }
}

/** A claim that ends at the given instant. */
export function aClaim(repeatableAt: Date, sentAt = after(NOW, -1000)): InvitationClaim {
  return { invitationId: 'invitation-1', sentAt, repeatableAt }
}

/** The analysis of a draft that says nothing. */
export function anAnalysis(changes: Partial<DraftAnalysis> = {}): DraftAnalysis {
  return {
    given: { text: aRequest().text },
    isTextPlain: false,
    names: ['Bernd', 'Müller'],
    isCalledByName: false,
    mentions: [],
    evidence: [],
    textFingerprint: EMPTY_FINGERPRINT,
    ...changes,
  }
}
