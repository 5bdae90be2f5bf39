import { assert } from '../validation/assert.js'
import { type Word, wordsIn } from '../text/words.js'

/** A term found in a text. */
export interface TermHit<Term> {
  readonly term: Term
  /** Where it begins: a UTF-16 index into the text. */
  readonly index: number
  /** The index behind it. */
  readonly end: number
}

interface PatternWord {
  /** The folded word, or what it begins with. */
  readonly start: string
  /** Whether any ending may follow. */
  readonly isOpen: boolean
}

interface Pattern<Term> {
  readonly term: Term
  readonly words: readonly PatternWord[]
}

/** Completes the sentence "must be …" for what is no term. */
const EXPECTED = 'a word or a phrase, with * only behind words of three letters or more'

/** How many letters of a first word the terms are filed under. No first word has fewer, unless it is whole. */
const FILED_BY = 3

/**
 * Terms made ready for being found in texts.
 *
 * A term is one word or several. A hyphen is a space, a `*` at the end of a word stands for any ending.
 * Several words are found written as one too, unless an ending is open before the last.
 */
export class TermIndex<Term extends { readonly term: string }> {
  private readonly filed = new Map<string, Pattern<Term>[]>()

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      const words = patternOf(term.term)
      const [first, ...others] = words
      const isShort = ({ start, isOpen }: PatternWord) => isOpen && start.length < FILED_BY
      const isInside = /\*[\p{L}\p{N}]/u.test(term.term)
      const isFindable = first !== undefined && !words.some(isShort) && !isInside
      assert(isFindable, `the term '${term.term}'`, EXPECTED)
      this.file(first, { term, words })
      const joined = joinedOf(words)
      if (others.length > 0 && joined !== undefined) this.file(joined, { term, words: [joined] })
    }
  }

  /**
   * The terms in these words, in their order. Of several at the same place the longest is found; found words are
   * spent.
   */
  findIn(words: readonly Word[]): TermHit<Term>[] {
    const hits: TermHit<Term>[] = []
    let spent = 0
    for (const [at, word] of words.entries()) {
      const filed = at < spent ? undefined : this.filed.get(word.folded.slice(0, FILED_BY))
      const longest = filed?.find((pattern) => isAt(pattern, words, at))
      if (longest === undefined) continue
      spent = at + longest.words.length
      const [last = word] = words.slice(spent - 1, spent)
      hits.push({
        term: longest.term,
        index: word.index,
        end: last.index + last.written.length,
      })
    }
    return hits
  }

  /** Files a pattern under its first word, longer ones first. */
  private file({ start }: PatternWord, pattern: Pattern<Term>): void {
    const key = start.slice(0, FILED_BY)
    const filed = [...(this.filed.get(key) ?? []), pattern]
    this.filed.set(
      key,
      filed.sort((one, other) => other.words.length - one.words.length),
    )
  }
}

/** The words as one, unless an ending is open before the last. */
function joinedOf(words: readonly PatternWord[]): PatternWord | undefined {
  const open = words.findIndex(({ isOpen }) => isOpen)
  if (open >= 0 && open < words.length - 1) return undefined
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
