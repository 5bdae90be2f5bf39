import { hashOfPair, hashOfPart } from './hash.js'

const WORD_LETTERS = 7
const START_LETTERS = 5
const END_LETTERS = 6

// Different, so that the beginning of a word is not taken for a short word.
const WORD = 0
const START = 0x1000193
const END = 0x2000193

/** A word has so many at most: itself, its beginning, its ending, and the pair with the word before. */
const FEATURES_PER_WORD = 4

/**
 * Visits the features of folded words, each once, by their hashes, with the place of the word that has it: the first seven
 * letters of words, the first five, the last six of long words (the heads of compounds), and pairs of neighbours. Numbers
 * count by their size alone. Returns how many there are.
 */
export function visitFeatures(
  words: readonly string[],
  visit: (hash: number, at: number) => void,
): number {
  const seen = new HashSet(words.length * FEATURES_PER_WORD)
  const add = (hash: number, at: number) => {
    if (seen.add(hash)) visit(hash, at)
  }
  let before: number | undefined
  words.forEach((written, at) => {
    const word = /\d/.test(written) ? written.replace(/\d+/g, sizeOf) : written
    const start = hashOfPart(word, 0, START_LETTERS)
    const hash = hashOfPart(word, START_LETTERS, WORD_LETTERS, start)
    add(hashOfPair(WORD, hash), at)
    if (word.length >= START_LETTERS) add(hashOfPair(START, start), at)
    if (word.length > END_LETTERS + 2) {
      add(hashOfPair(END, hashOfPart(word, word.length - END_LETTERS, word.length)), at)
    }
    // Stryker disable next-line ConditionalExpression: a pair with nothing has the hash of the word
    if (before !== undefined) add(hashOfPair(before, hash), at)
    before = hash
  })
  return seen.size
}

function sizeOf(digits: string): string {
  return digits.length > 2 ? '000' : '0'
}

/** A set of numbers with 32 bits. A `Set` takes three times as long. */
class HashSet {
  size = 0
  /** 0 is a free place. */
  private readonly places: Int32Array

  constructor(most: number) {
    // A power of two, of which at least half stays free.
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)))
  }

  /** Whether the hash is new. 0 counts as 1. */
  add(given: number): boolean {
    const { places } = this
    const hash = given === 0 ? 1 : given
    const last = places.length - 1
    let place = hash & last
    while (places[place] !== 0) {
      if (places[place] === hash) return false
      // Stryker disable next-line ArithmeticOperator: backwards there are as many places
      place = (place + 1) & last
    }
    places[place] = hash
    this.size += 1
    return true
  }
}
