/** A member's text for one line of a sentence: it cannot break the line or turn the sentence around. */
export function displayed(text: string, direction: 'ltr' | 'rtl'): string {
  return isolated(onOneLine(text), direction)
}

/** The text on one line: line breaks, tabs and repeated spaces become one space, as folded headers and HTML do. */
export function onOneLine(text: string): string {
  return harmless(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' '))
    .replace(/ +/g, ' ')
    .trim()
}

/** The text with each line break as a line feed. */
export function onLines(text: string): string {
  return harmless(text.replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n'))
}

/** The rules deny these characters in drafts, but names and groups may have them. */
function harmless(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\uFFFD')
    .replace(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '')
}

// The blocks of the scripts that run from right to left, and the marks that turn the direction.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Puts the text between U+2068 and U+2069 if it may turn the words around it. */
function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}
