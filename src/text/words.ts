import { fold } from './fold.js'
import { once } from './once.js'

export interface Word {
  readonly written: string
  readonly folded: string
  readonly index: number
}

/**
 * Runs of letters and digits, also "C++" and "C#", and some signs: per cent, currencies, money emoji. "Code-Review" and
 * "O'Neill" are two words each. Invisible characters inside a word belong to it. Linear in the text.
 */
export function wordsIn(text: string): Word[] {
  const lower = text.toLowerCase()
  // Only İ becomes longer, so that the places are no longer the same.
  const letters = lower.length === text.length ? lower : text
  const words: Word[] = []
  let index = 0
  // Stryker disable next-line EqualityOperator: behind the end is no word
  while (index < text.length) {
    if (kindAt(letters, index) === BETWEEN) {
      index += 1
      continue
    }
    const word = latinWordAt(text, letters, index) ?? firstWordFrom(text, index)
    if (word === undefined) break
    words.push(word)
    index = word.index + word.written.length
  }
  return words
}

/** Nearly every word: of letters whose kind is known. `undefined` if the expression has to decide. */
function latinWordAt(text: string, letters: string, index: number): Word | undefined {
  let end = index
  let isPlain = true
  for (; ; end += 1) {
    const kind = kindAt(letters, end)
    if (kind === BETWEEN) break
    if (kind === UNKNOWN) return undefined
    isPlain &&= kind === PLAIN && !isUmlaut(letters, end)
  }
  // C++ and C#
  if (end === index + 1 && /[+#]/.test(letters.charAt(end))) return undefined
  const written = text.slice(index, end)
  return { written, folded: isPlain ? letters.slice(index, end) : fold(written), index }
}

/** Whether the letter is the second one of ae, oe or ue, which `fold` leaves out. */
function isUmlaut(letters: string, index: number): boolean {
  if (letters[index] !== 'e') return false
  const before = letters[index - 1]
  return before === 'a' || before === 'o' || before === 'u'
}

const anyWord = once(
  () =>
    /[\p{L}\p{N}](?:\+\+|#)|(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*|[%€$£💰💸🤑]+/gu,
)

/** The first word at the index or behind it. */
function firstWordFrom(text: string, index: number): Word | undefined {
  const word = anyWord()
  word.lastIndex = index
  const match = word.exec(text)
  if (match === null) return undefined
  const [written] = match
  return { written, folded: fold(written), index: match.index }
}

/** What a UTF-16 unit in lower case is to words: no part of one, a letter or digit that needs no folding, or one that does. */
const BETWEEN = 0
const PLAIN = 1
const ACCENTED = 2
const UNKNOWN = 3

const kinds = new Uint8Array(0x180)
  .fill(PLAIN, 0x30, 0x3a)
  .fill(PLAIN, 0x61, 0x7b)
  .fill(UNKNOWN, 0x41, 0x5b)
  .fill(ACCENTED, 0xc0)
for (const sign of '%$£ªº²³¹¼½¾µ\u00AD') kinds[sign.charCodeAt(0)] = UNKNOWN
for (const sign of '×÷') kinds[sign.charCodeAt(0)] = BETWEEN

function kindAt(letters: string, index: number): number {
  const unit = letters.charCodeAt(index)
  if (unit < kinds.length) return kinds[unit] as number
  // Quotation marks and dashes, and the end.
  return (unit >= 0x2010 && unit <= 0x2029) || index >= letters.length ? BETWEEN : UNKNOWN
}
