import type { InvitationDenial } from '../decision/denials.js'
import { codePointName } from '../text/code-points.js'
import { fields, tooLong } from './german-lengths.js'
import type { DenialWords } from './language.js'

/** What German says to the network's staff. */
export const germanForStaff: DenialWords<InvitationDenial> = {
  SelfInvitation: () => 'Einladendes und eingeladenes Mitglied sind dasselbe.',
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    `Das einladende Mitglied gehört der Gruppe ${anyOf([groupId])} nicht an.`,
  NotADirectContact: () =>
    'Die Einladung geht von der Gruppe aus, und die beiden Mitglieder sind keine direkten Kontakte.',
  SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
  TextEmpty: () => 'Der Text ist leer oder besteht nur aus unsichtbaren Zeichen.',
  TextTooLong: (denial, formats) => tooLong('text', denial, formats),
  UnsafeCharacter: ({ field, index, codePoint }, { number }) =>
    `${fields[field]} enthält an Position ${number(index + 1)} ein Zeichen, das täuschen könnte (${codePointName(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = `Das einladende Mitglied hat dasselbe Mitglied in den letzten 6 Monaten schon eingeladen, mit der Einladung ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return `${sentence} vom ${start.day} (${start.time}). Eine weitere ist ab dem ${end.day} wieder möglich (${end.time}).`
  },
  RecipientNotFound: () => 'Das eingeladene Mitglied gibt es nicht, oder es ist nicht sichtbar.',
  RecipientOptedOut: () => 'Das eingeladene Mitglied hat Gruppeneinladungen abgeschaltet.',
  AlreadyMember: () => 'Das eingeladene Mitglied gehört der Gruppe schon an.',
  MembershipPending: () =>
    'Das eingeladene Mitglied hat die Aufnahme in die Gruppe beantragt und wartet auf Antwort.',
  RecipientBanned: () => 'Das eingeladene Mitglied ist für die Gruppe gesperrt.',
  UnfilledPlaceholder: ({ placeholder }, { anyOf }) =>
    `Im Entwurf ist etwas nicht ausgefüllt: ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) =>
    `Der Text beginnt nicht mit einer Anrede mit Namen: ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'Der Text erwähnt nichts aus dem Profil des Mitglieds.',
  WantsAndHavesNotAddressed: () =>
    'Der Text geht weder auf „Ich suche“ noch auf „Ich biete“ des Mitglieds ein.',
  LinkInText: ({ link }, { anyOf }) => `Der Entwurf enthält einen Link: ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, { number, plural }) =>
    `Der Text gleicht weitgehend dem, was in den letzten 30 Tagen ${plural(similarCount, { one: 'ein anderes Mitglied', other: `${number(similarCount)} andere Mitglieder` })} vom selben Mitglied bekommen ${plural(similarCount, { one: 'hat', other: 'haben' })} (Ähnlichkeit bis ${number(similarity)}).`,
  ProhibitedContent: ({ evidence }, { anyOf }) =>
    `Der Entwurf sieht nach Multi-Level-Marketing oder Spam aus: ${anyOf(evidence.map(({ term }) => term))}.`,
}
