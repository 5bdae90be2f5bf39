import type { ProfileReference } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'
import { entriesOf } from './profile-entries.js'

export interface EntryWords {
  readonly reference: ProfileReference
  readonly words: readonly Word[]
}

export interface ProfileWords {
  readonly names: readonly string[]
  readonly foldedNames: ReadonlySet<string>
  readonly entries: readonly EntryWords[]
}

export function profileWordsOf(profile: MemberProfile | undefined): ProfileWords {
  const names = profile ? namesOf(profile) : []
  const entries = profile ? entriesOf(profile) : []
  return {
    names,
    foldedNames: new Set(names.map(fold)),
    entries: entries.map((reference) => ({ reference, words: wordsIn(reference.entry) })),
  }
}

/** Parts of a name that are no name on their own, folded. */
const notAlone = new Set(
  'dr prof professor dipl ing med mag mba msc bsc phd jr sr herr frau mr mrs ms von van vom de da di du del der den la le zu zur und and'.split(
    ' ',
  ),
)

/**
 * The names by which others may call the member, one word each, as written. Titles and particles ("von") count only as
 * the last word of a name, initials only without other words, and words in another script than Latin do not count.
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
