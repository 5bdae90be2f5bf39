import type { Group } from '../model/member.js'
import { type Word, wordsIn } from '../text/words.js'
import { isSalutationWord } from './salutation-words.js'
import type { ProfileWords } from './profile-words.js'
import { isDistinctive } from '../text/stop-words.js'
import { isRelated, type Vocabulary, vocabularyOf } from '../text/vocabulary.js'

/** What an invitation is about: the words of the recipient's profile and of the group's name. They accuse nobody. */
export interface Topic {
  /** The words of each entry, and of the name. */
  readonly phrases: readonly (readonly Word[])[]
  readonly vocabulary: Vocabulary
  readonly foldedNames: ReadonlySet<string>
}

export function topicOf({ entries, foldedNames }: ProfileWords, group: Group | undefined): Topic {
  const phrases = [...entries.map(({ words }) => words), wordsIn(group?.name ?? '')]
  return { phrases, vocabulary: vocabularyOf(phrases.flat().filter(isDistinctive)), foldedNames }
}

/** Whether the word is a name of the recipient, or related to the topic. */
export function isOfTopic(word: Word, { vocabulary, foldedNames }: Topic): boolean {
  return (
    foldedNames.has(word.folded) || isSalutationWord(word.folded) || isRelated(word, vocabulary)
  )
}
