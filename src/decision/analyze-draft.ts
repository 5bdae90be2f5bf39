import { mentionsIn } from '../content/find-mentions.js'
import { entryAmong } from '../content/profile-entries.js'
import { type ProfileWords, profileWordsOf } from '../content/profile-words.js'
import { screenWords } from '../content/term-screener.js'
import { EMPTY_FINGERPRINT, fingerprintOf } from '../content/text-fingerprint.js'
import { areAllOff, type ContentEnforcement } from './enforcement.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Draft, InvitationRequest, ProfileReference } from '../model/invitation.js'
import type { ParsedRequest } from '../validation/parse-request.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import { type Word, wordsIn } from '../text/words.js'

/**
 * Reads out of a draft what the rules need to know.
 *
 * What the facts know already is taken from them, else the built-in matcher and screener are asked. What no enforced
 * rule asks for is not read.
 */
export function analyzeDraft(
  { request, given, isTextPlain }: ParsedRequest,
  facts: InvitationFacts,
  enforcement: ContentEnforcement,
): DraftAnalysis {
  if (areAllOff(enforcement)) return unread(given, isTextPlain)
  const { text } = request
  const words = wordsIn(text)
  const profile = profileWordsOf(facts.recipientProfile)
  return {
    given,
    isTextPlain,
    names: profile.names,
    mentions: needsMentions(enforcement) ? mentionsOf(request, facts, words, profile) : [],
    evidence: needsEvidence(enforcement)
      ? (facts.evidence ?? screenWords(request, words, profile))
      : [],
    textFingerprint:
      enforcement.MassMessage === 'off' ? EMPTY_FINGERPRINT : fingerprintOf(text, words, profile),
  }
}

function unread(given: Draft, isTextPlain: boolean): DraftAnalysis {
  return {
    given,
    isTextPlain,
    names: none,
    mentions: none,
    evidence: none,
    textFingerprint: EMPTY_FINGERPRINT,
  }
}

const none: readonly [] = []

/** Whether any rule asks what the draft mentions. */
export function needsMentions(enforcement: ContentEnforcement): boolean {
  const { ProfileReferenceMissing, WantsAndHavesNotAddressed } = enforcement
  return ProfileReferenceMissing !== 'off' || WantsAndHavesNotAddressed !== 'off'
}

/** Whether any rule asks what the screener finds. */
export function needsEvidence({ ProhibitedContent }: ContentEnforcement): boolean {
  return ProhibitedContent !== 'off'
}

/**
 * What the text mentions, and the declared reference, which the recipient reads beside the text; as far as the profile
 * really has it.
 */
function mentionsOf(
  { reference }: InvitationRequest,
  { mentions }: InvitationFacts,
  words: readonly Word[],
  profile: ProfileWords,
): ProfileReference[] {
  const claimed = [...(reference ? [reference] : []), ...(mentions ?? mentionsIn(words, profile))]
  const entries = profile.entries.map((entry) => entry.reference)
  return claimed.filter((mention) => entryAmong(entries, mention) !== undefined)
}
