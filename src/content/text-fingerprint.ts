import type { MemberProfile } from '../model/member.js'
import { normalizeText } from '../text/normalize-text.js'
import { analyzable } from '../text/limits.js'
import { type Word, wordsIn } from '../text/words.js'
import { type ProfileWords, profileWordsOf } from './profile-words.js'
import { isDistinctive } from './stop-words.js'

/**
 * The trace of a text by which copies of it are recognised: at most 510 ASCII characters, with nothing readable in
 * them.
 *
 * A version, then hashes of the text's pairs of neighbouring words, each once, in ascending order: the 127 lowest. One
 * of the version alone, `1.`, recognises nothing. A fingerprint hides what was written from a reader, not from somebody
 * who wants to test whether a text they know was sent.
 *
 * @since 0.1.0
 */
export type TextFingerprint = string

/** The version of the fingerprints that are made and compared here; one of any other is compared with nothing. */
export const VERSION = '1.'

/** One hash has 24 bits in 4 digits, in an alphabet in the order of ASCII. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
export const HASH_DIGITS = 4

/** Of more pairs the lowest hashes are kept: those of a text's copies are the same. */
const MOST_PAIRS = 127

/** The fingerprint of a text of which nothing is told. */
export const EMPTY_FINGERPRINT: TextFingerprint = VERSION

/**
 * The fingerprint of a text, as an approval carries it: for storing it with invitations that were sent before.
 *
 * The salutation and the closing are left out, and one mask stands for the recipient's names and for what an entry of
 * their profile says, so that copies in which only these are exchanged have the same fingerprint. The same text has the
 * same fingerprint on every platform and in every release that writes the same version. A text that has more than 7,500
 * UTF-16 units when normalised has the fingerprint of an empty one. Never throws on a string.
 *
 * @since 0.1.0
 */
export function fingerprintText(text: string, recipient?: MemberProfile): TextFingerprint {
  const normalized = analyzable(normalizeText(text))
  return fingerprintOf(normalized, wordsIn(normalized), profileWordsOf(recipient))
}

/** The same of a normalised text whose words are read already. */
export function fingerprintOf(
  text: string,
  words: readonly Word[],
  profile: ProfileWords,
): TextFingerprint {
  const [opening = ''] = salutation.exec(text) ?? []
  const end = closing.exec(text)?.index ?? text.length
  const body = words.filter(({ index }) => index >= opening.length && index < end)
  const pairs = new Set<number>()
  let before: number | undefined
  for (const word of masked(body, profile)) {
    const hash = hashOf(word)
    if (before !== undefined) pairs.add(hashOfPair(before, hash))
    before = hash
  }
  let fingerprint = VERSION
  for (const pair of Uint32Array.from(pairs).sort().subarray(0, MOST_PAIRS)) {
    fingerprint += digitsOf(pair)
  }
  return fingerprint
}

/** A salutation at the beginning of a text, up to a comma, an exclamation mark, a colon or the end of the line. */
const salutation = /^[^\n,!:]{0,50}[,!:\n]/

/** The greetings at the end of a text, and up to six short lines of name and address below. */
const closing =
  /\n[^\n]{0,30}(?:gr(?:u|ü|ue)(?:ß|ss)|regards|wishes|cheers|sincerely|herzlich)[^\n]{0,30}(?:\n[^\n]{0,60}){0,6}$/i

/** What stands for everything that differs between copies. */
const MASK = '#'

/**
 * The words, folded, with one mask for names and for what a profile entry says, however many words that are; none in
 * front.
 */
function masked(words: readonly Word[], { foldedNames, entries }: ProfileWords): string[] {
  const ofEntries = entries.flatMap((entry) => entry.words)
  const inEntries = new Set(ofEntries.map(({ folded }) => folded))
  const distinctive = new Set(ofEntries.filter(isDistinctive).map(({ folded }) => folded))
  const result: string[] = []
  for (const { folded } of words) {
    const goesOn = result.at(-1) === MASK
    const isMasked =
      foldedNames.has(folded) || distinctive.has(folded) || (goesOn && inEntries.has(folded))
    if (!isMasked) result.push(folded)
    else if (!goesOn && result.length > 0) result.push(MASK)
  }
  return result
}

/** FNV-1a with 32 bits, over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Two hashes in their order, mixed and folded to 24 bits. */
function hashOfPair(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & 0xffffff
}

function digitsOf(hash: number): string {
  return (
    DIGITS.charAt((hash >> 18) & 63) +
    DIGITS.charAt((hash >> 12) & 63) +
    DIGITS.charAt((hash >> 6) & 63) +
    DIGITS.charAt(hash & 63)
  )
}
