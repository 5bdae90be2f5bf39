import { HASH_DIGITS, type TextFingerprint, VERSION } from './text-fingerprint.js'

/**
 * The fewest pairs by which two texts can be compared. In texts of a hundred and fifty people, polite formulas make
 * up to 8 pairs alike.
 */
const FEWEST_PAIRS = 10

/**
 * How similar the texts of two fingerprints are, if at least so much: twice the pairs that both have to all that each
 * has.
 *
 * 0 where it is less, and where either has too few pairs to be compared or is of another version.
 */
export function similarityOf(one: TextFingerprint, other: TextFingerprint, least: number): number {
  const total = pairsIn(one) + pairsIn(other)
  const fewer = Math.min(pairsIn(one), pairsIn(other))
  // At best the shorter text is contained in the longer one.
  if (fewer < FEWEST_PAIRS || (2 * fewer) / total < least) return 0
  const unshared = unsharedBy(one, other, Math.ceil(total * (1 - least)))
  const similarity = (total - unshared) / total
  return similarity < least ? 0 : similarity
}

/** How many pairs a fingerprint tells of; 0 where it is none, or of another version. */
function pairsIn(fingerprint: TextFingerprint): number {
  const pairs = (fingerprint.length - VERSION.length) / HASH_DIGITS
  return fingerprint.startsWith(VERSION) && Number.isInteger(pairs) ? pairs : 0
}

/** How many hashes only one of the two has: one walk through both, as they ascend. It ends beyond `most`. */
function unsharedBy(one: TextFingerprint, other: TextFingerprint, most: number): number {
  let unshared = 0
  let here = VERSION.length
  let there = VERSION.length
  while (here < one.length && there < other.length && unshared <= most) {
    const order = orderAt(one, here, other, there)
    if (order !== 0) unshared += 1
    if (order <= 0) here += HASH_DIGITS
    if (order >= 0) there += HASH_DIGITS
  }
  return unshared + (one.length - here + other.length - there) / HASH_DIGITS
}

/**
 * Which of two hashes is lower, as the difference of their first unlike digits; nearly always the first digit tells.
 */
function orderAt(
  one: TextFingerprint,
  here: number,
  other: TextFingerprint,
  there: number,
): number {
  for (let digit = 0; digit < HASH_DIGITS; digit += 1) {
    const order = one.charCodeAt(here + digit) - other.charCodeAt(there + digit)
    if (order !== 0) return order
  }
  return 0
}
