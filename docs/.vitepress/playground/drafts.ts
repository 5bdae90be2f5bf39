import type { Language } from './state.js'

/** The words of an inviter. */
export interface WrittenDraft {
  readonly subject: string
  readonly text: string
}

const drafts: Readonly<Record<Language, WrittenDraft>> = {
  en: {
    subject: 'An evening on TypeScript in Hamburg',
    text: `Dear Bernd,

your profile says that you offer TypeScript and code reviews, and that you look for a user group in Hamburg. That is what we are: once a month we show each other code from our daily work, and your view as an architect would do us good. Would you like to join us?

Best wishes
Anna`,
  },
  de: {
    subject: 'Ein Abend zu TypeScript in Hamburg',
    text: `Lieber Bernd,

in deinem Profil bietest du TypeScript und Code Reviews an, und du suchst eine User Group in Hamburg. Genau das sind wir: Einmal im Monat zeigen wir einander Code aus unserem Alltag, und dein Blick als Architekt täte uns gut. Magst du dazukommen?

Viele Grüße
Anna`,
  },
}

/** The draft that the playground opens with, which is approved. */
export function defaultDraft(language: Language): WrittenDraft {
  return drafts[language]
}
