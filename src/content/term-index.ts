import { assert } from '../validation/assert.js'
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

interface PatternWord {
  readonly start: string
  /** Whether any ending may follow. */
  readonly isOpen: boolean
}

/** Completes the sentence "must be …" for a text that is not a term. */
const A_TERM = 'a word or a phrase, with * only behind words of three letters or more'

/** Terms are found by their first letters. An open word is never shorter. */
const KEY_LETTERS = 3

export class TermIndex<Term extends { readonly term: string }> {
  private readonly branches = new Map<string, Branch<Term>>()

  constructor(terms: readonly Term[]) {
    for (const [order, term] of terms.entries()) {
      const words = patternOf(term.term)
      const [first, ...others] = words
      const isShort = ({ start, isOpen }: PatternWord) => isOpen && start.length < KEY_LETTERS
      const isInside = /\*[\p{L}\p{N}]/u.test(term.term)
      const isFindable = first !== undefined && !words.some(isShort) && !isInside
      assert(isFindable, `the term '${term.term}'`, A_TERM)
      this.add(first, others, { term, order })
      const joined = joinedOf(words)
      // Stryker disable next-line ConditionalExpression, EqualityOperator: a term of one word is filed twice and found once
      if (others.length > 0 && joined !== undefined) this.add(joined, [], { term, order })
    }
  }

  /** At each place the longest term wins, and hits do not overlap. */
  findIn(words: readonly Word[]): TermHit<Term>[] {
    const hits: TermHit<Term>[] = []
    let next = 0
    for (const [at, word] of words.entries()) {
      const branch = at < next ? undefined : this.branches.get(keyOf(word.folded))
      const longest = branch?.longestIn(words, at)
      if (longest === undefined) continue
      next = longest.next
      const spent = words.slice(at, next)
      const [last = word] = spent.slice(-1)
      const end = last.index + last.written.length
      hits.push({ term: longest.term, index: word.index, end, words: spent })
    }
    return hits
  }

  private add(first: PatternWord, others: readonly PatternWord[], leaf: Leaf<Term>): void {
    const key = keyOf(first.start)
    const branch = this.branches.get(key) ?? new Branch<Term>()
    this.branches.set(key, branch)
    branch.add([first, ...others], leaf)
  }
}

// Stryker disable next-line BlockStatement: only saves looking
function keyOf(folded: string): string {
  return folded.slice(0, KEY_LETTERS)
}

interface Leaf<Term> {
  readonly term: Term
  /** The place of the term in the list. */
  readonly order: number
}

/** What may follow the words so far. */
class Branch<Term> {
  /** The first term that ends here. */
  private leaf: Leaf<Term> | undefined
  /** By the next word; by its start and `*` if it is open. */
  private readonly branches = new Map<string, Branch<Term>>()
  // Stryker disable next-line ArrayDeclaration: no word has such a length
  private readonly openLengths: number[] = []

  add(words: readonly PatternWord[], leaf: Leaf<Term>): void {
    const end = words.reduce<Branch<Term>>((branch, word) => branch.behind(word), this)
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
    const exact = this.branches.get(folded)
    if (exact) following.push(exact)
    for (const length of this.openLengths) {
      // Stryker disable next-line ConditionalExpression, EqualityOperator: only saves looking for it
      if (length > folded.length) continue
      const open = this.branches.get(`${folded.slice(0, length)}*`)
      if (open) following.push(open)
    }
  }

  private behind({ start, isOpen }: PatternWord): Branch<Term> {
    const key = isOpen ? `${start}*` : start
    const known = this.branches.get(key)
    if (known) return known
    const branch = new Branch<Term>()
    this.branches.set(key, branch)
    // Stryker disable next-line ConditionalExpression, LogicalOperator: only saves looking twice, or in vain
    if (isOpen && !this.openLengths.includes(start.length)) this.openLengths.push(start.length)
    return branch
  }
}

/** The phrase as one word, unless an ending is open before the last word. */
function joinedOf(words: readonly PatternWord[]): PatternWord | undefined {
  const open = words.findIndex(({ isOpen }) => isOpen)
  if (open >= 0 && open < words.length - 1) return undefined
  // Stryker disable next-line EqualityOperator: only the last word can be open, of several
  return { start: words.map(({ start }) => start).join(''), isOpen: open >= 0 }
}

function patternOf(term: string): PatternWord[] {
  return wordsIn(term).map(({ folded, written, index }) => ({
    start: folded,
    isOpen: term.charAt(index + written.length) === '*',
  }))
}
