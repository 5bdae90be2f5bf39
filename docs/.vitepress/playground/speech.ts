import { de, en, type Messages } from 'group-invitations/messages'
import type { Language } from './state.js'
import type { Words } from './words-en.js'

/** A language with its words: those of the playground, and those of the library. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly messages: Messages
}

/** The playground has only one language at a time. */
export async function speechIn(language: Language): Promise<Speech> {
  return language === 'de'
    ? { language, words: (await import('./words-de.js')).wordsDe, messages: de }
    : { language, words: (await import('./words-en.js')).wordsEn, messages: en }
}
