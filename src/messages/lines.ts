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
