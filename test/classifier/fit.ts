// Logistic regression by stochastic gradient descent with AdaGrad: the same examples always have the same weights.

/** A text by its features. */
export interface Example {
  /** Each once. */
  readonly hashes: readonly number[]
  readonly isProhibited: boolean
  readonly isMarketing: boolean
  /** How much it counts. */
  readonly weight: number
}

export interface Fitted {
  readonly weights: ReadonlyMap<number, number>
  readonly bias: number
}

const EPOCHS = 16
const RATE = 0.3
const DECAY = 0.001

/** The weights of the given features; other features are left out. The mean of the second half of the epochs. */
export function fit(examples: readonly Example[], features: readonly number[]): Fitted {
  const places = new Map(features.map((hash, place) => [hash, place]))
  const rows = examples.map(({ hashes, isProhibited, weight }) => ({
    places: Int32Array.from(hashes.flatMap((hash) => places.get(hash) ?? [])),
    norm: 1 / Math.sqrt(hashes.length + 1),
    target: isProhibited ? 1 : 0,
    weight,
  }))
  const weights = new Float64Array(features.length)
  const squares = new Float64Array(features.length).fill(1e-8)
  const sums = new Float64Array(features.length)
  let bias = 0
  let biasSum = 0
  const next = randomFrom(12345)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const row of shuffled(rows, next)) {
      let score = bias
      for (const place of row.places) score += at(weights, place) * row.norm
      const gradient = (1 / (1 + Math.exp(-score)) - row.target) * row.weight
      bias -= RATE * 0.1 * gradient
      for (const place of row.places) {
        const step = gradient * row.norm + DECAY * at(weights, place)
        squares[place] = at(squares, place) + step * step
        weights[place] = at(weights, place) - (RATE * step) / Math.sqrt(at(squares, place))
      }
    }
    if (epoch < EPOCHS / 2) continue
    for (let place = 0; place < weights.length; place += 1) {
      sums[place] = at(sums, place) + at(weights, place)
    }
    biasSum += bias
  }
  const counted = EPOCHS / 2
  return {
    weights: new Map(features.map((hash, place) => [hash, at(sums, place) / counted])),
    bias: biasSum / counted,
  }
}

function at(list: Float64Array, place: number): number {
  return list[place] ?? 0
}

/** Numbers from 0 to 1, always the same. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  }
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const result: Item[] = []
  for (const item of items) {
    const place = Math.floor(next() * (result.length + 1))
    const moved = result[place]
    if (moved === undefined) result.push(item)
    else {
      result[place] = item
      result.push(moved)
    }
  }
  return result
}
