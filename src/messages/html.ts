import { partsOf } from './addresses.js'
import { inSentence, type Writing } from './displayed.js'
import { onLines } from './lines.js'

/** The text as HTML for the content of an element, or for an attribute in double quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A member's text within a sentence, isolated from the direction of the words around it and without links. */
export function inlineHtml(text: string, writing: Writing): string {
  return `<bdi>${unlinked(inSentence(text, writing))}</bdi>`
}

/** A member's text on its lines, without links. */
export function blockHtml(text: string): string {
  return onLines(text).split('\n').map(unlinked).join('<br>')
}

/** Escapes, and puts each joint of an address into its own element: mail programs look for one within a text. */
export function unlinked(text: string): string {
  return parted(text, escaped, (joint) => `<span>${joint}</span>`)
}

/** Plain text has no elements, so that U+2060 (word joiner) stands on both sides of each joint. */
export function unlinkedText(text: string): string {
  return parted(text, String, (joint) => `\u2060${joint}\u2060`)
}

function parted(
  text: string,
  write: (words: string) => string,
  writeJoint: (joint: string) => string,
): string {
  const written = (word: string) =>
    partsOf(word)
      .map((part, index) => (index % 2 === 0 ? write(part) : writeJoint(part)))
      .join('')
  // Stryker disable Regex: all parts are treated alike, wherever the text is parted
  return text
    .split(/([ \t\n]+)/)
    .map(written)
    .join('')
  // Stryker restore Regex
}
