import type { Group } from '../model/member.js'
import { isDistinctive } from '../text/stop-words.js'
import { isRelated, type Vocabulary, vocabularyOf } from '../text/vocabulary.js'
import { type Word, wordsIn } from '../text/words.js'
import type { ProfileWords } from './profile-words.js'
import { isSalutationWord } from './salutation-words.js'

/** What an invitation is about. It accuses nobody. */
export interface Topic {
  /** The words of each entry of the recipient's profile. */
  readonly profile: readonly (readonly Word[])[]
  /** The words of the group's name. */
  readonly group: readonly Word[]
  readonly vocabulary: Vocabulary
  readonly foldedNames: ReadonlySet<string>
}

/** What every invitation is about, folded. */
const INVITATION = /^(?:einlad|eingelad|invit|grupp|group)/

export function topicOf({ entries, foldedNames }: ProfileWords, group: Group | undefined): Topic {
  const profile = entries.map(({ words }) => words)
  const name = wordsIn(group?.name ?? '')
  const ofProfile = entries.flatMap((entry) => entry.distinctive)
  const distinctive = ofProfile.concat(name.filter(isDistinctive))
  return { profile, group: name, vocabulary: vocabularyOf(distinctive), foldedNames }
}

/** Whether the word is a name of the recipient, of the salutation, or related to the topic. */
export function isOfTopic(word: Word, { vocabulary, foldedNames }: Topic): boolean {
  return (
    foldedNames.has(word.folded) ||
    isSalutationWord(word.folded) ||
    INVITATION.test(word.folded) ||
    isRelated(word, vocabulary)
  )
}
