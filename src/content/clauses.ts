import { fold } from '../text/fold.js'
import { eachWordIn } from '../text/words.js'
import { spelled } from './member-names.js'
import { isAroundName } from './salutation-words.js'

/** The words of a line between two marks. */
export interface Clause {
  readonly words: readonly ClauseWord[]
  /** The marks and spaces before and behind the words. */
  readonly opening: string
  readonly closing: string
}

/** "Anna-Lena" and "O'Neill" are one word of two parts. */
export interface ClauseWord {
  /** Without hyphens and apostrophes. */
  readonly written: string
  readonly folded: string
  /** The whole, and its parts, in one spelling. */
  readonly spelling: string
  readonly parts: readonly string[]
}

/**
 * The clauses of a line up to the first word behind so many units. Punctuation, dashes and emoji divide a line, except a
 * full stop behind a title or an initial.
 */
export function* clausesOf(line: string, units: number): Generator<Clause, void> {
  let words: ClauseWord[] = []
  // Stryker disable next-line StringLiteral: the first word replaces it
  let opening = ''
  let end = 0
  for (const { folded, written, index } of eachWordIn(line)) {
    const spelling = spelled(folded)
    const word = { written, folded, spelling, parts: [spelling] }
    const gap = line.slice(end, index)
    end = index + written.length
    const before = words.at(-1)
    if (before && isInWord(gap)) {
      words.splice(-1, 1, joined(before, word))
    } else if (before && isInClause(gap, before)) {
      words.push(word)
    } else {
      if (before) yield { words, opening, closing: gap }
      words = [word]
      opening = gap
    }
    if (index >= units) break
  }
  if (words.length > 0) yield { words, opening, closing: line.slice(end) }
}

function isInWord(gap: string): boolean {
  return /^['’`´‐‑-]$/.test(gap)
}

/** "Liebe/r", "Liebe:r" and "Liebe*r" go on, and so does "Dr.Mair". */
function isInClause(gap: string, { folded }: ClauseWord): boolean {
  if (/^(?:\s+|[/:*_(])$/.test(gap)) return true
  return /^\.\s*$/.test(gap) && (folded.length === 1 || isAroundName(folded))
}

function joined(before: ClauseWord, { written, parts }: ClauseWord): ClauseWord {
  const together = before.written + written
  const folded = fold(together)
  return {
    written: together,
    folded,
    spelling: spelled(folded),
    parts: [...before.parts, ...parts],
  }
}
