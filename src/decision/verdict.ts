import { err, ok, type Result } from 'neverthrow'
import { repeatableAt } from '../model/cooldown.js'
import type { Pace } from '../model/pace.js'
import { fingerprintOf, type TextFingerprint } from '../content/text-fingerprint.js'
import { profileWordsOf } from '../content/profile-words.js'
import { wordsIn } from '../text/words.js'
import type { ContentFinding, InvitationDenial } from './denials.js'
import { type Draft, draftOf, type InvitationRequest } from '../model/invitation.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import type { Denial } from '../rules/rule.js'

/**
 * Nothing speaks against the invitation at `decidedAt`. Nothing was stored or sent.
 *
 * @since 0.1.0
 */
export interface InvitationApproval {
  /** The request with subject and text normalised, to be stored and sent. A blank subject is absent. */
  readonly request: InvitationRequest
  /** What could be better, in the rulebook's order. An advisory denies nothing. */
  readonly advisories: readonly ContentFinding[]
  /** The instant of the decision, which is the time of sending if the invitation is sent. */
  readonly decidedAt: Date
  /** The instant from which this inviter may invite this recipient again: 6 calendar months after `decidedAt` (D5). */
  readonly repeatableAt: Date
  /**
   * Recognises copies of the text, whatever the enforcement: at most 510 ASCII characters. Store it with the invitation
   * for 30 days.
   */
  readonly textFingerprint: TextFingerprint
  /** The pace of the options, for `commit`. Absent if there is none. */
  readonly pace?: Pace
}

/**
 * At least one rule denies the invitation. The same request may pass another time.
 *
 * @since 0.1.0
 */
export interface InvitationDenied<CustomDenial extends Denial = never> {
  readonly type: 'InvitationDenied'
  /** Every denial, in the rulebook's order; those of custom rules come last. */
  readonly denials: readonly [
    InvitationDenial | CustomDenial,
    ...(InvitationDenial | CustomDenial)[],
  ]
  /** What else could be better, in the rulebook's order. */
  readonly advisories: readonly ContentFinding[]
  /** Subject and text, normalised. A blank subject is absent. */
  readonly draft: Draft
}

/** The results of all rules, in the rulebook's order. */
export interface RuleResults<CustomDenial extends Denial = never> {
  readonly denials: readonly (InvitationDenial | CustomDenial)[]
  readonly advisories: readonly ContentFinding[]
}

/** The verdict that follows from the results of all rules: an approval if there is no denial. */
export function verdictOf<CustomDenial extends Denial = never>(
  request: InvitationRequest,
  { now, recipientProfile }: InvitationFacts,
  { textFingerprint }: DraftAnalysis,
  { denials, advisories }: RuleResults<CustomDenial>,
  pace: Pace | undefined,
): Result<InvitationApproval, InvitationDenied<CustomDenial>> {
  if (isNotEmpty(denials)) {
    return err({ type: 'InvitationDenied', denials, advisories, draft: draftOf(request) })
  }
  return ok({
    request,
    advisories,
    decidedAt: now,
    repeatableAt: repeatableAt(now),
    textFingerprint:
      textFingerprint ??
      fingerprintOf(request.text, wordsIn(request.text), profileWordsOf(recipientProfile)),
    ...(pace && { pace }),
  })
}

function isNotEmpty<Item>(list: readonly Item[]): list is readonly [Item, ...Item[]] {
  return list.length > 0
}
