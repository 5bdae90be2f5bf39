import { CLASSIFIER } from './classifier-weights.js'
import type { ProhibitedCategory } from './content-evidence.js'
import { visitFeatures } from '../text/features.js'
import { once } from '../text/once.js'

/** How much a text looks like prohibited content. */
export interface Weighing {
  /** The logarithm of the odds, by the texts of the training, that a text is prohibited. */
  readonly score: number
  readonly category: ProhibitedCategory
  /** The weight of each word in the list: above 0 it speaks for prohibited content. */
  readonly weights: readonly number[]
}

/** What the training makes. */
export interface Trained {
  readonly bias: number
  readonly unit: number
  readonly table: string
}

/** The weights of features, addressed by their hashes. */
export interface Table {
  readonly bias: number
  /** What the weights are multiplied with. */
  readonly unit: number
  /** How many places there are. */
  readonly size: number
  /**
   * Two for each place: 6 bits of the hash, by which other features at the same place are told apart; then the weight, and
   * 32 more if the feature is more frequent in multi-level marketing than in spam. Decoding all of them at once would be
   * felt at the first text.
   */
  readonly digits: string
}

/** The digits of the table, each of 6 bits. */
export const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

export const MOST_WEIGHT = 15

/** The digit of a weight of 0. */
export const NO_WEIGHT = 16

export const builtInTable = once(() => tableOf(CLASSIFIER))

/** Weighs folded words by a linear model: the sum of the weights of their features, for the length of the text. */
export function weigh(words: readonly string[], { bias, unit, size, digits }: Table): Weighing {
  const byWord = new Array<number>(words.length).fill(0)
  let sum = 0
  let marketing = 0
  const count = visitFeatures(words, (hash, at) => {
    const place = placeOf(hash, size)
    if (digits.charCodeAt(2 * place) !== DIGITS.charCodeAt(checkOf(hash))) return
    const value = DIGITS.indexOf(digits.charAt(2 * place + 1))
    const weight = (value & 31) - NO_WEIGHT
    sum += weight
    byWord[at] = Number(byWord[at]) + weight
    // Stryker disable next-line EqualityOperator: 0 changes nothing
    if (weight > 0) marketing += value < 32 ? -weight : weight
  })
  return {
    score: (sum * unit) / Math.sqrt(count + 1) + bias,
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

/** White space between the digits is ignored. */
export function tableOf({ bias, unit, table }: Trained): Table {
  const digits = table.replace(/\s/g, '')
  return { bias, unit, size: digits.length / 2, digits }
}
