import type { MemberProfile } from '../model/member.js'
import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'
import { isParticle, isTitle } from './salutation-words.js'
import { once } from '../text/once.js'

/**
 * The names by which others may call the member, one word each, as written. Titles and particles ("von") count only as
 * the last word of a name, initials only without other words, and words in another script than Latin do not count.
 */
export function namesOf({ givenName, familyName, displayName }: MemberProfile): string[] {
  const names = new Map<string, string>()
  for (const name of [givenName, familyName, displayName]) {
    for (const { folded, written } of callableOf(wordsIn(name ?? ''))) {
      if (!names.has(folded)) names.set(folded, written)
    }
  }
  return [...names.values()]
}

const latin = once(() => /\p{Script=Latin}/u)

function callableOf(all: readonly Word[]): Word[] {
  const words = all.filter(({ written }) => latin().test(written))
  const callable = words.filter(
    ({ folded, written }, at) =>
      written.length > 1 &&
      (at === words.length - 1 ||
        !(isTitle(folded) || (isParticle(folded) && /^\p{Ll}/u.test(written)))),
  )
  return callable.length > 0 ? callable : words
}

/** The names of a member in one spelling, by how they are used. */
export interface SpelledNames {
  /** A given name alone calls somebody. */
  readonly given: ReadonlySet<string>
  /** A family name alone may be a noun: Freitag, Koch, Berg. */
  readonly family: ReadonlySet<string>
}

/** The last word of the display name is the family name, if the profile names none. */
export function spelledNamesOf({
  givenName,
  familyName,
  displayName,
}: MemberProfile): SpelledNames {
  // Stryker disable next-line Regex: an empty word among others changes neither the last one nor whether there are others
  const [last, ...others] = displayName.trim().split(/\s+/).reverse()
  const family = spellingsOf(familyName ?? (others.length > 0 ? last : ''))
  const given = spellingsOf(givenName)
  // The family name is a part of the whole name as one word: Peter would be short for "olepetersen".
  const whole = others.length > 0 ? spelled(asOne(wordsIn(displayName))) : undefined
  for (const name of spellingsOf(displayName)) {
    if (name !== whole && !family.has(name)) given.add(name)
  }
  return { given, family }
}

/** Each word, and what may be written as one: "Annalena" for Anna-Lena, "LoPresti". */
function spellingsOf(name = ''): Set<string> {
  const words = wordsIn(name)
  const spellings = new Set(callableOf(words).map(({ folded }) => spelled(folded)))
  // Stryker disable next-line EqualityOperator: a word alone is spelled as itself
  if (words.length > 1) spellings.add(spelled(asOne(words)))
  // Most parts are a word, and need no second look.
  // Stryker disable next-line ArrowFunction: only saves the second look
  const written = new Set(words.map((word) => word.written))
  // Stryker disable next-line Regex: nothing has no halves
  for (const part of name.split(/\s+/)) {
    // Stryker disable next-line ArrayDeclaration: a single half is none
    const halves = written.has(part) ? [] : wordsIn(part)
    if (halves.length > 1) spellings.add(spelled(asOne(halves)))
  }
  return spellings
}

/** Folded. */
function asOne(words: readonly Word[]): string {
  return fold(words.map(({ written }) => written).join(''))
}

const spellings = new Map([
  ['dj', 'd'],
  ['ph', 'f'],
  ['th', 't'],
  ['c', 'k'],
  ['y', 'i'],
])

const ambiguous = once(() => /dj|ph|th|c|y|(.)\1/u)
const doubled = once(() => /(.)\1+/gu)

/** One spelling for what is written in two ways: Håkon and Haakon, Đorđe and Djordje, Stephan and Stefan. */
export function spelled(folded: string): string {
  // Replacing is slow, even if there is nothing to replace.
  // Stryker disable next-line ConditionalExpression: only saves replacing
  if (!ambiguous().test(folded)) return folded
  return folded
    .replace(/dj|ph|th|c(?!h)|y/g, (letters) => String(spellings.get(letters)))
    .replace(doubled(), '$1')
}
