import type { InvitationRequest, Pace } from 'group-invitations'
import type { Network } from 'group-invitations/memory'

/** How large a race for the pace of inviters is. */
export interface PacePlan {
  readonly pace: Pace
  readonly inviters: number
  /** The calls for each inviter. */
  readonly sends: number
  readonly processes: number
  /** Of each pool. A process has two of them. */
  readonly connections: number
  /**
   * The time between two calls for one inviter, in milliseconds, if some are denied or repeated and the clocks jump back.
   * Absent: all are sent to different members, and those for one inviter begin at once.
   */
  readonly spacing?: number
  readonly startAt: number
}

/** One call of `send`. Several may have one identifier. */
export interface PacedCall {
  readonly callId: string
  readonly invitationId: string
  readonly request: InvitationRequest
  /** The number of its inviter, and its own among the calls for this inviter. */
  readonly inviter: number
  readonly index: number
  /** Whether its connection is cut after the commit. */
  readonly isCut: boolean
}

const inviterOf = (inviter: number) => `inviter-${inviter}`

/** The calls of one process: all processes have the same inviters at the same time. */
export function pacedCallsOf(plan: PacePlan, process: number): PacedCall[] {
  const isRough = plan.spacing !== undefined
  const calls = Array.from({ length: plan.inviters }, (_nothing, inviter) =>
    Array.from({ length: plan.sends }, (_none, index) => callOf(inviter, index, isRough)),
  ).flat()
  if (isRough) calls.sort((one, other) => one.index - other.index)
  return calls.filter(({ index }) => index % plan.processes === process)
}

function callOf(inviter: number, index: number, isRough: boolean): PacedCall {
  const of = (kind: number) => isRough && index % 10 === kind
  const idOf = (which: number) => `${inviterOf(inviter)}-${which}`
  // Its neighbours are other processes'.
  const isSameCall = of(4)
  let guest = `guest-${index}`
  if (of(1)) guest = 'opted-out'
  if (of(2)) guest = 'member'
  if (of(6) || isSameCall) guest = `guest-${index - 1}`
  return {
    callId: idOf(index),
    invitationId: idOf(isSameCall || of(8) ? index - 1 : index),
    request: {
      inviterId: inviterOf(inviter),
      recipientId: guest,
      groupId: 'chess',
      route: 'profile',
      text: 'Lieber Gast, du spielst Schach: Magst du am Montag gegen uns antreten?',
    },
    inviter,
    index,
    isCut: isRough && index % 7 === 0,
  }
}

/** Everybody whom the calls concern. */
export function networkOfPaces({ inviters, sends }: Pick<PacePlan, 'inviters' | 'sends'>): Network {
  const senders = Array.from({ length: inviters }, (_nothing, inviter) => inviterOf(inviter))
  const guests = Array.from({ length: sends }, (_nothing, index) => `guest-${index}`)
  const members = [...senders, ...guests, 'opted-out', 'member']
  return {
    members: members.map((memberId) => ({
      memberId,
      displayName: 'Gast',
      haves: ['Schach'],
      optedOut: memberId === 'opted-out',
    })),
    groups: [
      {
        groupId: 'chess',
        name: 'Schach',
        standings: Object.fromEntries([...senders, 'member'].map((id) => [id, 'member'])),
      },
    ],
  }
}
