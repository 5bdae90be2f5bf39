import type { MemberId, MemberProfile } from '../model/member.js'
import { analyzable } from '../text/limits.js'
import { hashOf, hashOfPair } from '../text/hash.js'
import { normalizeText } from '../text/normalize-text.js'
import { once } from '../text/once.js'
import { type Word, wordsIn } from '../text/words.js'
import { type ProfileWords, profileWordsOf } from './profile-words.js'

/**
 * The fingerprint of a text, by which copies of the text are recognised: at most 510 ASCII characters.
 *
 * It is a version, then the 127 lowest hashes of the text's pairs of neighbouring words, each once, in ascending order.
 * The beginning and the end count as words. A text without words counts as one word. The version alone, `1.`, is the
 * fingerprint of an empty text, and recognises nothing. Nobody can read the text
 * in its fingerprint, but somebody who has a text can test whether the fingerprint belongs to it.
 *
 * @since 0.1.0
 */
export type TextFingerprint = string

/**
 * The fingerprint of an invitation that was sent, and its recipient.
 *
 * @since 0.1.0
 */
export interface RecentFingerprint {
  readonly recipientId: MemberId
  /** The `textFingerprint` of the approval that was sent. An unknown version is ignored. */
  readonly textFingerprint: TextFingerprint
}

/**
 * For how many days, of 24 hours each, a sent text is compared with later ones.
 *
 * A text that is exactly 30 days old is still compared. The rule on mass messages (D12) needs this. The number is this
 * library's own.
 *
 * @since 0.1.0
 */
export const RECENT_FINGERPRINT_DAYS = 30

/**
 * How many fingerprints an evaluation asks the repository for at most: the latest ones.
 *
 * The number is this library's own.
 *
 * @since 0.1.0
 */
export const RECENT_FINGERPRINT_LIMIT = 100

export const VERSION = '1.'

/** In the order of ASCII. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const DIGIT_BITS = 6
export const HASH_DIGITS = 4
const HASH_BITS = HASH_DIGITS * DIGIT_BITS
const HASH_MASK = 2 ** HASH_BITS - 1

/** Copies of a long text have the same lowest hashes. */
const PAIR_LIMIT = 127

export const EMPTY_FINGERPRINT: TextFingerprint = VERSION

/**
 * Computes the fingerprint of a text, as an approval has it; for invitations that were sent without this library.
 *
 * The salutation and the closing do not count, and a mask replaces the recipient's names and the words of their profile
 * entries. So copies that differ only in these have the same fingerprint. If fewer than 12 words and masks are left, the
 * whole text counts, with masks for the names alone. The same text has the same fingerprint on
 * every platform, and in every release with the same version of fingerprints. A text of more than 7,500 UTF-16 units
 * after normalising has the fingerprint of an empty text. Never throws on a string.
 *
 * @since 0.1.0
 */
export function fingerprintText(text: string, recipient?: MemberProfile): TextFingerprint {
  const normalized = analyzable(normalizeText(text))
  return fingerprintOf(normalized, wordsIn(normalized), profileWordsOf(recipient))
}

export function fingerprintOf(
  text: string,
  words: readonly Word[],
  profile: ProfileWords,
): TextFingerprint {
  const body = comparedWords(text, words, profile)
  return body.length === 0 ? EMPTY_FINGERPRINT : serialized(pairsOf(body).sort())
}

/** The hashes of all pairs of neighbours. */
function pairsOf(words: readonly string[]): Uint32Array {
  const pairs = new Uint32Array(words.length + 1)
  let before = hashOf(EDGE)
  words.forEach((word, at) => {
    const hash = hashOf(word)
    pairs[at] = hashOfPair(before, hash) & HASH_MASK
    before = hash
  })
  pairs[words.length] = hashOfPair(before, hashOf(EDGE)) & HASH_MASK
  return pairs
}

/** The lowest hashes, each once. */
function serialized(ascending: Uint32Array): TextFingerprint {
  const digits = new Array<number>(Math.min(ascending.length, PAIR_LIMIT) * HASH_DIGITS)
  let count = 0
  let before: number | undefined
  for (const pair of ascending) {
    if (pair === before) continue
    if (count === digits.length) break
    for (let bits = HASH_BITS - DIGIT_BITS; bits >= 0; bits -= DIGIT_BITS) {
      digits[count] = DIGITS.charCodeAt((pair >> bits) & 63)
      count += 1
    }
    before = pair
  }
  digits.length = count
  return VERSION + String.fromCharCode(...digits)
}

/** A shorter text says too little to be compared without its salutation, its closing and the words of the profile. */
const FEWEST_WORDS = 12

/** What of a text is compared, folded and masked; the whole text, with masks for the names alone, if that is too little. */
function comparedWords(text: string, words: readonly Word[], profile: ProfileWords): string[] {
  const [opening = ''] = salutation.exec(text) ?? []
  const end = closing.exec(text)?.index ?? text.length
  // Stryker disable next-line EqualityOperator: the closing begins with a line break, which is no word
  const body = words.filter(({ index }) => index >= opening.length && index < end)
  const masks = masked(body, profile)
  if (masks.length >= FEWEST_WORDS) return masks
  const isName = ({ folded }: Word) => profile.foldedNames.has(folded)
  if (words.length === 0) return text === '' ? [] : [text]
  return words.map((word) => (isName(word) ? MASK : word.folded))
}

const salutation = /^[^\n,!:]{0,50}[,!:\n]/

/** The closing phrase, and up to six short lines of name and address below. */
const closing =
  /\n[^\n]{0,30}(?:gr(?:u|ü|ue)(?:ß|ss)|regards|wishes|cheers|sincerely|herzlich)[^\n]{0,30}(?:\n[^\n]{0,60}){0,6}$/i

const MASK = '#'

/** Before the first word and behind the last one, so that a text of one word has pairs too. */
const EDGE = '|'

/** Folded, with one mask for each run of names and of words of profile entries, except at the beginning. */
function masked(words: readonly Word[], { foldedNames, entries }: ProfileWords): string[] {
  const starts = new Set(foldedNames)
  for (const { distinctive } of entries) for (const { folded } of distinctive) starts.add(folded)
  const inEntries = once(
    () => new Set(entries.flatMap((entry) => entry.words.map((word) => word.folded))),
  )
  const result: string[] = []
  for (const { folded } of words) {
    const goesOn = result.at(-1) === MASK
    const isMasked = starts.has(folded) || (goesOn && inEntries().has(folded))
    if (!isMasked) result.push(folded)
    else if (!goesOn && result.length > 0) result.push(MASK)
  }
  return result
}
