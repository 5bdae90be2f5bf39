import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'
import { firstLineOf } from './first-line.js'
import { isAddress, isNobody, isSalutation } from './salutation-words.js'

/**
 * Whether a text begins by calling somebody by one of these names: in its first line that has a word, or, where that
 * only greets ("Guten Morgen!") and the next one goes on so ("Liebe Anna,"), in that.
 *
 * A name counts anywhere in the line, but for case, accents and the spelling of umlauts. In lower case it has to
 * follow a greeting or to end the salutation. A short form (Alex, Andi and Tom for Alexander, Andreas and Thomas) has
 * to do both.
 */
export function callsByName(text: string, names: readonly string[]): boolean {
  const folded = names.map(fold)
  const { line, start } = firstLineOf(text)
  const words = wordsIn(line)
  if (isCalledIn(line, words, folded)) return true
  if (!words.every((word) => isSalutation(word.folded))) return false
  const next = firstLineOf(text.slice(start + line.length)).line
  const nextWords = wordsIn(next)
  return isSalutation(nextWords[0]?.folded ?? '') && isCalledIn(next, nextWords, folded)
}

function isCalledIn(line: string, words: readonly Word[], names: readonly string[]): boolean {
  return words.some((word, at) => isCall(line, words[at - 1], word, names))
}

function isCall(
  line: string,
  before: Word | undefined,
  word: Word,
  names: readonly string[],
): boolean {
  const follows =
    before !== undefined && isSalutation(before.folded) && isNextTo(before, word, line)
  if (!names.includes(word.folded)) {
    const canBeShort = (follows || before === undefined) && endsSalutation(line, word)
    return canBeShort && names.some((name) => isShortFor(word.folded, name))
  }
  // Somebody may be called Morgen, and "Guten Morgen" does not name them.
  if (isSalutation(word.folded)) return before !== undefined && isAddress(before.folded)
  return !/^\p{Ll}/u.test(word.written) || follows || endsSalutation(line, word)
}

function isNextTo({ index, written }: Word, next: Word, line: string): boolean {
  return /^[.\s]*$/.test(line.slice(index + written.length, next.index))
}

function endsSalutation(line: string, { index, written }: Word): boolean {
  return !/^\s[\p{L}\p{N}]/u.test(line.slice(index + written.length))
}

/**
 * A short form begins like the name, and has some of its letters in their order: Tom, Alex, Andi, Uli; or it is a part
 * of it: Basti. An ending in i, y or ie is its own.
 */
function isShortFor(word: string, name: string): boolean {
  const [short, long] = [undoubled(word).replace(/(?:ie|[iy])$/, ''), undoubled(name)]
  if (isNobody(word) || short.length < 2 || short.length > 5) return false
  if (long.startsWith(short)) return true
  if (short.length < 3 || short[0] !== long[0]) return short.length > 3 && long.includes(short)
  let next = 0
  for (const letter of long) if (letter === short[next]) next += 1
  return next === short.length
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/gu, '$1')
}
