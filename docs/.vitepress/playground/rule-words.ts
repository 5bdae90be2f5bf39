import type { RuleName } from './rule-results.js'
import type { Language } from './state.js'

/** The rules of a chapter of the rulebook, each as the sentence that it holds. */
export interface Chapter {
  readonly title: string
  readonly rules: { readonly [Rule in RuleName]?: string }
}

/** Each rule in a few words, in the rulebook's order. */
export const ruleWords: Readonly<Record<Language, readonly Chapter[]>> = {
  en: [
    {
      title: 'Who may invite',
      rules: {
        SelfInvitation: 'Nobody invites themselves',
        InviterNotFound: 'The inviter is in the network',
        GroupNotFound: 'The group exists',
        InviterNotInGroup: 'The inviter is in the group',
        NotADirectContact: 'From the group: direct contacts only',
        TooManyInvitations: 'The inviter keeps the pace',
      },
    },
    {
      title: 'What is written',
      rules: {
        SubjectTooLong: 'The subject has at most 120 characters',
        TextEmpty: 'There is a text',
        TextTooLong: 'The text has at most 500 characters',
        UnsafeCharacter: 'No character deceives the reader',
      },
    },
    {
      title: 'When',
      rules: { RateLimited6Months: 'Not invited by the same person in 6 months' },
    },
    {
      title: 'Who is invited',
      rules: {
        RecipientNotFound: 'The recipient is in the network',
        RecipientOptedOut: 'The recipient accepts invitations',
        AlreadyMember: 'The recipient is not in the group',
        MembershipPending: 'The recipient has not asked to join',
        RecipientBanned: 'The recipient is not banned',
      },
    },
    {
      title: 'How it is written',
      rules: {
        UnfilledPlaceholder: 'Nothing is left to fill in',
        SalutationMissing: 'It begins with a personal salutation',
        ProfileReferenceMissing: 'It refers to the profile',
        WantsAndHavesNotAddressed: 'It addresses wants or haves',
        LinkInText: 'There is no link',
        MassMessage: 'It is no copy of what others got',
        ProhibitedContent: 'Neither multi-level marketing nor spam',
      },
    },
  ],
  de: [
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
  ],
}
