import type { ProfileReference } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { fold } from '../text/fold.js'
import { isDistinctive } from '../text/stop-words.js'
import { type Word, wordsIn } from '../text/words.js'
import { namesOf } from './member-names.js'
import { entriesOf } from './profile-entries.js'

export interface EntryWords {
  readonly reference: ProfileReference
  readonly words: readonly Word[]
  /** Those of them that can identify the entry alone. */
  readonly distinctive: readonly Word[]
}

export interface ProfileWords {
  readonly names: readonly string[]
  readonly foldedNames: ReadonlySet<string>
  readonly entries: readonly EntryWords[]
}

export function profileWordsOf(profile: MemberProfile | undefined): ProfileWords {
  const names = profile ? namesOf(profile) : []
  const entries = profile ? entriesOf(profile) : []
  return { names, foldedNames: new Set(names.map(fold)), entries: entries.map(entryWordsOf) }
}

function entryWordsOf(reference: ProfileReference): EntryWords {
  const words = wordsIn(reference.entry)
  return { reference, words, distinctive: words.filter(isDistinctive) }
}
