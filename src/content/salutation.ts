import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'
import { isFormOfAddress, isNeverName, isSalutationWord } from './salutation-words.js'

/** The first line with a letter or digit. */
export function firstLineOf(text: string): { readonly line: string; readonly start: number } {
  // Stryker disable next-line Regex: only saves trying later places
  const match = /^.*[\p{L}\p{N}].*/mu.exec(text)
  return { line: match?.[0] ?? '', start: match?.index ?? 0 }
}

/**
 * Whether the first line has one of these names, or the next line if the first one only greets ("Guten Morgen!"). In
 * lower case a name has to follow a greeting or to end the salutation. A short form (Tom for Thomas) has to do both.
 */
export function callsByName(text: string, names: readonly string[]): boolean {
  const called = calledBy(names)
  const { line, start } = firstLineOf(text)
  const words = wordsIn(line)
  if (isCalledIn(line, words, called)) return true
  if (!words.every((word) => isSalutationWord(word.folded))) return false
  const next = firstLineOf(text.slice(start + line.length)).line
  const nextWords = wordsIn(next)
  // Stryker disable next-line StringLiteral: what is put there is no word
  return isSalutationWord(nextWords[0]?.folded ?? '') && isCalledIn(next, nextWords, called)
}

/** People have fewer names, and shorter ones. Without a limit a text of short words would be compared with a book. */
const SHORTENED_NAMES = 30
const SHORTENED_LETTERS = 50

interface Names {
  readonly folded: ReadonlySet<string>
  /** The names of which a short form counts, folded and undoubled. */
  readonly long: readonly string[]
}

function calledBy(names: readonly string[]): Names {
  const folded = names.map(fold)
  const shortened = folded
    .filter((name) => name.length <= SHORTENED_LETTERS)
    .slice(0, SHORTENED_NAMES)
  return { folded: new Set(folded), long: shortened.map(undoubled) }
}

function isCalledIn(line: string, words: readonly Word[], names: Names): boolean {
  return words.some((word, at) => isCall(line, words[at - 1], word, names))
}

function isCall(line: string, before: Word | undefined, word: Word, names: Names): boolean {
  const follows =
    before !== undefined && isSalutationWord(before.folded) && isNextTo(before, word, line)
  if (!names.folded.has(word.folded)) {
    const canBeShort = (follows || before === undefined) && endsSalutation(line, word)
    return canBeShort && isShortForAny(word.folded, names.long)
  }
  // Somebody may be called Morgen, and "Guten Morgen" does not name them.
  if (isSalutationWord(word.folded)) return before !== undefined && isFormOfAddress(before.folded)
  return !/^\p{Ll}/u.test(word.written) || follows || endsSalutation(line, word)
}

function isNextTo({ index, written }: Word, next: Word, line: string): boolean {
  return /^[.\s]*$/.test(line.slice(index + written.length, next.index))
}

function endsSalutation(line: string, { index, written }: Word): boolean {
  return !/^\s[\p{L}\p{N}]/u.test(line.slice(index + written.length))
}

function isShortForAny(word: string, names: readonly string[]): boolean {
  const short = undoubled(word).replace(/(?:ie|[iy])$/, '')
  if (isNeverName(word) || short.length < 2 || short.length > 5) return false
  return names.some((name) => isShortFor(short, name))
}

/** Tom, Andi and Uli have some of the name's letters, in order; Basti is a part of it. i, y and ie may be added. */
function isShortFor(short: string, long: string): boolean {
  if (long.startsWith(short)) return true
  if (short.length < 3 || short[0] !== long[0]) return short.length > 3 && long.includes(short)
  let next = 0
  for (const letter of long) if (letter === short[next]) next += 1
  return next === short.length
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/gu, '$1')
}
