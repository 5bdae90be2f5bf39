import { hashOf, hashOfPair } from '../text/hash.js'

/** Something by which the classifier knows a word: its hash, and the place of the word in the list. */
export interface Feature {
  readonly hash: number
  readonly at: number
}

const WORD_LETTERS = 7
const START_LETTERS = 5
const END_LETTERS = 6

// Other seeds, so that a beginning is not taken for a word.
const START = 0x1000193
const END = 0x2000193

/**
 * The features of folded words, each once: the words, their first five letters, the last six of long ones (the heads of
 * compounds), and pairs of neighbours. Numbers count by their size alone.
 */
export function featuresOf(words: readonly string[]): Feature[] {
  const features = new Map<number, Feature>()
  const add = (hash: number, at: number) => {
    if (!features.has(hash)) features.set(hash, { hash, at })
  }
  let before: number | undefined
  for (const [at, written] of words.entries()) {
    const word = /\d/.test(written) ? written.replace(/\d+/g, sizeOf) : written
    const hash = hashOf(word.slice(0, WORD_LETTERS))
    add(hashOfPair(0, hash), at)
    if (word.length >= START_LETTERS)
      add(hashOfPair(START, hashOf(word.slice(0, START_LETTERS))), at)
    if (word.length > END_LETTERS + 2) add(hashOfPair(END, hashOf(word.slice(-END_LETTERS))), at)
    if (before !== undefined) add(hashOfPair(before, hash), at)
    before = hash
  }
  return [...features.values()]
}

function sizeOf(digits: string): string {
  return digits.length > 2 ? '000' : '0'
}
