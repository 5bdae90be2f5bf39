import { withoutMarkRuns } from './marks.js'

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
  const letters = /[^\0-\x7F]/.test(text) ? plainLetters(text) : text.toLowerCase()
  // Replacing is slow, even if there is nothing to replace.
  return /[aou]e/.test(letters) ? letters.replace(/([aou])e/g, '$1') : letters
}

function plainLetters(text: string): string {
  return withoutMarkRuns(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => String(withoutDecomposition.get(letter)))
}
