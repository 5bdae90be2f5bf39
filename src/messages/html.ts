import { partsOf } from './address-like.js'
import { onLines, onOneLine } from './displayed.js'

/** The text as HTML, fit for an element's content and for an attribute in double quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/**
 * What a member has written on one line, as HTML: isolated from the direction of what stands around it, and without
 * anything that a mail program would take for an address and link.
 */
export function inlineHtml(text: string): string {
  return `<bdi>${unlinked(onOneLine(text))}</bdi>`
}

/** What a member has written on several lines, as HTML that keeps them; in the same way without links. */
export function blockHtml(text: string): string {
  return onLines(text).split('\n').map(unlinked).join('<br>')
}

/** Escapes, with each joint of an address in an element of its own: mail programs look for one within a text. */
export function unlinked(text: string): string {
  return parted(text, escaped, (joint) => `<span>${joint}</span>`)
}

/**
 * The same for plain text, where nothing but invisible characters can part an address: U+2060 (word joiner) on both
 * sides of each joint.
 */
export function unlinkedText(text: string): string {
  return parted(text, String, (joint) => `\u2060${joint}\u2060`)
}

/** Writes the joints of addresses in one way, and all else in another. */
function parted(
  text: string,
  write: (words: string) => string,
  writeJoint: (joint: string) => string,
): string {
  const written = (word: string) =>
    partsOf(word)
      .map((part, index) => (index % 2 === 0 ? write(part) : writeJoint(part)))
      .join('')
  return text
    .split(/([ \t\n]+)/)
    .map(written)
    .join('')
}
