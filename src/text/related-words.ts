import { findParts, PartFinder } from './part-finder.js'
import { DECISIVE_START, endingKindOf, resembles } from './resembles.js'

/** In pairs of letters. Up to so many, about 10,000 pairs of words, it is faster to compare all words with each other. */
const PAIR_LIMIT = 1_000_000

/** Returns the `words` that resemble at least one of the `others`. All are folded. */
export function relatedWords(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
): ReadonlySet<string> {
  if (countLetters(words) * countLetters(others) > PAIR_LIMIT) return relatedByIndex(words, others)
  const list = [...others]
  return new Set([...words].filter((word) => list.some((other) => resembles(word, other))))
}

function countLetters(words: Iterable<string>): number {
  let letters = 0
  for (const word of words) letters += word.length
  return letters
}

/** Returns the same, in a time that is linear in the letters of all words. */
export function relatedByIndex(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
): ReadonlySet<string> {
  const starts = new StartIndex(others)
  const tails = new PartFinder(tailsOf(others))
  const found = findParts(tailsOf(words), Array.from(others, restOf))
  const isRelated = (word: string) =>
    others.has(word) ||
    starts.hasRelated(word) ||
    tails.isAnyIn(restOf(word)) ||
    found.has(tailOf(word))
  return new Set([...words].filter(isRelated))
}

/** The lengths of a shared start that leave it to the endings whether two words are related. */
const UNDECIDED_STARTS = [4, 5, 6]

/** Words by their start. Of the words with one start and one kind of ending, two are enough. */
class StartIndex {
  private readonly byStart = new Map<string, string[]>()

  constructor(words: Iterable<string>) {
    const nextLetters = new Map<string, Set<string>>()
    for (const word of words) {
      if (word.length >= DECISIVE_START) this.byStart.set(word.slice(0, DECISIVE_START), [word])
      for (const length of UNDECIDED_STARTS) {
        // Stryker disable next-line ConditionalExpression: a shorter start is no start of a word that is looked for
        if (word.length < length) continue
        const start = word.slice(0, length)
        const key = `${start} ${endingKindOf(word.slice(length))}`
        const next = word.charAt(length)
        const known = nextLetters.get(key) ?? new Set()
        // Two with different next letters: at least one of them shares no longer start with any given word.
        if (known.size === 2 || known.has(next)) continue
        nextLetters.set(key, known.add(next))
        const alike = this.byStart.get(start)
        if (alike) alike.push(word)
        else this.byStart.set(start, [word])
      }
    }
  }

  hasRelated(word: string): boolean {
    return [...UNDECIDED_STARTS, DECISIVE_START].some((length) =>
      this.byStart.get(word.slice(0, length))?.some((other) => resembles(word, other)),
    )
  }
}

const END = '\n'

/** What another word has behind its fourth letter if this one is its last part. */
function tailOf(word: string): string {
  return word.length < 10 ? word + END : word.slice(0, -3)
}

function tailsOf(words: Iterable<string>): string[] {
  return [...words].filter((word) => word.length >= 6).map(tailOf)
}

function restOf(word: string): string {
  return word.slice(4) + END
}
