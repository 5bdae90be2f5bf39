import type { MemberProfile } from '../model/member.js'
import { type Word, wordsIn } from '../text/words.js'

/** Titles, particles and forms of address, folded: parts of a name by which nobody is called alone. */
const notAlone = new Set(
  'dr prof professor dipl ing med mag mba msc bsc phd jr sr herr frau mr mrs ms von van vom de da di du del der den la le zu zur und and'.split(
    ' ',
  ),
)

/**
 * The names by which somebody may be called, one word each, as they are written and without repetition: the parts of
 * given name, family name and display name.
 *
 * Titles and particles ("von") do not count, unless they are the last part, nor do initials beside other parts. Names
 * without a Latin letter are left out: how others write them in their own script cannot be known. Empty: there is no
 * usable name.
 */
export function namesOf({ givenName, familyName, displayName }: MemberProfile): string[] {
  const names = new Map<string, string>()
  for (const name of [givenName, familyName, displayName]) {
    const words = wordsIn(name ?? '').filter(({ written }) => /\p{Script=Latin}/u.test(written))
    const isCallable = ({ folded, written }: Word, at: number) =>
      written.length > 1 && (at === words.length - 1 || !notAlone.has(folded))
    const callable = words.filter(isCallable)
    for (const { folded, written } of callable.length > 0 ? callable : words) {
      if (!names.has(folded)) names.set(folded, written)
    }
  }
  return [...names.values()]
}
