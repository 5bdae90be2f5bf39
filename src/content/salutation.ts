import type { MemberProfile } from '../model/member.js'
import { type Clause, clausesOf, type ClauseWord } from './clauses.js'
import { type SpelledNames, spelledNamesOf } from './member-names.js'
import { isNicknameOf } from './nicknames.js'
import {
  greets,
  isAddressing,
  isAroundName,
  isClosing,
  isForeign,
  isFormOfAddress,
  isParticle,
  isSalutationWord,
  isTitle,
} from './salutation-words.js'
import { once } from '../text/once.js'

// Stryker disable next-line Regex: only saves trying later places
const lineWithWord = once(() => /^.*[\p{L}\p{N}].*/mu)

/** The first line with a letter or digit. */
export function firstLineOf(text: string): { readonly line: string; readonly start: number } {
  const match = lineWithWord().exec(text)
  return { line: match?.[0] ?? '', start: match?.index ?? 0 }
}

/** How many lines with a word may have the salutation, and within how many UTF-16 units of each. */
const LINES = 4
const UNITS = 80

/** The most words before the name in a salutation that is known by its form alone: "Griaß di Anna,". */
const GREETING_WORDS = 5

/** The most words before the salutation that belong to none: "Kurze Frage, Anna, hast du Zeit?" */
const LEADING_WORDS = 3

/**
 * Whether one of the first lines calls the member by name. It is not enough that the name occurs: it follows a greeting,
 * or it ends a clause that opens the text, or it is a clause of its own at the end of a sentence.
 */
export function callsByName(text: string, member: MemberProfile): boolean {
  const names = spelledNamesOf(member)
  let leading = 0
  for (const line of linesOf(text)) {
    let before: Clause | undefined
    for (const clause of clausesOf(line, UNITS)) {
      const words = withRoles(clause.words, names)
      const opens = leading <= LEADING_WORDS
      const isCalledHere = words.some((word, at) => {
        const next = words[at + 1]
        // A nickname ends its clause.
        if (next && !isName(word)) return false
        return isCalled({ word, ahead: words.slice(0, at), next, clause, before, opens }, names)
      })
      if (isCalledHere) return true
      leading += leadingWords(words, clause)
      before = clause
    }
  }
  return false
}

/** With the word that follows, so that what is at the end is known. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => lineWithWord().test(line))
  // Stryker disable next-line MethodExpression: words behind twice as much are not looked at
  return lines.slice(0, LINES).map((line) => line.slice(0, 2 * UNITS))
}

interface RoleWord extends ClauseWord {
  /** `around`: it may stand around the name. `foreign`: it is in no salutation. */
  readonly role: 'given' | 'family' | 'around' | 'foreign' | 'other'
}

function withRoles(words: readonly ClauseWord[], names: SpelledNames): RoleWord[] {
  const result: RoleWord[] = []
  for (const word of words) {
    // Spreading is slow.
    const { written, folded, spelling, parts } = word
    result.push({ written, folded, spelling, parts, role: roleOf(word, result.at(-1), names) })
  }
  return result
}

function roleOf(
  word: ClauseWord,
  before: RoleWord | undefined,
  { given, family }: SpelledNames,
): RoleWord['role'] {
  const { folded } = word
  if (isOneOf(given, word)) return 'given'
  if (isOneOf(family, word)) return 'family'
  // In "Frau von der Heide", but not in "Grüße von Anna".
  const goesOn = before !== undefined && (isKnown(before) || isParticle(before.folded))
  const isAround = isAroundName(folded) || (isParticle(folded) && goesOn)
  if (isForeign(folded) && !isAround) return 'foreign'
  // Stryker disable next-line StringLiteral: what is neither foreign nor other is known
  return isAround || folded.length === 1 ? 'around' : 'other'
}

/** A compound is a name if all of its parts are: the Koch-Gruppe is nobody. */
function isOneOf(names: ReadonlySet<string>, { spelling, parts }: ClauseWord): boolean {
  // Stryker disable next-line ConditionalExpression, EqualityOperator: a single part is the whole
  return names.has(spelling) || (parts.length > 1 && parts.every((part) => names.has(part)))
}

function isKnown({ role }: RoleWord): boolean {
  return role !== 'foreign' && role !== 'other'
}

