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
      NotADirectContact: 'Aus der Gruppe: nur direkte Kontakte',
      TooManyInvitations: 'Das Tempo ist eingehalten',
    },
  },
  {
    title: 'Was geschrieben ist',
    rules: {
      SubjectTooLong: 'Der Betreff hat höchstens 120 Zeichen',
      TextEmpty: 'Es gibt einen Text',
      TextTooLong: 'Der Text hat höchstens 500 Zeichen',
      UnsafeCharacter: 'Kein Zeichen täuscht beim Lesen',
    },
  },
  {
    title: 'Wann',
    rules: { RateLimited6Months: 'In 6 Monaten nicht von derselben Person' },
  },
  {
    title: 'Wer eingeladen wird',
    rules: {
      RecipientNotFound: 'Die eingeladene Person ist im Netzwerk',
      RecipientOptedOut: 'Sie nimmt Einladungen an',
      AlreadyMember: 'Sie ist noch nicht in der Gruppe',
      MembershipPending: 'Sie hat die Aufnahme nicht beantragt',
      RecipientBanned: 'Sie ist nicht ausgeschlossen',
    },
  },
  {
    title: 'Wie es geschrieben ist',
    rules: {
      UnfilledPlaceholder: 'Nichts ist mehr auszufüllen',
      SalutationMissing: 'Es beginnt mit persönlicher Anrede',
      ProfileReferenceMissing: 'Es geht auf das Profil ein',
      WantsAndHavesNotAddressed: 'Es geht auf „Ich suche“ oder „Ich biete“ ein',
      LinkInText: 'Es enthält keinen Link',
      MassMessage: 'Es gleicht nicht dem, was andere bekamen',
      ProhibitedContent: 'Weder Multi-Level-Marketing noch Spam',
    },
  },
]
