import {
  type DecisionOptions,
  type InvitationRequest,
  type Observe,
  type SerializedFacts,
  serializeFacts,
} from 'group-invitations'

/** A decision as a line of JSON: all that it rests on, and how it ended. */
export interface DecisionRecord extends Outcome {
  readonly request: InvitationRequest
  readonly facts: SerializedFacts
  /** The settings of the policy that decided. */
  readonly options: DecisionOptions
}

/** How a decision ended, by the types of its findings. */
export interface Outcome {
  /** Empty: approved. */
  readonly denials: readonly string[]
  readonly advisories: readonly string[]
}

/**
 * Writes each decision of a policy as a line, for `options.observe`. It takes the options of the policy.
 *
 * `write` must be fast, and must throw if it cannot take the line: then no decision is returned.
 */
export const recordTo =
  (write: (line: string) => unknown, { enforcement, pace }: DecisionOptions = {}): Observe =>
  ({ request, facts, verdict }) => {
    const outcome = verdict.isOk()
      ? { denials: [], advisories: verdict.value.advisories }
      : verdict.error
    const record: DecisionRecord = {
      request,
      facts: serializeFacts(facts),
      options: { enforcement, pace },
      denials: outcome.denials.map(({ type }) => type),
      advisories: outcome.advisories.map(({ type }) => type),
    }
    // Returned, so that the policy notices a promise.
    return write(JSON.stringify(record))
  }
