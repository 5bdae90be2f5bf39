import type { Chapter } from './chapter.js'

/** Each rule in a few words, in the rulebook's order. */
export const ruleWordsDe: readonly Chapter[] = [
  {
    title: 'Wer einladen darf',
    rules: {
      SelfInvitation: 'Niemand lädt sich selbst ein',
      InviterNotFound: 'Wer einlädt, ist im Netzwerk',
      GroupNotFound: 'Die Gruppe gibt es',
      InviterNotInGroup: 'Wer einlädt, ist in der Gruppe',
      NotADirectContact: 'Aus der Gruppe: nur Kontakte',
      TooManyInvitations: 'Das Tempo ist eingehalten',
    },
  },
  {
    title: 'Was geschrieben ist',
    rules: {
      SubjectTooLong: 'Betreff: höchstens 120 Zeichen',
      TextEmpty: 'Es gibt einen Text',
      TextTooLong: 'Text: höchstens 500 Zeichen',
      UnsafeCharacter: 'Kein Zeichen täuscht beim Lesen',
    },
  },
  {
    title: 'Wann',
    rules: { RateLimited6Months: 'Von derselben Person nur einmal in 6 Monaten' },
  },
  {
    title: 'Wer eingeladen wird',
    rules: {
      RecipientNotFound: 'Die Person ist im Netzwerk',
      RecipientOptedOut: 'Sie nimmt Einladungen an',
      AlreadyMember: 'Sie ist noch nicht in der Gruppe',
      MembershipPending: 'Sie wartet nicht auf Aufnahme',
      RecipientBanned: 'Sie ist nicht ausgeschlossen',
    },
  },
  {
    title: 'Wie es geschrieben ist',
    rules: {
      UnfilledPlaceholder: 'Nichts ist mehr auszufüllen',
      SalutationMissing: 'Es beginnt mit persönlicher Anrede',
      ProfileReferenceMissing: 'Es geht auf das Profil ein',
      WantsAndHavesNotAddressed: 'Es geht auf Suche oder Angebot ein',
      LinkInText: 'Es enthält keinen Link',
      MassMessage: 'Es ist keine Kopie für viele',
      ProhibitedContent: 'Weder Multi-Level-Marketing noch Spam',
    },
  },
]
