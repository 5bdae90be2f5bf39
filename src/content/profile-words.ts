import type { ProfileReference } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { fold } from '../text/fold.js'
import { type Word, wordsIn } from '../text/words.js'
import { namesOf } from './names.js'
import { entriesOf } from './profile-entries.js'

/** An entry of a profile and its words. */
export interface EntryWords {
  readonly reference: ProfileReference
  readonly words: readonly Word[]
}

/** The words of a profile, read once for all who compare a text with it. */
export interface ProfileWords {
  /** The names by which the member may be called, as they are written. */
  readonly names: readonly string[]
  readonly foldedNames: ReadonlySet<string>
  readonly entries: readonly EntryWords[]
}

/** Reads the words of a profile; who has none is without names and entries. */
export function profileWordsOf(profile: MemberProfile | undefined): ProfileWords {
  const names = profile ? namesOf(profile) : []
  const entries = profile ? entriesOf(profile) : []
  return {
    names,
    foldedNames: new Set(names.map(fold)),
    entries: entries.map((reference) => ({ reference, words: wordsIn(reference.entry) })),
  }
}
