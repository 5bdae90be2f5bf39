import type { InvitationFacts } from '../rules/facts.js'

/** What an evaluation has found out. */
export interface Gathered {
  readonly facts: InvitationFacts
  /** What each own rule has loaded, in the rules' order. */
  readonly loaded: readonly unknown[]
}
