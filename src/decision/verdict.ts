import { err, ok, type Result } from 'neverthrow'
import { repeatableAt } from '../model/cooldown.js'
import type { TextFingerprint } from '../content/text-fingerprint.js'
import type { ContentFinding, InvitationDenial } from './denials.js'
import { draftOf } from '../model/draft-of.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Draft, InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import type { Denial } from '../rules/rule.js'

/**
 * Nothing speaks against the invitation at `decidedAt`. Nothing is stored or sent by it.
 *
 * @since 0.1.0
 */
export interface InvitationApproval {
  /** The request with subject and text normalised: what is to be stored and sent. A blank subject is absent. */
  readonly request: InvitationRequest
  /** What could be better, in the rulebook's order. Advisories refuse nothing. */
  readonly advisories: readonly ContentFinding[]
  /** The instant of the decision, and the time of sending if it is sent. */
  readonly decidedAt: Date
  /** When this inviter may invite this recipient again, if it is sent (D5): 6 calendar months after `decidedAt`. */
  readonly repeatableAt: Date
  /**
   * What recognises copies of the text, to be stored with the invitation for 30 days: at most 510 ASCII characters.
   * Where `MassMessage` is off it is `1.`, which recognises nothing.
   */
  readonly textFingerprint: TextFingerprint
}

/**
 * At least one rule says no. The same request may pass another time.
 *
 * @since 0.1.0
 */
export interface InvitationDenied<CustomDenial extends Denial = never> {
  readonly type: 'InvitationDenied'
  /** Every reason, in the rulebook's order; the denials of a service's own rules last. */
  readonly denials: readonly [
    InvitationDenial | CustomDenial,
    ...(InvitationDenial | CustomDenial)[],
  ]
  /** What could be better besides, in the rulebook's order. */
  readonly advisories: readonly ContentFinding[]
  /** Subject and text, normalised. A blank subject is absent. */
  readonly draft: Draft
}

/** The verdict that follows from what all rules say: approved if there is no denial. */
export function verdictOf<CustomDenial extends Denial = never>(
  request: InvitationRequest,
  { now }: InvitationFacts,
  { textFingerprint }: DraftAnalysis,
  denials: readonly (InvitationDenial | CustomDenial)[],
  advisories: readonly ContentFinding[],
): Result<InvitationApproval, InvitationDenied<CustomDenial>> {
  if (isNotEmpty(denials)) {
    return err({ type: 'InvitationDenied', denials, advisories, draft: draftOf(request) })
  }
  return ok({
    request,
    advisories,
    decidedAt: now,
    repeatableAt: repeatableAt(now),
    textFingerprint,
  })
}

function isNotEmpty<Item>(list: readonly Item[]): list is readonly [Item, ...Item[]] {
  return list.length > 0
}
