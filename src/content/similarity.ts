import { HASH_DIGITS, type TextFingerprint, VERSION } from './text-fingerprint.js'

/** Polite phrases alone gave up to 8 equal pairs in the texts of 150 people. The beginning and the end make two. */
const FEWEST_PAIRS = 12

/**
 * Dice similarity of two fingerprints: 1 if they are equal. Otherwise it returns 0 if it is below `threshold`, if either
 * has fewer than 12 pairs, or if their versions differ. The fingerprint of an empty text is similar to none.
 */
export function similarityOf(
  one: TextFingerprint,
  other: TextFingerprint,
  threshold: number,
): number {
  if (one === other && countPairs(one) > 0) return 1
  const total = countPairs(one) + countPairs(other)
  const fewer = Math.min(countPairs(one), countPairs(other))
  // At best the longer fingerprint has all pairs of the shorter one.
  // Stryker disable next-line ArithmeticOperator, ConditionalExpression, EqualityOperator: only saves the walk
  if (fewer < FEWEST_PAIRS || (2 * fewer) / total < threshold) return 0
  // Stryker disable next-line ArithmeticOperator, MethodExpression: only says where the walk may stop
  const unshared = countUnshared(one, other, Math.ceil(total * (1 - threshold)))
  const similarity = (total - unshared) / total
  return similarity < threshold ? 0 : similarity
}

/** Returns 0 for another version, and for a string that is no fingerprint. */
function countPairs(fingerprint: TextFingerprint): number {
  const pairs = (fingerprint.length - VERSION.length) / HASH_DIGITS
  return fingerprint.startsWith(VERSION) && Number.isInteger(pairs) ? pairs : 0
}

/** One pass, since hashes ascend. It stops above `most`. */
function countUnshared(one: TextFingerprint, other: TextFingerprint, most: number): number {
  let unshared = 0
  let here = VERSION.length
  let there = VERSION.length
  // Stryker disable next-line ConditionalExpression: only saves the rest of the walk
  while (here < one.length && there < other.length && unshared <= most) {
    const order = orderAt(one, here, other, there)
    if (order !== 0) unshared += 1
    if (order <= 0) here += HASH_DIGITS
    if (order >= 0) there += HASH_DIGITS
  }
  return unshared + (one.length - here + other.length - there) / HASH_DIGITS
}

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
