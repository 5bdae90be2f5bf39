import { assert } from '../validation/assert.js'
import { type Word, wordsIn } from '../text/words.js'

export function termsIn(list: string): string[] {
  return list.trim().split(/\s*,\s*/)
}

export interface TermHit<Term> {
  readonly term: Term
  readonly index: number
  readonly end: number
}

interface PatternWord {
  readonly start: string
  /** Whether any ending may follow. */
  readonly isOpen: boolean
}

interface Pattern<Term> {
  readonly term: Term
  readonly words: readonly PatternWord[]
}

/** Completes the sentence "must be …" for a text that is not a term. */
const A_TERM = 'a word or a phrase, with * only behind words of three letters or more'

/** Patterns are found by their first letters. An open word is never shorter. */
const KEY_LETTERS = 3

export class TermIndex<Term extends { readonly term: string }> {
  private readonly patterns = new Map<string, Pattern<Term>[]>()

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      const words = patternOf(term.term)
      const [first, ...others] = words
      const isShort = ({ start, isOpen }: PatternWord) => isOpen && start.length < KEY_LETTERS
      const isInside = /\*[\p{L}\p{N}]/u.test(term.term)
      const isFindable = first !== undefined && !words.some(isShort) && !isInside
      assert(isFindable, `the term '${term.term}'`, A_TERM)
      this.add(first, { term, words })
      const joined = joinedOf(words)
      // Stryker disable next-line ConditionalExpression, EqualityOperator: a term of one word is filed twice and found once
      if (others.length > 0 && joined !== undefined) this.add(joined, { term, words: [joined] })
    }
  }

  /** At each place the longest term wins, and hits do not overlap. */
  findIn(words: readonly Word[]): TermHit<Term>[] {
    const hits: TermHit<Term>[] = []
    let next = 0
    for (const [at, word] of words.entries()) {
      const patterns = at < next ? undefined : this.patterns.get(word.folded.slice(0, KEY_LETTERS))
      const longest = patterns?.find((pattern) => isAt(pattern, words, at))
      if (longest === undefined) continue
      next = at + longest.words.length
      const [last = word] = words.slice(next - 1, next)
      hits.push({
        term: longest.term,
        index: word.index,
        end: last.index + last.written.length,
      })
    }
    return hits
  }

  private add({ start }: PatternWord, pattern: Pattern<Term>): void {
    const key = start.slice(0, KEY_LETTERS)
    const patterns = [...(this.patterns.get(key) ?? []), pattern]
    // Longer patterns stand first.
    this.patterns.set(
      key,
      patterns.sort((one, other) => other.words.length - one.words.length),
    )
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

function isAt<Term>({ words }: Pattern<Term>, text: readonly Word[], at: number): boolean {
  return words.every(({ start, isOpen }, offset) => {
    const folded = text[at + offset]?.folded
    return isOpen ? folded?.startsWith(start) : folded === start
  })
}
