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
  // A node is a start of some parts. 0 is the empty one, and longer ones have higher numbers.
  private nodes = 1
  /** The node behind another one by a letter. The key is made of the node and the letter. */
  private readonly edges = new Map<number, number>()
  /** The longest other node with which a node ends, unless it is the empty one. */
  private readonly fallbacks = new Map<number, number>()
  /** The nodes that end with a part. */
  private readonly ends = new Set<number>()
  private readonly nodeOf: ReadonlyMap<string, number>

  constructor(parts: readonly string[]) {
    const nodeOf = new Map<string, number>()
    // All parts letter by letter, so that a fallback, which is shorter, is there already.
    let longer = [...new Set(parts)]
    for (let length = 1; longer.length > 0; length += 1) {
      for (const part of longer) {
        const node = this.grow(nodeOf.get(part) ?? 0, part.charCodeAt(length - 1))
        nodeOf.set(part, node)
        if (part.length === length) this.ends.add(node)
      }
      longer = longer.filter((part) => part.length > length)
    }
    this.nodeOf = nodeOf
  }

  isAnyIn(word: string): boolean {
    let node = 0
    for (let index = 0; index < word.length; index += 1) {
      node = this.step(node, word.charCodeAt(index))
      if (this.ends.has(node)) return true
    }
    return false
  }

  /** The parts that are in one of the words. */
  findIn(words: readonly string[]): readonly string[] {
    const reached = new Set<number>()
    for (const word of words) {
      let node = 0
      for (let index = 0; index < word.length; index += 1) {
        node = this.step(node, word.charCodeAt(index))
        reached.add(node)
      }
    }
    for (let node = this.nodes - 1; node > 0; node -= 1) {
      if (reached.has(node)) reached.add(this.fallbackOf(node))
    }
    return [...this.nodeOf].filter(([, node]) => reached.has(node)).map(([part]) => part)
  }

  /** The node behind another one, made if there is none. */
  private grow(before: number, unit: number): number {
    const known = this.edges.get(keyOf(before, unit))
    if (known !== undefined) return known
    const node = this.nodes
    this.nodes += 1
    const fallback = before === 0 ? 0 : this.step(this.fallbackOf(before), unit)
    if (fallback !== 0) this.fallbacks.set(node, fallback)
    if (this.ends.has(fallback)) this.ends.add(node)
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
    return this.fallbacks.get(node) ?? 0
  }
}

function keyOf(node: number, unit: number): number {
  return node * 0x10000 + unit
}
