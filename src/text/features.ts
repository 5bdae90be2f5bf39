import { hashOf, hashOfPair } from './hash.js'

const WORD_LETTERS = 7
const START_LETTERS = 5
const END_LETTERS = 6

// Different, so that the beginning of a word is not taken for a short word.
const WORD = 0
const START = 0x1000193
const END = 0x2000193

/**
 * Visits the features of folded words, each once, by their hashes, with the place of the word that has it: the first seven
 * letters of words, the first five, the last six of long words (the heads of compounds), and pairs of neighbours. Numbers
 * count by their size alone. Returns how many there are.
 */
export function visitFeatures(
  words: readonly string[],
  visit: (hash: number, at: number) => void,
): number {
  const seen = new Set<number>()
  const add = (hash: number, at: number) => {
    if (seen.has(hash)) return
    seen.add(hash)
    visit(hash, at)
  }
  let before: number | undefined
  for (const [at, written] of words.entries()) {
    const word = /\d/.test(written) ? written.replace(/\d+/g, sizeOf) : written
    const hash = hashOf(word.slice(0, WORD_LETTERS))
    add(hashOfPair(WORD, hash), at)
    if (word.length >= START_LETTERS)
      add(hashOfPair(START, hashOf(word.slice(0, START_LETTERS))), at)
    if (word.length > END_LETTERS + 2) add(hashOfPair(END, hashOf(word.slice(-END_LETTERS))), at)
    // Stryker disable next-line ConditionalExpression: a pair with nothing has the hash of the word
    if (before !== undefined) add(hashOfPair(before, hash), at)
    before = hash
  }
  return seen.size
}

function sizeOf(digits: string): string {
  return digits.length > 2 ? '000' : '0'
}
