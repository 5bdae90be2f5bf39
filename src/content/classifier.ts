import { CLASSIFIER } from './classifier-weights.js'
import type { ProhibitedCategory } from './content-evidence.js'
import { visitFeatures } from '../text/features.js'

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

let builtIn: Table | undefined

export function builtInTable(): Table {
  builtIn ??= tableOf(CLASSIFIER)
  return builtIn
}

/** Weighs folded words by a linear model: the sum of the weights of their features, for the length of the text. */
export function weigh(words: readonly string[], table: Table): Weighing {
  const { checks, weights, categories } = table
  const byWord = new Array<number>(words.length).fill(0)
  let sum = 0
  let marketing = 0
  const count = visitFeatures(words, (hash, at) => {
    const place = placeOf(hash, weights.length)
    if (checks[place] !== checkOf(hash)) return
    const weight = Number(weights[place])
    sum += weight
    byWord[at] = Number(byWord[at]) + weight
    // Stryker disable next-line EqualityOperator: 0 changes nothing
    if (weight > 0) marketing += categories[place] === 1 ? weight : -weight
  })
  return {
    score: (sum * table.unit) / Math.sqrt(count + 1) + table.bias,
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

/** `table` has two digits a place: the check, then the category and the weight; white space is ignored. */
export function tableOf({ bias, unit, table }: Trained): Table {
  const digits = table.replace(/\s/g, '')
  const size = digits.length / 2
  const weights = new Int8Array(size)
  const checks = new Uint8Array(size)
  const categories = new Uint8Array(size)
  // Stryker disable next-line EqualityOperator: there is no place behind the last one
  for (let place = 0; place < size; place += 1) {
    const value = DIGITS.indexOf(digits.charAt(2 * place + 1))
    checks[place] = DIGITS.indexOf(digits.charAt(2 * place))
    weights[place] = (value & 31) - 16
    categories[place] = value >> 5
  }
  return { bias, unit, checks, weights, categories }
}
