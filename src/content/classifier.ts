import { CLASSIFIER } from './classifier-weights.js'
import type { ProhibitedCategory } from './content-evidence.js'
import { visitFeatures } from './features.js'

/** How much a text looks like prohibited content. */
export interface Weighing {
  /** The logarithm of the odds, by the texts of the training, that a text is prohibited. */
  readonly score: number
  readonly category: ProhibitedCategory
  /** The weight of each word in the list: above 0 it speaks for prohibited content. */
  readonly weights: readonly number[]
}

/** A table of features, addressed by their hashes. */
interface Table {
  /** 6 bits of the hash, by which other features at the same place are told apart. */
  readonly checks: Uint8Array
  /** From `-MOST_WEIGHT` to `MOST_WEIGHT`. */
  readonly weights: Int8Array
  /** 1 if the feature is more frequent in multi-level marketing than in spam. */
  readonly categories: Uint8Array
}

/** The digits of the table, each of 6 bits. */
export const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

export const MOST_WEIGHT = 15

let table: Table | undefined

/** Weighs folded words by a linear model: the sum of the weights of their features, for the length of the text. */
export function weigh(words: readonly string[]): Weighing {
  table ??= tableOf(CLASSIFIER.table)
  const { checks, weights, categories } = table
  const byWord = new Array<number>(words.length).fill(0)
  let sum = 0
  let marketing = 0
  const count = visitFeatures(words, (hash, at) => {
    const place = placeOf(hash, weights.length)
    if (checks[place] !== checkOf(hash)) return
    const weight = weights[place] ?? 0
    sum += weight
    byWord[at] = (byWord[at] ?? 0) + weight
    if (weight > 0) marketing += categories[place] === 1 ? weight : -weight
  })
  return {
    score: (sum * CLASSIFIER.unit) / Math.sqrt(count + 1) + CLASSIFIER.bias,
    category: marketing > 0 ? 'multi-level-marketing' : 'spam',
    weights: byWord,
  }
}

/** The place of a feature in a table. */
export function placeOf(hash: number, size: number): number {
  return (hash >>> 0) % size
}

/** 6 bits that its place does not depend on. */
export function checkOf(hash: number): number {
  return hash >>> 26
}

/** Two digits a place: the check, then the category and the weight. */
function tableOf(lines: string): Table {
  const digits = lines.replace(/\s/g, '')
  const size = digits.length / 2
  const decoded: Table = {
    checks: new Uint8Array(size),
    weights: new Int8Array(size),
    categories: new Uint8Array(size),
  }
  for (let place = 0; place < size; place += 1) {
    const value = DIGITS.indexOf(digits.charAt(2 * place + 1))
    decoded.checks[place] = DIGITS.indexOf(digits.charAt(2 * place))
    decoded.weights[place] = (value & 31) - 16
    decoded.categories[place] = value >> 5
  }
  return decoded
}
