import type { Excess } from '../text/measure.js'
import type { Formats } from './formats.js'
import type { DenialWords, StaffDenial } from './language.js'

const fields = { subject: 'Der Betreff', text: 'Der Text' }

export const germanForStaff: DenialWords<StaffDenial> = {
  SelfInvitation: () => 'Einladendes und eingeladenes Mitglied sind dasselbe.',
  InviterNotFound: () => 'Das einladende Mitglied hat kein Profil mehr.',
  GroupNotFound: ({ groupId }, { anyOf }) => `Die Gruppe ${anyOf([groupId])} gibt es nicht mehr.`,
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    `Das einladende Mitglied gehört der Gruppe ${anyOf([groupId])} nicht an.`,
  NotADirectContact: () =>
    'Die Einladung geht von der Gruppe aus, und die beiden Mitglieder sind keine direkten Kontakte.',
  TooManyInvitations: ({ retryAt }, { momentFrom }) => {
    const sentence =
      'Das einladende Mitglied hat so viele Einladungen verschickt, wie in kurzer Zeit erlaubt sind.'
    const start = momentFrom(retryAt)
    if (start === undefined) return sentence
    return `${sentence} Die nächste ist ab dem ${start.day} möglich (${start.time}).`
  },
  SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
  TextEmpty: () => 'Der Text ist leer oder besteht nur aus unsichtbaren Zeichen.',
  TextTooLong: (denial, formats) => tooLong('text', denial, formats),
  UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
    `${fields[field]} enthält an Position ${number(index + 1)} ein Zeichen, das täuschen könnte (${character(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = `Das einladende Mitglied hat dasselbe Mitglied in den letzten 6 Monaten schon eingeladen, mit der Einladung ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return `${sentence} vom ${start.day} (${start.time}). Eine weitere ist ab dem ${end.day} wieder möglich (${end.time}).`
  },
  RecipientNotFound: () => 'Das eingeladene Mitglied gibt es nicht, oder es ist nicht sichtbar.',
  RecipientOptedOut: () =>
    'Das eingeladene Mitglied hat Gruppeneinladungen abgeschaltet: alle, die des einladenden Mitglieds oder die in diese Gruppe.',
  AlreadyMember: () => 'Das eingeladene Mitglied gehört der Gruppe schon an.',
  MembershipPending: ({ inviterMayAdmit }) =>
    inviterMayAdmit
      ? 'Das eingeladene Mitglied hat die Aufnahme in die Gruppe beantragt, und das einladende kann es aufnehmen.'
      : 'Das eingeladene Mitglied hat die Aufnahme in die Gruppe beantragt und wartet auf Antwort.',
  RecipientBanned: () => 'Das eingeladene Mitglied ist für die Gruppe gesperrt.',
  UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
    certainty === 'sure'
      ? `Im Entwurf ist etwas nicht ausgefüllt: ${anyOf([placeholder])}.`
      : `Im Entwurf ist vielleicht etwas nicht ausgefüllt: ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) =>
    `Der Text beginnt nicht mit einer Anrede mit Namen: ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'Der Text erwähnt nichts aus dem Profil des Mitglieds.',
  WantsAndHavesNotAddressed: () =>
    'Der Text geht weder auf „Ich suche“ noch auf „Ich biete“ des Mitglieds ein.',
  LinkInText: ({ link }, { anyOf }) => `Der Entwurf enthält einen Link: ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, { number, plural }) =>
    `Der Text gleicht weitgehend dem, was in den letzten 30 Tagen ${plural(similarCount, { one: 'ein anderes Mitglied', other: `${number(similarCount)} andere Mitglieder` })} vom selben Mitglied bekommen ${plural(similarCount, { one: 'hat', other: 'haben' })} (Ähnlichkeit bis ${number(similarity)}).`,
  ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
    const terms = anyOf(evidence.map(({ term }) => term))
    return certainty === 'sure'
      ? `Der Entwurf sieht nach Multi-Level-Marketing oder Spam aus: ${terms}.`
      : `Der Entwurf könnte nach Multi-Level-Marketing oder Spam aussehen, aber das ist nur ein Verdacht: ${terms}.`
  },
  InvitationClosed: ({ status }) => `Die Einladung wurde ${closed[status]}.`,
  InvitationNotFound: ({ invitationId }, { anyOf }) =>
    `Die Einladung ${anyOf([invitationId])} gibt es nicht, ihr Text wurde gelöscht, oder sie betrifft das handelnde Mitglied nicht.`,
  InvitationWithdrawn: ({ invitationId }, { anyOf }) =>
    `Die Einladung ${anyOf([invitationId])} wurde zurückgezogen.`,
  InvitationAccepted: ({ invitationId }, { anyOf }) =>
    `Die Einladung ${anyOf([invitationId])} wurde schon angenommen.`,
  InvitationExpired: ({ repeatableAt }, { moment }) => {
    const end = moment(repeatableAt)
    return end === undefined
      ? 'Die Einladung ist abgelaufen.'
      : `Die Einladung ist am ${end.day} abgelaufen (${end.time}).`
  },
}

const closed = {
  Declined: 'abgelehnt',
  Accepted: 'angenommen',
  Withdrawn: 'zurückgezogen',
} as const

export function tooLong(
  field: 'subject' | 'text',
  { length, limit, unit }: Excess,
  { number }: Formats,
): string {
  const tooMuch = `${number(length)} von höchstens ${number(limit)}`
  switch (unit) {
    case 'characters':
      return `${fields[field]} ist zu lang: ${tooMuch} Zeichen.`
    case 'bytes':
      return `${fields[field]} braucht zu viel Platz: ${tooMuch} Bytes. Kürzer oder mit weniger Emojis passt es.`
    case 'codePointsPerCharacter':
      return `${fields[field]} enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.`
  }
}