/** How many words of the clause belong to no salutation. Behind some clauses there is none. */
function leadingWords(words: readonly RoleWord[], { closing }: Clause): number {
  const unknown = words.filter((word) => !isKnown(word))
  const isAboutOthers = unknown.some(({ role }) => role === 'foreign')
  const isIntroduction = unknown.length > 0 && /^\s*:/.test(closing)
  return isAboutOthers || isIntroduction ? Infinity : unknown.length
}

/** A word that may be the name, in its clause. */
interface Place {
  readonly word: RoleWord
  readonly ahead: readonly RoleWord[]
  readonly next: RoleWord | undefined
  readonly clause: Clause
  /** The clause before in the same line. */
  readonly before: Clause | undefined
  /** Whether nothing but salutations is before the clause. */
  readonly opens: boolean
}

function isCalled(place: Place, { given }: SpelledNames): boolean {
  const { word, ahead } = place
  if (isQuoted(place)) return false
  if (!isName(word)) return isNicknamePlace(place) && isNicknameOf(word.folded, given)
  // Herr Morgen and Frau Abend need the form of address.
  if (isSalutationWord(word.folded) && !needsName(ahead.at(-1))) return false
  return followsGreeting(place) || (endsCall(place) && (isGreetingByForm(place) || isAlone(place)))
}

/** As in: the group „Hallo Anna“. */
function isQuoted({ clause, before }: Place): boolean {
  return before !== undefined && /[„“”"'‘’«»‹›([]$/.test(clause.opening)
}

function isNicknamePlace(place: Place): boolean {
  const { ahead, opens } = place
  const isPlaced = ahead.length === 0 ? opens : ahead.every(isKnown) && isGreeted(ahead)
  return isPlaced && endsCall(place)
}

/** "Hallo Anna wir …", "Lieber Herr Koch". A family name alone has to end the clause: "Liebe Sommer Gäste". */
function followsGreeting(place: Place): boolean {
  const { word, ahead } = place
  if (!ahead.every(isKnown) || !isGreeted(ahead)) return false
  // "Hi can you" does not call Can.
  if (isPerson(place) && (needsName(ahead.at(-1)) || !isForeign(word.folded))) return true
  return (isPerson(place) || isGreeted(ahead.slice(-1))) && endsCall(place)
}

/** "Griaß di Anna,", "Frau Koch, …", "Ahoi Käpt'n Thomsen!" */
function isGreetingByForm(place: Place): boolean {
  const { ahead, opens } = place
  if (!opens || ahead.length > GREETING_WORDS) return false
  if (ahead.some(({ role }) => role === 'foreign')) return false
  // Stryker disable next-line OptionalChaining: a greeting is ahead
  return isPerson(place) || (isGreeted(ahead) && ahead.at(-1)?.role === 'other')
}

/** "Schön, dass du da bist, Anna!", but not "Unsere Leiterin, Frau Koch, hat" and "Viele Grüße, Anna". */
function isAlone(place: Place): boolean {
  const { ahead, clause, before } = place
  // A single word before is an item of a list.
  if (!before || before.words.length === 1) return false
  if (before.words.some(({ folded }) => isClosing(folded))) return false
  const endsSentence = /^\s*,/.test(clause.opening) && /^\s*(?:[.!?…]|$)/.test(clause.closing)
  return endsSentence && ahead.every(isKnown) && isPerson(place)
}

/** Whether what is behind the name says nothing about it: "Anna, …", "Anna du", but not "Anna hat" and "Koch- und". */
function endsCall({ word, next, clause }: Place): boolean {
  if (next) return isAddressing(next.folded) && !isForeign(word.folded)
  return !/^(?:-[\s,]|\s*&)/.test(clause.closing)
}

/** A given name, or a family name behind a title. */
function isPerson({ word, ahead }: Place): boolean {
  return [...ahead, word].some(({ role, folded }) => role === 'given' || isTitle(folded))
}

function isGreeted(ahead: readonly RoleWord[]): boolean {
  return ahead.some(({ folded }) => greets(folded))
}

function needsName(before: RoleWord | undefined): boolean {
  return before !== undefined && (isFormOfAddress(before.folded) || isTitle(before.folded))
}

function isName({ role }: RoleWord): boolean {
  return role === 'given' || role === 'family'
}
