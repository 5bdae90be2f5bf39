import { fold } from '../text/fold.js'
import { eachWordIn, type Word } from '../text/words.js'
import type { Certainty } from './certainty.js'
import { firstLineOf } from './salutation.js'
import { isFormOfAddress, isSalutationWord } from './salutation-words.js'
import { slotNameIn, type SlotSyntax, slotSyntaxes } from './slot-syntaxes.js'
import { once } from '../text/once.js'

export interface Placeholder {
  readonly placeholder: string
  readonly index: number
  readonly certainty: Certainty
}

/** In a text about these, any slot may be an example. */
const templates = once(
  () =>
    /`|=>|(?<!\p{L})(?:ejs|erb|handlebars|html|hubspot|jinja|liquid|mailchimp|mustache|printf|regex|salesforce|serien(?:brief|mail)\p{L}*|syntax|twig|xml|xslt)(?!\p{L})|platzhalter|placeholder|templat|variable|vorlage/iu,
)

/** In a text about these, it may be one if it does not ask for more of a person than a `name`. */
const code = once(
  () =>
    /(?<!\p{L})(?:angular|ansible|bash|c#|django|docker|excel|flask|golang|go|helm|java|jsx|kotlin|latex|node|perl|php|python|rails|react|ruby|rust|shell|sql|svelte|swift|tex|vue|ya?ml)(?!\p{L})|code|console|const|json|import|props|script/iu,
)

/**
 * The first slot of a mail merge or template that is sure, else the first that is suspected. Somebody may be called
 * Mustermann. Linear in the text.
 */
export function findSlot(text: string, names: readonly string[]): Placeholder | undefined {
  // Stryker disable next-line MethodExpression: the signs only save looking for slots
  const slots = slotSyntaxes
    .filter(({ signs }) => signs.some((sign) => text.includes(sign)))
    .flatMap((syntax) => slotsIn(text, syntax))
    .filter(({ placeholder }) => !isNameIn(names, placeholder))
    .sort(
      (one, other) => one.index - other.index || other.placeholder.length - one.placeholder.length,
    )
  const [first] = slots
  if (first === undefined) return undefined
  const isExample = exampleIn(text)
  let end = 0
  for (const slot of slots) {
    // `$name` in `${name}` is no slot of its own.
    if (slot.certainty !== 'sure' || slot.index < end) continue
    if (!isExample(slot)) return slot
    end = slot.index + slot.placeholder.length
  }
  return { ...first, certainty: 'suspected' }
}

function slotsIn(text: string, syntax: SlotSyntax): Placeholder[] {
  const matches = syntax.patterns().flatMap((pattern) => Array.from(text.matchAll(pattern)))
  return matches.flatMap(({ 0: match, index, groups }) => {
    const placeholder = groups?.['slot'] ?? match
    // To some syntaxes the name makes no difference.
    const name = syntax.personal === syntax.any ? 'any' : (slotNameIn(placeholder) ?? 'any')
    const certainty = name === 'task' ? 'sure' : syntax[name]
    return certainty
      ? [{ placeholder, index: index + match.length - placeholder.length, certainty }]
      : []
  })
}

/** Whether a slot may be an example: in quotation marks, or in a text about code, unless one greets with it. */
function exampleIn(text: string): (slot: Placeholder) => boolean {
  const greeted = greetingOf(text)?.end ?? -Infinity
  const matter = once(() => matterOf(text))
  return ({ placeholder, index }) => {
    if (/[/='"`„\\]/.test(text.charAt(index - 1))) return true
    if (index <= greeted + 2) return false
    return matter() === 'templates' || (matter() === 'code' && !asksForMore(placeholder))
  }
}

function matterOf(text: string): 'templates' | 'code' | 'other' {
  if (templates().test(text)) return 'templates'
  // Stryker disable next-line StringLiteral: the other name is not looked at
  return code().test(text) ? 'code' : 'other'
}

/** Of a person than a name. */
function asksForMore(placeholder: string): boolean {
  const name = slotNameIn(placeholder)
  return name === 'task' || (name === 'personal' && !/(?<!\p{L})name\b/u.test(placeholder))
}

/** UTF-16 units. Nobody greets at more length. */
const GREETING_UNITS = 100

/** The last word with which a text greets, the place behind it, and the next word. */
function greetingOf(
  text: string,
): { last: Word; end: number; next: Word | undefined; rest: string } | undefined {
  const { line, start } = firstLineOf(text)
  let last: Word | undefined
  let next: Word | undefined
  for (const word of eachWordIn(line.slice(0, GREETING_UNITS))) {
    next = isSalutationWord(word.folded) ? undefined : word
    if (next) break
    last = word
  }
  if (last === undefined) return undefined
  const end = last.index + last.written.length
  return { last, end: start + end, next, rest: line.slice(end) }
}

/** What programs write for a missing name, and templates in its place. */
const NO_NAME =
  /^(?:null|undefined|none|nil|tbd|x{2,5}|xyz?|(?:vor|nach|first|last|[fl])?name|mustermann)$/

const blankBefore = once(() => /^\s?(…|\.{2,9}|_+|-{2,}|\?{2,}|[%$][\p{L}\d]{1,2})(?=[ ,!]|$)/u)

/** As in "Hallo null", "Sehr geehrte/r Frau/Herr ,", "Hallo ,", "Liebe …". But somebody may be called Null. */
export function findMissingName(text: string, names: readonly string[]): Placeholder | undefined {
  const greeting = greetingOf(text)
  if (greeting === undefined) return undefined
  const { last, end, next, rest } = greeting
  const gap = next && /^[.\s"'„“@#*_]*/.exec(rest)?.[0].length
  if (
    next &&
    gap !== undefined &&
    rest.startsWith(next.written, gap) &&
    NO_NAME.test(next.folded) &&
    !isNameIn(names, next.written)
  ) {
    return { placeholder: next.written, index: end + gap, certainty: 'sure' }
  }
  // Somebody may be called Liebe, Herr or Dear.
  if (isNameIn(names, last.written)) return undefined
  const isNamed = isFormOfAddress(last.folded)
  // Stryker disable next-line ArrayDeclaration: the second one counts
  const [, blank] = blankBefore().exec(rest) ?? []
  if (blank !== undefined && (isNamed || rest.trimStart().startsWith(`${blank},`))) {
    return { placeholder: blank, index: end + rest.indexOf(blank), certainty: 'suspected' }
  }
  const [closing] = /^[.)]?\s*(?:[,!:](?=\s|$)|$)/.exec(rest) ?? []
  if (closing === undefined || !(isNamed || /^\)?\s+,/.test(closing))) return undefined
  // "Liebe, Respekt und Vertrauen" may be a sentence.
  const isGap =
    /\s/.test(closing.charAt(0)) || /^\s*(?:\n|$)/.test(text.slice(end + closing.length))
  const placeholder = last.written + closing
  return {
    placeholder,
    index: end - last.written.length,
    certainty: isGap ? 'sure' : 'suspected',
  }
}

function isNameIn(names: readonly string[], word: string): boolean {
  const folded = fold(word)
  return names.some((name) => fold(name) === folded)
}
