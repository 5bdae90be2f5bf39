import type { InvitationRequest } from 'group-invitations'
import type { Network } from 'group-invitations/memory'

/** How large a race is. */
export interface Plan {
  readonly sends: number
  readonly pairs: number
  readonly processes: number
  readonly connections: number
  /** Whether the server is stopped meanwhile, and the clocks of the processes differ and jump back. */
  readonly isRough?: boolean
}

/** One wish to send, identified by the same key however often it is tried. */
export interface Attempt {
  readonly invitationId: string
  readonly pair: number
  readonly request: InvitationRequest
}

/** The attempts of one process: all processes go from pair to pair side by side, so that they meet on each. */
export function attemptsOf({ sends, pairs, processes }: Plan, process: number): Attempt[] {
  const perPair = sends / pairs
  return Array.from({ length: sends }, (_, index) => index)
    .filter((index) => index % processes === process)
    .map((index) => {
      const pair = Math.floor(index / perPair)
      return { invitationId: `attempt-${index}`, pair, request: requestFor(pair) }
    })
}

/** Ten recipients an inviter. */
function requestFor(pair: number): InvitationRequest {
  return {
    inviterId: `inviter-${Math.floor(pair / 10)}`,
    recipientId: recipientOf(pair),
    groupId: 'chess',
    route: 'profile',
    text: `Lieber Gast, du spielst Schach: Magst du am Montag gegen uns antreten?`,
  }
}

export const recipientOf = (pair: number) => `guest-${pair}`

/** Everybody whom the attempts concern. */
export function networkFor({ pairs }: Plan): Network {
  const inviters = Array.from({ length: Math.ceil(pairs / 10) }, (_, index) => `inviter-${index}`)
  const guests = Array.from({ length: pairs }, (_, pair) => recipientOf(pair))
  return {
    members: [...inviters, ...guests].map((memberId) => ({
      memberId,
      displayName: 'Gast',
      haves: ['Schach'],
    })),
    groups: [
      {
        groupId: 'chess',
        name: 'Schach',
        standings: Object.fromEntries(inviters.map((inviterId) => [inviterId, 'member'])),
      },
    ],
  }
}
