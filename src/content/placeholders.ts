import { fold } from '../text/fold.js'
import { wordsIn } from '../text/words.js'
import { firstLineOf } from './first-line.js'
import { isAddress, isSalutation } from './salutation-words.js'

/** A part of a text that was to be filled in, or the place of one. */
export interface Placeholder {
  /** As it stands in the text. */
  readonly placeholder: string
  /** Where it begins: a UTF-16 index into the text. */
  readonly index: number
}

/**
 * What no person writes, and what mail merges and templates leave behind where nothing was filled in.
 *
 * A function, since Unicode classes outside of one are looked up at every start.
 */
const leftovers = (): RegExp[] => [
  /\{\{[^{}\n]{1,60}\}\}/,
  /\$\{[^{}\n]{1,60}\}/,
  /%%[^%\n]{1,60}%%/,
  /@@[^@\n]{1,60}@@/,
  /<%[^%\n]{1,60}%>/,
  /\*\|[^|\n]{1,60}\|\*/,
  /\[\[[^[\]\n]{0,60}[_:.][^[\]\n]{0,60}\]\]/,
  /<<[\p{L}_]{0,60}_[\p{L}_]{0,60}>>/u,
  /\{[^{}|\n]{1,60}\|[^{}\n]{1,60}\}/,
  /(?<![\p{L}\\])\{(?:MERGEFIELD )?[\p{L}_][\p{L}\p{N}_.]{2,60}\}/u,
  /(?<![\p{L}\p{N}\\])\{\d{1,2}\}/u,
  /%[A-Z][A-Z_]{1,60}%/,
  /__[A-Z][A-Z_]{1,60}__/,
  /\bX{4,60}\b/,
  /\[object Object\]/,
]

/** What the slots of mail merges are called, as folded words of what is in the brackets. */
const slotName =
  /(?:^|[^a-z])(?:[a-z]*names?|anrede|ansprache|titel|firma|company|unternehmen|arbeitgeber|employer|position|beruf|branche|industry|themas?|topic|gruppe|group|stadt|city|ort|region|datum|date|empfanger|recipient|absender|sender|interessen?|interests?|kompetenz|skills?|bezug|kompliment|hier|einsetzen|einfugen|insert|platzhalter|placeholder|text|tbd|todo)(?![a-z])/

/** The first slot of a mail merge in the text. Linear in the text. */
export function findSlot(text: string): Placeholder | undefined {
  // Generics, footnotes, code, links and quotations have such signs too, so that a slot's name has to stand inside.
  const bracketed =
    /\{[^{}\n:=,;]{1,40}\}|(?<![\p{L}\p{N}_])\[[^[\]\n]{1,40}\](?!\()|(?<![\p{L}\p{N}_])<[\p{L}_][^<>\n=/@]{0,40}>|<<[\p{L}_ ]{1,40}>>|\[\[[^[\]\n]{1,40}\]\]|(?<![\p{L}\p{N}_%#~])([%#~])[\p{L}_.]{2,40}\1(?![\p{L}\p{N}_%#~])|\$[\p{L}_]{2,40}/gu
  const quoted = /[«‹]([\p{L}_]{2,40})[»›]/gu
  const named = [
    ...Array.from(text.matchAll(bracketed)).filter(([slot]) => hasSlotName(slot)),
    ...Array.from(text.matchAll(quoted)).filter(([, word = '']) => isSlotName(word)),
  ]
  const left = leftovers()
    .map((leftover) => leftover.exec(text))
    .filter((match) => match !== null)
  const [first] = [...named, ...left].sort((one, other) => one.index - other.index)
  return first && { placeholder: first[0], index: first.index }
}

/** `firstName` and `first_name` are two words each. */
function hasSlotName(slot: string): boolean {
  return slotName.test(fold(slot.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')))
}

function isSlotName(word: string): boolean {
  return slotName.exec(fold(word))?.[0] === fold(word)
}

/** What programs write where a name is missing, and templates where one is to stand, folded. */
const nobody = /^(?:null|undefined|nan|none|nil|xxx?|xyz?|(?:vor|nach)?name|(?:first|last)name)$/

/**
 * The place of a name that is missing from the salutation: "Hallo null", "Sehr geehrte/r Frau/Herr ,", "Hallo ,".
 *
 * `names` are those of the recipient, who may be called Null.
 */
export function findMissingName(text: string, names: readonly string[]): Placeholder | undefined {
  const { line, start } = firstLineOf(text)
  const words = wordsIn(line)
  for (const [position, word] of words.entries()) {
    if (!isSalutation(word.folded)) return undefined
    const end = word.index + word.written.length
    const next = words[position + 1]
    const [closing] = /^\.?\s*(?:[,!:](?=\s|$)|$)/.exec(line.slice(end)) ?? []
    if (
      next &&
      closing === undefined &&
      nobody.test(next.folded) &&
      !names.includes(next.written)
    ) {
      return { placeholder: next.written, index: start + next.index }
    }
    // "Guten Tag , Frau Müller" goes on.
    if (closing === undefined || (next && isSalutation(next.folded))) continue
    const isMissing = isAddress(word.folded) || /^\s+,/.test(closing)
    const placeholder = line.slice(word.index, end) + closing
    return isMissing ? { placeholder, index: start + word.index } : undefined
  }
  return undefined
}
