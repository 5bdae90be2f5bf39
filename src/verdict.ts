import { err, ok, type Result } from 'neverthrow'
import { repeatableAt } from './cooldown.js'
import type { ContentFinding, InvitationDenial } from './denials.js'
import type { InvitationFacts } from './facts.js'
import type { Draft, InvitationRequest } from './invitation.js'
import type { Denial } from './rules/rule.js'

/** Nothing speaks against the invitation at `decidedAt`. Nothing is stored or sent by it. */
export interface InvitationApproval {
  /** The request with subject and text normalised: what is to be stored and sent. A blank subject is absent. */
  readonly request: InvitationRequest
  /** What could be better. Advisories refuse nothing. */
  readonly advisories: readonly ContentFinding[]
  /** The instant of the decision, and the time of sending if it is sent. */
  readonly decidedAt: Date
  /** When this inviter may invite this recipient again, if it is sent (D5): 6 calendar months after `decidedAt`. */
  readonly repeatableAt: Date
}

/** At least one rule says no. The same request may pass another time. */
export interface InvitationDenied<OwnDenial extends Denial = never> {
  readonly type: 'InvitationDenied'
  /** Every reason, in the rulebook's order; the denials of a service's own rules last. */
  readonly denials: readonly [InvitationDenial | OwnDenial, ...(InvitationDenial | OwnDenial)[]]
  /** What could be better besides. */
  readonly advisories: readonly ContentFinding[]
  /** Subject and text, normalised. A blank subject is absent. */
  readonly draft: Draft
}

/** The verdict that follows from the denials of all rules: approved if there are none. */
export function verdictOf<OwnDenial extends Denial>(
  request: InvitationRequest,
  { now }: InvitationFacts,
  [first, ...others]: readonly (InvitationDenial | OwnDenial)[],
): Result<InvitationApproval, InvitationDenied<OwnDenial>> {
  if (first === undefined) {
    return ok({ request, advisories: [], decidedAt: now, repeatableAt: repeatableAt(now) })
  }
  const { subject, text } = request
  const draft = subject === undefined ? { text } : { subject, text }
  return err({ type: 'InvitationDenied', denials: [first, ...others], advisories: [], draft })
}
