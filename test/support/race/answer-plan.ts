import { createHash } from 'node:crypto'
import type { AnswerAction, InvitationActor } from 'group-invitations'
import type { Network } from 'group-invitations/memory'

/** How large a race of answers is. */
export interface AnswerPlan {
  readonly invitations: number
  readonly processes: number
  readonly connections: number
  /** When all go for the first invitation, in milliseconds. */
  readonly startAt: number
  /** All go for the next one after so many milliseconds, so that a process which was killed catches up. */
  readonly pace: number
}

/** What a process does once, identified by the same key however often it is tried. */
export interface Call {
  readonly callId: string
  readonly invitation: number
}

export interface AnswerCall extends Call {
  readonly type: 'answer'
  readonly action: AnswerAction
  readonly actor: InvitationActor
  /** The connection is cut when the store has committed, before its answer is read. */
  readonly isCut: boolean
}

/** What the service's other code does to the recipient's membership, to the invitation, or (`expel`) to both. */
export type Deed = 'ban' | 'unban' | 'join' | 'apply' | 'promote' | 'leave' | 'erase' | 'expel'

export interface DeedCall extends Call {
  readonly type: 'deed'
  readonly deed: Deed
}

// Each recipient has two invitations into one group, from two inviters.
export const invitationOf = (which: number) => `invitation-${which}`
export const guestOf = (which: number) => `guest-${Math.floor(which / 2)}`
export const groupOf = (which: number) => `group-${Math.floor(which / 2) % 4}`
const inviterOf = (which: number) => `${groupOf(which)}-inviter-${which % 2}`
const moderatorOf = (which: number) => `${groupOf(which)}-moderator`

type Who = 'recipient' | 'stranger' | 'inviter' | 'moderator' | 'network'

/** So often is each invitation answered. There are four mixtures, so that each end is reached often. */
const MIXTURES: readonly (readonly [times: number, AnswerAction, Who][])[] = [
  [
    [3, 'accept', 'recipient'],
    [3, 'decline', 'recipient'],
    [1, 'withdraw', 'inviter'],
    [1, 'withdraw', 'moderator'],
    [1, 'withdraw', 'network'],
    [1, 'accept', 'stranger'],
  ],
  [
    [5, 'accept', 'recipient'],
    [4, 'decline', 'recipient'],
    [1, 'withdraw', 'stranger'],
  ],
  [
    [4, 'accept', 'recipient'],
    [1, 'decline', 'recipient'],
    [2, 'withdraw', 'inviter'],
    [1, 'withdraw', 'moderator'],
    [2, 'withdraw', 'network'],
  ],
  [
    [9, 'accept', 'recipient'],
    [1, 'decline', 'recipient'],
  ],
]

const DEEDS: readonly Deed[] = [
  ...(['ban', 'ban', 'ban', 'ban', 'unban', 'unban'] as const),
  ...(['join', 'apply', 'promote', 'promote', 'leave', 'leave'] as const),
]

/** All calls, invitation by invitation. */
export function allCalls({
  invitations,
}: Pick<AnswerPlan, 'invitations'>): (AnswerCall | DeedCall)[] {
  return upTo(invitations).flatMap((invitation) =>
    shuffled([...answersTo(invitation), ...deedsBeside(invitation)], `order ${invitation}`),
  )
}

/** Those of one process. All processes go from invitation to invitation, so that they meet on each. */
export const callsOf = (plan: AnswerPlan, process: number) =>
  allCalls(plan).filter((_call, index) => index % plan.processes === process)

function answersTo(invitation: number): AnswerCall[] {
  const mixture = MIXTURES[Math.floor(invitation / 2) % MIXTURES.length] ?? []
  return mixture
    .flatMap(([times, action, who]) => upTo(times).map(() => ({ action, who })))
    .map(({ action, who }, index) => ({
      type: 'answer',
      callId: `answer-${invitation}-${index}`,
      invitation,
      action,
      actor: actorOf(who, invitation),
      isCut: action === 'accept' && chance(`cut ${invitation} ${index}`) < 0.15,
    }))
}

/** What the other code does meanwhile. It leaves every third guest alone. */
function deedsBeside(invitation: number): DeedCall[] {
  if (invitation % 6 < 2) return []
  const many = 2 + Math.floor(chance(`many ${invitation}`) * 5)
  const last = (['erase', 'expel'] as const).filter(
    (deed) => chance(`${deed} ${invitation}`) < 0.06,
  )
  return [...shuffled(DEEDS, `deeds ${invitation}`).slice(0, many), ...last].map((deed, index) => ({
    type: 'deed',
    callId: `deed-${invitation}-${index}`,
    invitation,
    deed,
  }))
}

/** Everybody whom the answers concern, and the open invitations. */
export function networkOfAnswers({ invitations }: Pick<AnswerPlan, 'invitations'>): Network {
  const all = upTo(invitations)
  const people = all.flatMap((which) => [guestOf(which), inviterOf(which), moderatorOf(which)])
  return {
    members: [...new Set(people)].map((memberId) => ({ memberId, displayName: 'Gast' })),
    // Where a moderator decides, one of two inviters is a moderator, and so admits at once.
    groups: [...new Set(all.map(groupOf))].map((groupId, index) => ({
      groupId,
      name: 'Schach',
      admission: index % 2 === 0 ? 'open' : 'approval',
      standings: {
        [`${groupId}-inviter-0`]: 'member',
        [`${groupId}-inviter-1`]: 'moderator',
        [`${groupId}-moderator`]: 'moderator',
      },
    })),
    invitations: all.map((which) => ({
      invitationId: invitationOf(which),
      inviterId: inviterOf(which),
      recipientId: guestOf(which),
      groupId: groupOf(which),
      sentAt: new Date(),
      text: 'Lieber Gast, magst du am Montag gegen uns antreten?',
    })),
  }
}

function actorOf(who: Who, which: number): InvitationActor {
  switch (who) {
    case 'recipient':
      return { memberId: guestOf(which) }
    case 'inviter':
      return { memberId: inviterOf(which) }
    case 'moderator':
      return { memberId: moderatorOf(which) }
    case 'stranger':
      return { memberId: STRANGER }
    case 'network':
      return { network: 'inviter-erased' }
  }
}

export const STRANGER = 'stranger'

const upTo = (count: number) => Array.from({ length: count }, (_nothing, index) => index)

function shuffled<Item>(items: readonly Item[], key: string): Item[] {
  return items
    .map((item, index) => ({ item, at: chance(`${key} ${index}`) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** A number from 0 to 1 that is the same in each process and after each restart. */
function chance(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32LE() / 2 ** 32
}
