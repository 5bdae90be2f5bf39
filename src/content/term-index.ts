import { assert } from '../validation/assert.js'
import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'

export function termsIn(list: string): string[] {
  return list.trim().split(/\s*,\s*/)
}

export interface TermHit<Term> {
  readonly term: Term
  readonly index: number
  readonly end: number
  /** The words in this place. */
  readonly words: readonly Word[]
}

/** The folded words of a term. A `*` behind a word stands for any ending. */
export type Pattern = readonly string[]

/** Terms are filed by so many of their first letters. An open word is never shorter. */
const KEY_LETTERS = 3

export class TermIndex<Term extends { readonly term: string }> {
  private readonly shelves = new Map<number, Shelf<Term>>()

  constructor(terms: readonly Term[], toPattern: (term: string) => Pattern = patternOf) {
    for (const [order, term] of terms.entries()) {
      const pattern = toPattern(term.term)
      // Stryker disable next-line StringLiteral: every pattern has a first word
      const [first = ''] = pattern
      this.shelfOf(first).add(pattern, { term, order })
      // "mein team" is filed by "mei", and "my team" by "my" and, written as one word, by "myt".
      // Stryker disable next-line ConditionalExpression, EqualityOperator: a longer one would be filed twice in one place
      if (first.length < KEY_LETTERS) this.shelfOf(pattern.join('')).add(pattern, { term, order })
    }
  }

  /** At each place the longest term wins, and hits do not overlap. */
  findIn(words: readonly Word[]): TermHit<Term>[] {
    const hits: TermHit<Term>[] = []
    let next = 0
    words.forEach((word, at) => {
      const shelf = at < next ? undefined : this.shelves.get(keyOf(word.folded))
      const longest = shelf?.branch().longestIn(words, at)
      if (longest === undefined) return
      next = longest.next
      const spent = words.slice(at, next)
      const [last = word] = spent.slice(-1)
      const end = last.index + last.written.length
      hits.push({ term: longest.term, index: word.index, end, words: spent })
    })
    return hits
  }

  private shelfOf(word: string): Shelf<Term> {
    const key = keyOf(word)
    const known = this.shelves.get(key)
    if (known) return known
    const shelf = new Shelf<Term>()
    this.shelves.set(key, shelf)
    return shelf
  }
}

/** Of the first three letters. Others may have the same: terms are compared by whole words. */
// Stryker disable next-line BlockStatement, ArithmeticOperator: only saves looking
function keyOf(folded: string): number {
  return (folded.charCodeAt(0) << 10) ^ (folded.charCodeAt(1) << 5) ^ folded.charCodeAt(2)
}

interface Leaf<Term> {
  readonly term: Term
  /** The place of the term in the list. */
  readonly order: number
}

/** The terms with the same first letters. They are sorted when a text has such a word: to sort all would be felt. */
class Shelf<Term> {
  private readonly unsorted: { readonly pattern: Pattern; readonly leaf: Leaf<Term> }[] = []
  private sorted: Branch<Term> | undefined

  add(pattern: Pattern, leaf: Leaf<Term>): void {
    this.unsorted.push({ pattern, leaf })
  }

  branch(): Branch<Term> {
    this.sorted ??= this.sort()
    return this.sorted
  }

  private sort(): Branch<Term> {
    const branch = new Branch<Term>()
    for (const { pattern, leaf } of this.unsorted) {
      branch.add(pattern, leaf)
      const joined = joinedOf(pattern)
      if (joined !== undefined) branch.add([joined], leaf)
    }
    this.unsorted.length = 0
    return branch
  }
}

/** What may follow the words so far. */
class Branch<Term> {
  /** The first term that ends here. */
  private leaf: Leaf<Term> | undefined
  /** By the next word. */
  private readonly closed = new Map<string, Branch<Term>>()
  /** By the start of the next word, of any length in the list. */
  private readonly open = new Map<string, Branch<Term>>()
  // Stryker disable next-line ArrayDeclaration: no word has such a length
  private readonly openLengths: number[] = []

  add(pattern: Pattern, leaf: Leaf<Term>): void {
    const end = pattern.reduce<Branch<Term>>((branch, word) => branch.behind(word), this)
    end.leaf ??= leaf
  }

  /** The longest term that goes on at a word, the first of several, and the place behind it. */
  longestIn(words: readonly Word[], at: number): { term: Term; next: number } | undefined {
    let longest: { term: Term; next: number } | undefined
    // Word by word, and not by recursion: a phrase may have any number of words.
    let reached: readonly Branch<Term>[] = [this]
    for (let next = at; reached.length > 0; next += 1) {
      const following: Branch<Term>[] = []
      let first: Leaf<Term> | undefined
      for (const branch of reached) {
        const { leaf } = branch
        // Stryker disable next-line EqualityOperator: a term ends in one branch
        if (leaf && !(first && first.order < leaf.order)) first = leaf
        branch.goOn(words[next]?.folded, following)
      }
      if (first) longest = { term: first.term, next }
      reached = following
    }
    return longest
  }

  private goOn(folded: string | undefined, following: Branch<Term>[]): void {
    if (folded === undefined) return
    const exact = this.closed.get(folded)
    if (exact) following.push(exact)
    for (const length of this.openLengths) {
      // Stryker disable next-line ConditionalExpression, EqualityOperator: only saves looking for it
      if (length > folded.length) continue
      const open = this.open.get(folded.slice(0, length))
      if (open) following.push(open)
    }
  }

  private behind(word: string): Branch<Term> {
    const isOpen = word.endsWith('*')
    const start = isOpen ? word.slice(0, -1) : word
    const branches = isOpen ? this.open : this.closed
    const known = branches.get(start)
    if (known) return known
    const branch = new Branch<Term>()
    branches.set(start, branch)
    // Stryker disable next-line ConditionalExpression, LogicalOperator: only saves looking twice, or in vain
    if (isOpen && !this.openLengths.includes(start.length)) this.openLengths.push(start.length)
    return branch
  }
}

/** The phrase as one word, unless an ending is open before the last word. */
function joinedOf(pattern: Pattern): string | undefined {
  const joined = pattern.join('')
  // Stryker disable next-line UnaryOperator: no text has a word with `*`
  return joined.slice(0, -1).includes('*') ? undefined : joined
}

/** Completes the sentence "must be …" for a text that is not a term. */
const A_TERM = 'a word or a phrase, with * only behind words of three letters or more'

/** Throws a `TypeError` if the text is no term. */
export function patternOf(term: string): Pattern {
  const words = wordsIn(term).map(({ folded, written, index }) => ({
    folded,
    isOpen: term.charAt(index + written.length) === '*',
  }))
  const isShort = words.some(({ folded, isOpen }) => isOpen && folded.length < KEY_LETTERS)
  const isInside = /\*[\p{L}\p{N}]/u.test(term)
  assert(words.length > 0 && !isShort && !isInside, `the term '${term}'`, A_TERM)
  return words.map(({ folded, isOpen }) => (isOpen ? `${folded}*` : folded))
}

/** The same for a term that is known to be one, and is written in words with one space between them. */
export function plainPatternOf(term: string): Pattern {
  return fold(term).split(' ')
}
