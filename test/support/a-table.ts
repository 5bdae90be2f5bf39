import {
  checkOf,
  DIGITS,
  MOST_WEIGHT,
  NO_WEIGHT,
  placeOf,
  type Table,
  tableOf,
} from '../../src/content/classifier.js'
import { visitFeatures } from '../../src/text/features.js'

/** So many that the few features of a test have places of their own. */
const PLACES = 4_001

/** The feature of a word as such is the first. */
export function featuresOf(word: string): number[] {
  const hashes: number[] = []
  visitFeatures([word], (hash) => void hashes.push(hash))
  return hashes
}

interface Settings {
  readonly bias?: number
  readonly unit?: number
  /** The words that are typical of multi-level marketing. */
  readonly marketing?: readonly string[]
}

/** A table of the classifier that knows only these words, or these features. */
export function aTable(
  weights: Readonly<Record<string, number>> | ReadonlyMap<number, number>,
  { bias = 0, unit = 1, marketing = [] }: Settings = {},
): Table {
  const hashOf = (word: string) => featuresOf(word)[0] ?? 0
  const ofMarketing = new Set(marketing.map(hashOf))
  const byHash: ReadonlyMap<number, number> =
    weights instanceof Map
      ? weights
      : new Map(Object.entries(weights).map(([word, weight]) => [hashOf(word), weight]))
  // No check, and a weight of 0.
  const places = new Array<string>(PLACES).fill(DIGITS.charAt(0) + DIGITS.charAt(NO_WEIGHT))
  for (const [hash, weight] of byHash) {
    const cut = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight))
    const value = cut + NO_WEIGHT + (ofMarketing.has(hash) ? 32 : 0)
    places[placeOf(hash, PLACES)] = DIGITS.charAt(checkOf(hash)) + DIGITS.charAt(value)
  }
  return tableOf({ bias, unit, table: places.join('') })
}
