/** The parts that are in one of the words. */
export function findParts(parts: readonly string[], words: readonly string[]): ReadonlySet<string> {
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0)
  const found = new Set<string>()
  for (const some of inPortions(parts.filter(({ length }) => length <= longest))) {
    for (const part of new PartFinder(some).findIn(words)) found.add(part)
  }
  return found
}

/** In letters. One finder for megabytes would be slow, and too large. */
const PORTION = 30_000

function* inPortions(parts: readonly string[]): Iterable<readonly string[]> {
  let portion: string[] = []
  let letters = 0
  for (const part of parts) {
    portion.push(part)
    letters += part.length
    if (letters < PORTION) continue
    yield portion
    portion = []
    letters = 0
  }
  yield portion
}

/** Finds parts of words in other words (Aho and Corasick). Linear in the letters of the parts and of the words. */
export class PartFinder {
  /** The node behind another one by a letter. The key is the node's number and the letter's. */
  private readonly edges = new Map<number, number>()
  /** For each node the longest other node with which it ends. A node is a start of a part, and 0 the empty one. */
  private readonly fallbacks = [0]
  /** Whether a node ends with a part. */
  private readonly ends = [false]
  private readonly nodes: ReadonlyMap<string, number>

  constructor(parts: readonly string[]) {
    const nodes = new Map(parts.map((part) => [part, 0]))
    // All parts letter by letter, so that a fallback, which is shorter, is there already.
    let longer = [...nodes.keys()]
    for (let length = 1; longer.length > 0; length += 1) {
      for (const part of longer) {
        const before = nodes.get(part) ?? 0
        const unit = part.charCodeAt(length - 1)
        const node = this.edges.get(keyOf(before, unit)) ?? this.add(before, unit)
        nodes.set(part, node)
        if (part.length === length) this.ends[node] = true
      }
      longer = longer.filter((part) => part.length > length)
    }
    this.nodes = nodes
  }

  isAnyIn(word: string): boolean {
    let node = 0
    for (let index = 0; index < word.length; index += 1) {
      node = this.step(node, word.charCodeAt(index))
      if (this.ends[node]) return true
    }
    return false
  }

  /** The parts that are in one of the words. */
  findIn(words: readonly string[]): ReadonlySet<string> {
    const isReached = this.fallbacks.map(() => false)
    for (const word of words) {
      let node = 0
      for (let index = 0; index < word.length; index += 1) {
        node = this.step(node, word.charCodeAt(index))
        isReached[node] = true
      }
    }
    // From the longest to the shortest.
    for (let node = isReached.length - 1; node > 0; node -= 1) {
      if (isReached[node]) isReached[this.fallbackOf(node)] = true
    }
    return new Set([...this.nodes].filter(([, node]) => isReached[node]).map(([part]) => part))
  }

  private add(before: number, unit: number): number {
    const fallback = before === 0 ? 0 : this.step(this.fallbackOf(before), unit)
    const node = this.fallbacks.push(fallback) - 1
    this.ends.push(this.ends[fallback] === true)
    this.edges.set(keyOf(before, unit), node)
    return node
  }

  private step(from: number, unit: number): number {
    for (let node = from; ; node = this.fallbackOf(node)) {
      const next = this.edges.get(keyOf(node, unit))
      if (next !== undefined) return next
      if (node === 0) return 0
    }
  }

  private fallbackOf(node: number): number {
    return this.fallbacks[node] ?? 0
  }
}

function keyOf(node: number, unit: number): number {
  return node * 0x10000 + unit
}
