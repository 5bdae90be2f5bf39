/** Letters that no decomposition takes apart, as those that people write for them. */
const spelledOut = new Map([
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
 * The form in which words are compared: without case, accents and invisible characters, and with one spelling for
 * umlauts, so that "Müller", "MUELLER" and "Muller" are alike, and "Weiß" and "Weiss".
 *
 * Compatibility forms (full-width letters, ligatures) become ordinary letters. Not for people to read.
 */
export function fold(text: string): string {
  const letters = /[^\0-\x7F]/.test(text) ? plainLetters(text) : text.toLowerCase()
  // Looking first is what makes it fast: replacing is slow even where there is nothing to replace.
  return /[aou]e/.test(letters) ? letters.replace(/([aou])e/g, '$1') : letters
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => String(spelledOut.get(letter)))
}
