import type { ScreenedEvidence } from 'group-invitations'
import { type Screen, screenText } from 'group-invitations/content'
import { createMessages, de, en } from 'group-invitations/messages'

/** A few words for the example; a service has its own list, and tries it on texts of its members. */
const INSULT =
  /(?<!\p{L})(?<accusation>(?:you are an?|du bist eine?|sie sind eine?)\s+)?(?:idiot(?:in)?|moron|dummkopf)(?!\p{L})/giu

/** An insult that is said to the reader is sure. Elsewhere it is only suspected: "The Idiot" is a novel. */
function insultsIn(value: string, field?: 'subject'): ScreenedEvidence[] {
  return Array.from(value.matchAll(INSULT), ({ 0: term, index, groups }) => ({
    category: 'harassment',
    term,
    index,
    field,
    certainty: groups?.['accusation'] === undefined ? 'suspected' : 'sure',
  }))
}

/** Looks for harassment, beside what the built-in screener knows. */
export const screenWithHarassment: Screen = (draft, about) => [
  ...screenText(draft, about),
  ...insultsIn(draft.subject ?? '', 'subject'),
  ...insultsIn(draft.text),
]

/** Words for the inviter, for `messagesFor(locale, languages)`. What is only suspected must not accuse. */
export const languages = [
  createMessages(
    en.language,
    {},
    {
      harassment: ({ evidence, certainty }, { anyOf }) => {
        const terms = anyOf(evidence.map(({ term }) => term))
        return certainty === 'sure'
          ? `Please stay polite, and leave this out: ${terms}.`
          : `Please check whether the member could take this amiss: ${terms}.`
      },
    },
  ),
  createMessages(
    de.language,
    {},
    {
      harassment: ({ evidence, certainty }, { anyOf }) => {
        const terms = anyOf(evidence.map(({ term }) => term))
        return certainty === 'sure'
          ? `Bitte bleiben Sie höflich, und lassen Sie das weg: ${terms}.`
          : `Bitte prüfen Sie, ob das Mitglied das übel nehmen könnte: ${terms}.`
      },
    },
  ),
] as const
