import type { Result } from 'neverthrow'
import type { RepositoryFailed } from './errors.js'
import type { InvitationFacts } from './facts.js'

/** What an evaluation has asked for: the facts, and what each own rule has loaded, in the rules' order. */
export interface Gathered {
  readonly facts: InvitationFacts
  readonly loaded: readonly unknown[]
}

/** Facts being gathered. Never rejects. */
export type Gathering = Promise<Result<Gathered, RepositoryFailed>>
