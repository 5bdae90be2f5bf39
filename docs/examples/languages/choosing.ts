import { de, en, type Locales, messagesFor } from 'group-invitations/messages'
import { ar } from './arabic.js'
import { fr } from './french.js'

/** All languages of a network. Who reads none of them gets the first. */
export const languages = [en, de, fr, ar] as const

/** The words for a reader: 'fr-CH' and ['pt', 'fr'] get French. */
export const messagesOf = (locales: Locales) => messagesFor(locales, languages)
