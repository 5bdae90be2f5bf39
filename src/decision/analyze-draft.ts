import type { ContentEvidence } from '../content/content-evidence.js'
import { mentionsIn } from '../content/find-mentions.js'
import { entryKeyOf } from '../content/profile-entries.js'
import { type ProfileWords, profileWordsOf } from '../content/profile-words.js'
import { callsByName } from '../content/salutation.js'
import { screenWords } from '../content/screen-words.js'
import { builtInTerms } from '../content/term-screener.js'
import { fingerprintOf } from '../content/text-fingerprint.js'
import { topicOf } from '../content/topic.js'
import { areAllOff, type ContentEnforcement } from './enforcement.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Draft, InvitationRequest, ProfileReference } from '../model/invitation.js'
import type { ParsedRequest } from '../validation/parse-request.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import { type Word, wordsIn } from '../text/words.js'

/**
 * Analyses a draft once for all rules. The words of the text and of the recipient's profile are found first; call by name,
 * mentions, evidence and fingerprint follow from them. Slots and links are no words: their rules look for them.
 *
 * Mentions and evidence that the facts already hold are taken from them. What no enforced rule needs is left out.
 */
export function analyzeDraft(
  { request, given, isTextPlain }: ParsedRequest,
  facts: InvitationFacts,
  enforcement: ContentEnforcement,
): DraftAnalysis {
  if (areAllOff(enforcement)) return unanalyzed(given, isTextPlain)
  const { text } = request
  const words = wordsIn(text)
  const profile = profileWordsOf(facts.recipientProfile)
  return {
    given,
    isTextPlain,
    names: profile.names,
    isCalledByName:
      needsCall(enforcement) &&
      facts.recipientProfile !== undefined &&
      callsByName(text, facts.recipientProfile),
    mentions: needsMentions(enforcement) ? mentionsOf(request, facts, words, profile) : [],
    evidence: needsEvidence(enforcement)
      ? (checkedEvidence(facts) ??
        screenWords(request, words, topicOf(profile, facts.group), builtInTerms()))
      : [],
    textFingerprint: fingerprintOf(text, words, profile),
  }
}

function unanalyzed(given: Draft, isTextPlain: boolean): DraftAnalysis {
  return {
    given,
    isTextPlain,
    names: none,
    isCalledByName: false,
    mentions: none,
    evidence: none,
    textFingerprint: undefined,
  }
}

function checkedEvidence({ evidence }: InvitationFacts): readonly ContentEvidence[] | undefined {
  // Checking gives a certainty to each.
  return evidence as readonly ContentEvidence[] | undefined
}

const none: readonly [] = []

function needsCall({ SalutationMissing, UnfilledPlaceholder }: ContentEnforcement): boolean {
  return SalutationMissing !== 'off' || UnfilledPlaceholder !== 'off'
}

/** Whether any rule needs the mentions of a draft. */
export function needsMentions(enforcement: ContentEnforcement): boolean {
  const { ProfileReferenceMissing, WantsAndHavesNotAddressed } = enforcement
  return ProfileReferenceMissing !== 'off' || WantsAndHavesNotAddressed !== 'off'
}

/** Whether any rule needs evidence of prohibited content. */
export function needsEvidence({ ProhibitedContent }: ContentEnforcement): boolean {
  return ProhibitedContent !== 'off'
}

/** The mentions of the text and the declared reference, which the recipient reads beside it, if the profile has them. */
function mentionsOf(
  { reference }: InvitationRequest,
  { mentions }: InvitationFacts,
  words: readonly Word[],
  profile: ProfileWords,
): readonly ProfileReference[] {
  const declared = [...(reference ? [reference] : []), ...(mentions ?? [])]
  const found = mentions ? [] : mentionsIn(words, profile)
  // Stryker disable next-line ConditionalExpression: only saves looking at the entries
  if (declared.length === 0) return found
  const keys = new Set(profile.entries.map((entry) => entryKeyOf(entry.reference)))
  return [...declared.filter((mention) => keys.has(entryKeyOf(mention))), ...found]
}
