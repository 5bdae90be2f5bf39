import type {
  AnswerAction,
  InvitationStatus,
  PolicyOptions,
  Repositories,
  Standing,
} from 'group-invitations'

/** Ten guests get the same words from an inviter, which is not what is tested. */
export const ENFORCEMENT = { MassMessage: 'off' } as const

/** What a module exports over whose repositories a race is run. */
export interface RacerModule {
  /** Opens the repositories over one address, whatever that is to the module. */
  readonly open: (address: string, connections: number) => Promise<Opened>
}

export interface Opened {
  readonly repositories: Repositories
  /** If the adapter has it: all facts of an evaluation by one query. */
  readonly loadFacts?: PolicyOptions['loadFacts']
  readonly close: () => Promise<void>
}

interface Told {
  /** The tries before, which ended in an outage; of these, so many with the effect `unknown`. */
  readonly outages: number
  readonly unknown: number
  /** From the first outage to the result, in milliseconds. */
  readonly waited: number
}

/** What the caller of one `send` was told in the end. */
export interface Sent extends Told {
  readonly type: 'send'
  readonly invitationId: string
  readonly pair: number
  readonly said: 'sent' | 'replayed' | 'refused' | 'failed'
  /** The invitation that refuses, of a refusal. */
  readonly by?: string
  /** The error, of a failure. */
  readonly error?: string
}

/** What the caller of one answer was told in the end: a status, or an error. */
export interface Answered extends Told {
  readonly type: 'answer'
  readonly answerId: string
  readonly invitationId: string
  readonly action: AnswerAction
  readonly status?: InvitationStatus
  readonly standing?: Standing
  readonly replayed?: boolean
  readonly error?: string
}

export type Entry = Sent | Answered
