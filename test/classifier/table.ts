// From examples to the table of the classifier: which features, their weights, and how they are written.
import {
  checkOf,
  DIGITS,
  MOST_WEIGHT,
  NO_WEIGHT,
  placeOf,
  type Trained,
} from '../../src/content/classifier.js'
import { type Example, fit } from './fit.js'

/** Two digits each. */
const PLACES = 5_800

/** A feature of fewer texts says nothing. */
const FEWEST_TEXTS = 2

/** So many of the strongest weights are cut off, so that the others are told apart. */
const CUT_OFF = 0.01

/** Trains twice: to find the features that matter, then with these alone. */
export function trained(examples: readonly Example[]): Trained {
  const counts = countsOf(examples)
  const frequent = [...counts].filter(([, { texts }]) => texts >= FEWEST_TEXTS)
  const first = fit(
    examples,
    frequent.map(([hash]) => hash),
  )
  const importance = ([hash, { texts }]: (typeof frequent)[number]) =>
    Math.abs(first.weights.get(hash) ?? 0) * Math.sqrt(Math.min(texts, 50))
  const ranked = frequent.map((entry) => ({ hash: entry[0], importance: importance(entry) }))
  ranked.sort((one, other) => other.importance - one.importance)

  const chosen = new Map<number, number>()
  for (const { hash } of ranked) {
    const place = placeOf(hash, PLACES)
    if (!chosen.has(place)) chosen.set(place, hash)
  }
  const { weights, bias } = fit(examples, [...chosen.values()])
  const sizes = [...weights.values()].map(Math.abs).sort((one, other) => other - one)
  const unit = (sizes[Math.floor(sizes.length * CUT_OFF)] ?? 1) / MOST_WEIGHT

  let table = ''
  for (let place = 0; place < PLACES; place += 1) {
    const hash = chosen.get(place)
    const weight = hash === undefined ? 0 : Math.round((weights.get(hash) ?? 0) / unit)
    const cut = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight))
    const isMarketing = hash !== undefined && (counts.get(hash)?.marketing ?? 0) > 0
    const digits =
      hash === undefined
        ? [0, NO_WEIGHT]
        : [checkOf(hash), cut + NO_WEIGHT + (isMarketing ? 32 : 0)]
    table += digits.map((digit) => DIGITS.charAt(digit)).join('')
  }
  return { bias: rounded(bias), unit: rounded(unit), table }
}

interface Count {
  texts: number
  /** Above 0 if the feature is more frequent in multi-level marketing than in spam. */
  marketing: number
}

function countsOf(examples: readonly Example[]): Map<number, Count> {
  const prohibited = examples.filter(({ isProhibited }) => isProhibited)
  const weightOf = (list: readonly Example[]) => list.reduce((sum, { weight }) => sum + weight, 0)
  const share = weightOf(prohibited.filter(({ isMarketing }) => isMarketing)) / weightOf(prohibited)
  const counts = new Map<number, Count>()
  for (const { hashes, isProhibited, isMarketing, weight } of examples) {
    for (const hash of hashes) {
      const count = counts.get(hash) ?? { texts: 0, marketing: 0 }
      counts.set(hash, count)
      count.texts += 1
      if (isProhibited) count.marketing += weight * (isMarketing ? 1 - share : -share)
    }
  }
  return counts
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
