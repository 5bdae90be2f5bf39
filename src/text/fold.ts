import { withoutMarkRuns } from './marks.js'
import { once } from './once.js'

const withoutDecomposition = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
])

/**
 * The form in which words are compared: no case, accents or invisible characters, no compatibility forms (full-width
 * letters, ligatures), and one spelling for umlauts: "Müller", "MUELLER" and "Muller" are equal.
 */
export function fold(text: string): string {
  const letters = lettersOf(text)
  // Replacing is slow, even if there is nothing to replace.
  return /[aou]e/.test(letters) ? letters.replace(/([aou])e/g, '$1') : letters
}

function lettersOf(text: string): string {
  // Stryker disable next-line ConditionalExpression: only saves looking at each letter
  if (!/[^\0-\x7F]/.test(text)) return text.toLowerCase()
  return /[^\0-\x7F\xC0-\u012F\u0131-\u017F]/.test(text) ? plainLetters(text) : latinLetters(text)
}

/** Each of these letters by itself, which is several times faster. */
function latinLetters(text: string): string {
  const lower = text.toLowerCase()
  let letters = ''
  let start = 0
  for (let index = 0; index < lower.length; index += 1) {
    const unit = lower.charCodeAt(index)
    // Stryker disable next-line ConditionalExpression: only saves looking letters up
    if (unit <= 0x7f) continue
    letters += lower.slice(start, index) + latinLetter(unit)
    start = index + 1
  }
  return letters + lower.slice(start)
}

// Stryker disable next-line ArrayDeclaration: the letter 0 is never looked up
const knownLetters: string[] = []

function latinLetter(unit: number): string {
  return (knownLetters[unit] ??= plainLetters(String.fromCharCode(unit)))
}

const unseen = once(() => /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu)

function plainLetters(text: string): string {
  return withoutMarkRuns(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(unseen(), '')
    .replace(/[ßæœøđðþłı]/g, (letter) => String(withoutDecomposition.get(letter)))
}
