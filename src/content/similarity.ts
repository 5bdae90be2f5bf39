import { HASH_DIGITS, type TextFingerprint, VERSION } from './text-fingerprint.js'

/** Polite phrases alone gave up to 8 equal pairs in the texts of 150 people. The beginning and the end make two. */
const FEWEST_PAIRS = 12

/**
 * Compares other fingerprints with one, by their Dice similarity: 1 if they are equal. Otherwise it is 0 if it is below
 * `threshold`, if either has fewer than 12 pairs, or if their versions differ. The fingerprint of an empty text is similar
 * to none.
 */
export function similarityTo(
  one: TextFingerprint,
  threshold: number,
): (other: TextFingerprint) => number {
  const count = countPairs(one)
  const beginnings = beginningsIn(one)
  return (other) => {
    if (one === other && count > 0) return 1
    const otherCount = countPairs(other)
    if (Math.min(count, otherCount) < FEWEST_PAIRS) return 0
    const total = count + otherCount
    // Nearly all others are unlike, and need no more than this.
    // Stryker disable ArithmeticOperator, ConditionalExpression: only saves looking closely
    const most = mostShared(other, otherCount, beginnings, (threshold * total) / 2)
    if ((2 * most) / total < threshold) return 0
    // Stryker restore ArithmeticOperator, ConditionalExpression
    const similarity = (2 * countShared(one, other)) / total
    return similarity < threshold ? 0 : similarity
  }
}

/** Returns 0 for another version, and for a string that is no fingerprint. */
function countPairs(fingerprint: TextFingerprint): number {
  const pairs = (fingerprint.length - VERSION.length) / HASH_DIGITS
  return fingerprint.startsWith(VERSION) && Number.isInteger(pairs) ? pairs : 0
}

/** 1 for each first two digits of a pair. */
export function beginningsIn(fingerprint: TextFingerprint): Uint8Array {
  const beginnings = new Uint8Array(64 * 64)
  // Stryker disable next-line EqualityOperator: no digits begin as nothing does
  for (let at = VERSION.length; at < fingerprint.length; at += HASH_DIGITS) {
    beginnings[beginningAt(fingerprint, at)] = 1
  }
  return beginnings
}

/** Different digits may count as the same. */
function beginningAt(fingerprint: TextFingerprint, at: number): number {
  return ((fingerprint.charCodeAt(at) & 63) << 6) | (fingerprint.charCodeAt(at + 1) & 63)
}

/** How many of the pairs begin like one of the other fingerprint; or a larger number, if fewer than `least` do. */
export function mostShared(
  fingerprint: TextFingerprint,
  count: number,
  beginnings: Uint8Array,
  least: number,
): number {
  let most = count
  for (let at = VERSION.length; at < fingerprint.length && most >= least; at += HASH_DIGITS) {
    if (beginnings[beginningAt(fingerprint, at)] === 0) most -= 1
  }
  return most
}

/** One pass, since hashes ascend. */
function countShared(one: TextFingerprint, other: TextFingerprint): number {
  let shared = 0
  let here = VERSION.length
  let there = VERSION.length
  while (here < one.length && there < other.length) {
    const order = orderAt(one, here, other, there)
    if (order === 0) shared += 1
    // Stryker disable next-line EqualityOperator: the next turn passes the one of two equal pairs
    if (order <= 0) here += HASH_DIGITS
    // Stryker disable next-line EqualityOperator: the same for the other
    if (order >= 0) there += HASH_DIGITS
  }
  return shared
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
