import type { Certainty } from './certainty.js'
import { fold } from '../text/fold.js'
import { wordsIn } from '../text/words.js'
import { firstLineOf } from './salutation.js'
import { isFormOfAddress, isSalutationWord } from './salutation-words.js'

export interface Placeholder {
  readonly placeholder: string
  readonly index: number
  readonly certainty: Certainty
}

/** Slots with any name: no person writes them. A function, because Unicode classes would cost time at every start. */
const unnamedSlots = (): RegExp[] => [
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

const slotName =
  /(?:^|[^a-z])(?:[a-z]*names?|anrede|ansprache|titel|firma|company|unternehmen|arbeitgeber|employer|position|beruf|branche|industry|themas?|topic|gruppe|group|stadt|city|ort|region|datum|date|empfanger|recipient|absender|sender|interessen?|interests?|kompetenz|skills?|bezug|kompliment|hier|einsetzen|einfugen|insert|platzhalter|placeholder|text|tbd|todo)(?![a-z])/

/** The first slot of a mail merge or template in the text. Linear in the text. */
export function findSlot(text: string): Placeholder | undefined {
  // Code, links, footnotes and quotations have such signs too: only a slot's name inside makes them slots.
  const bracketed =
    /\{[^{}\n:=,;]{1,40}\}|(?<![\p{L}\p{N}_])\[[^[\]\n]{1,40}\](?!\()|(?<![\p{L}\p{N}_])<[\p{L}_][^<>\n=/@]{0,40}>|<<[\p{L}_ ]{1,40}>>|\[\[[^[\]\n]{1,40}\]\]|(?<![\p{L}\p{N}_%#~])([%#~])[\p{L}_.]{2,40}\1(?![\p{L}\p{N}_%#~])|\$[\p{L}_]{2,40}/gu
  const quoted = /[«‹]([\p{L}_]{2,40})[»›]/gu
  const named = [
    ...Array.from(text.matchAll(bracketed)).filter(([slot]) => hasSlotName(slot)),
    // Stryker disable next-line StringLiteral: the group always matches
    ...Array.from(text.matchAll(quoted)).filter(([, word = '']) => isSlotName(word)),
  ]
  const unnamed = unnamedSlots()
    .map((slot) => slot.exec(text))
    .filter((match) => match !== null)
  const [first] = [...named, ...unnamed].sort((one, other) => one.index - other.index)
  return first && { placeholder: first[0], index: first.index, certainty: 'sure' }
}

function hasSlotName(slot: string): boolean {
  // `firstName` is two words, as `first_name` is.
  return slotName.test(fold(slot.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')))
}

function isSlotName(word: string): boolean {
  return slotName.exec(fold(word))?.[0] === fold(word)
}

/** What programs write for a missing name, and templates in its place. */
const noName = /^(?:null|undefined|nan|none|nil|xxx?|xyz?|(?:vor|nach)?name|(?:first|last)name)$/

/** As in "Hallo null", "Sehr geehrte/r Frau/Herr ,", "Hallo ,". But somebody may be called Null. */
export function findMissingName(text: string, names: readonly string[]): Placeholder | undefined {
  const { line, start } = firstLineOf(text)
  const words = wordsIn(line)
  for (const [position, word] of words.entries()) {
    if (!isSalutationWord(word.folded)) return undefined
    const end = word.index + word.written.length
    const next = words[position + 1]
    const [closing] = /^\.?\s*(?:[,!:](?=\s|$)|$)/.exec(line.slice(end)) ?? []
    if (
      next &&
      closing === undefined &&
      noName.test(next.folded) &&
      !names.includes(next.written)
    ) {
      return { placeholder: next.written, index: start + next.index, certainty: 'sure' }
    }
    // "Guten Tag , Frau Müller" goes on.
    if (closing === undefined || (next && isSalutationWord(next.folded))) continue
    const isMissing = isFormOfAddress(word.folded) || /^\s+,/.test(closing)
    const placeholder = line.slice(word.index, end) + closing
    return isMissing ? { placeholder, index: start + word.index, certainty: 'sure' } : undefined
  }
  return undefined
}
