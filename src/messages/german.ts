import type { InvitationDenial } from '../decision/denials.js'
import { codePointName } from '../text/code-points.js'
import type { Excess } from '../text/measure.js'
import type { Formats } from './formats.js'
import type { DenialWords, Language } from './language.js'

const fields = { subject: 'Der Betreff', text: 'Der Text' }
const inTheField = { subject: 'Im Betreff', text: 'Im Text' }

const germanForStaff: DenialWords<InvitationDenial> = {
  SelfInvitation: () => 'Einladendes und eingeladenes Mitglied sind dasselbe.',
  InviterNotFound: () => 'Das einladende Mitglied hat kein Profil mehr.',
  GroupNotFound: ({ groupId }, { anyOf }) => `Die Gruppe ${anyOf([groupId])} gibt es nicht mehr.`,
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
}

/** German that addresses the reader by "Sie" (formal) or "du" (informal). */
export function german(address: 'formal' | 'informal'): Language {
  const say = (formal: string, informal: string) => (address === 'formal' ? formal : informal)

  return {
    locale: 'de',
    direction: 'ltr',
    quotationMarks: ['„', '“'],

    toInviter: {
      SelfInvitation: () =>
        say('Sie können sich nicht selbst einladen.', 'Du kannst dich nicht selbst einladen.'),
      InviterNotFound: () =>
        say(
          'Ihr Profil ist nicht verfügbar, deshalb können Sie niemanden einladen.',
          'Dein Profil ist nicht verfügbar, deshalb kannst du niemanden einladen.',
        ),
      GroupNotFound: () => 'Diese Gruppe gibt es nicht mehr.',
      InviterNotInGroup: () =>
        say(
          'Sie können nur in Gruppen einladen, denen Sie selbst angehören.',
          'Du kannst nur in Gruppen einladen, denen du selbst angehörst.',
        ),
      NotADirectContact: () =>
        say(
          'Aus einer Gruppe heraus können Sie nur Ihre direkten Kontakte einladen. Andere Mitglieder laden Sie über deren Profil ein.',
          'Aus einer Gruppe heraus kannst du nur deine direkten Kontakte einladen. Andere Mitglieder lädst du über deren Profil ein.',
        ),
      SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
      TextEmpty: () =>
        `${say('Schreiben Sie', 'Schreib')} ein paar persönliche Worte: Eine Einladung braucht einen Text.`,
      TextTooLong: (denial, formats) => tooLong('text', denial, formats),
      UnsafeCharacter: ({ field, index, codePoint }, { number }) =>
        `${inTheField[field]} steht an Position ${number(index + 1)} ein Zeichen, das nicht erlaubt ist (${codePointName(codePoint)}). Bitte ${say('entfernen Sie', 'entferne')} es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.`,
      RateLimited6Months: ({ sentAt, repeatableAt }, { moment, momentFrom }) => {
        const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
        const day = start === undefined ? '' : `, und zwar am ${start.day}`
        const sentence = `${say('Sie haben', 'Du hast')} dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen${day}.`
        if (end === undefined) return sentence
        return `${sentence} Eine weitere Einladung ist ab dem ${end.day} wieder möglich (${end.time}).`
      },
      RecipientUnavailable: () => 'Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.',
      AlreadyMember: () => 'Dieses Mitglied gehört der Gruppe schon an.',
      MembershipPending: ({ inviterMayAdmit }) =>
        inviterMayAdmit
          ? `Dieses Mitglied hat die Aufnahme in die Gruppe beantragt. Als Moderator oder Moderatorin ${say('können Sie', 'kannst du')} es aufnehmen.`
          : 'Dieses Mitglied hat schon beantragt, in die Gruppe aufgenommen zu werden.',
      UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
        certainty === 'sure'
          ? `In der Einladung ist noch etwas auszufüllen: ${anyOf([placeholder])}.`
          : `Bitte ${say('prüfen Sie', 'prüf')}, ob hier noch etwas auszufüllen ist: ${anyOf([placeholder])}.`,
      SalutationMissing: ({ names }, { anyOf }) =>
        `${say('Beginnen Sie', 'Beginne')} mit einer persönlichen Anrede, in der ${anyOf(names)} vorkommt.`,
      ProfileReferenceMissing: ({ entries }, { anyOf }) =>
        `${say('Gehen Sie', 'Geh')} auf das Profil des Mitglieds ein, zum Beispiel auf ${anyOf(entries.map(({ entry }) => entry))}.`,
      WantsAndHavesNotAddressed: ({ wants, haves }, { anyOf }) =>
        `Am besten ${say('gehen Sie', 'gehst du')} auf das ein, was das Mitglied sucht oder bietet, zum Beispiel auf ${anyOf([...wants, ...haves])}.`,
      LinkInText: ({ link }, { anyOf }) =>
        `Eine persönliche Einladung kommt ohne Links und E-Mail-Adressen aus. Bitte ${say('lassen Sie', 'lass')} das weg: ${anyOf([link])}.`,
      MassMessage: ({ similarCount }, { number, plural }) =>
        `Dieser Text gleicht weitgehend dem, was ${say('Sie', 'du')} schon ${plural(similarCount, { one: 'einem anderen Mitglied', other: `${number(similarCount)} anderen Mitgliedern` })} geschickt ${say('haben', 'hast')}. Bitte ${say('schreiben Sie', 'schreib')} einen persönlichen Text.`,
      ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
        const terms = anyOf(evidence.map(({ term }) => term))
        return certainty === 'sure'
          ? `Formulierungen wie ${terms} wirken wie Multi-Level-Marketing oder Spam; beides ist nicht erlaubt. Bitte ${say('schreiben Sie', 'schreib')} die Einladung anders.`
          : `Formulierungen wie ${terms} könnten für Werbung oder Anwerbung gehalten werden. Wenn ${say('Sie keines von beiden meinen, müssen Sie', 'du keines von beiden meinst, musst du')} nichts ändern.`
      },
    },

    toStaff: germanForStaff,

    noDecision: {
      InvalidRequest: `Die Anfrage war nicht lesbar. Bitte ${say('öffnen Sie', 'öffne')} das Formular noch einmal.`,
      InvitationIdReused: `Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte ${say('öffnen Sie', 'öffne')} es noch einmal.`,
      ServiceUnavailable: `Bei uns ist etwas schiefgegangen. Bitte ${say('versuchen Sie', 'versuch')} es gleich noch einmal.`,
    },

    invalidValue: 'Diese Angabe fehlt oder ist ungültig.',

    hints: {
      everybody: [
        `${say('Beginnen Sie', 'Beginne')} mit einer persönlichen Anrede, zum Beispiel „${say('Guten Tag Frau Mustermann', 'Liebe Erika')},“.`,
        `${say('Nehmen Sie', 'Nimm')} deutlich Bezug auf das Profil des Mitglieds.`,
        `${say('Gehen Sie', 'Geh')} auf die Felder „Ich suche“ und „Ich biete“ ein.`,
        `${say('Sagen Sie', 'Sag')}, warum ${say('Sie', 'du')} gerade dieses Mitglied in gerade diese Gruppe ${say('einladen', 'einlädst')}.`,
      ],
      moderator: [
        `Wenn ${say('Sie', 'du')} die Gruppe ${say('moderieren', 'moderierst')}: ${say('Sagen Sie', 'Sag')} auch, was ${say('Sie', 'du')} von neuen Mitgliedern ${say('erwarten', 'erwartest')}.`,
      ],
    },

    mail: {
      invitation: `{inviter} lädt ${say('Sie', 'dich')} in die Gruppe „{group}“ ein`,
      someInvitation: 'Eine Einladung in eine Gruppe',
      message: 'Persönliche Nachricht von {inviter}:',
      reference: {
        wants: `Die Einladung bezieht sich auf ${say('Ihr', 'dein')} Profil: ${say('Sie suchen', 'Du suchst')} „{entry}“.`,
        haves: `Die Einladung bezieht sich auf ${say('Ihr', 'dein')} Profil: ${say('Sie bieten', 'Du bietest')} „{entry}“.`,
        other: `Die Einladung bezieht sich auf diesen Eintrag in ${say('Ihrem', 'deinem')} Profil: „{entry}“.`,
      },
      noName: '(ohne Namen)',
      seeGroup: 'Gruppe ansehen',
      seeInvitation: 'Einladung ansehen',
      seeInviter: 'Profil von {inviter} ansehen',
      report: 'Diese Einladung melden',
      because: `${say('Sie erhalten', 'Du erhältst')} diese Nachricht von {platform}, weil {inviter} ${say('Sie', 'dich')} in eine Gruppe eingeladen hat.`,
      enough: `${say('Möchten Sie', 'Möchtest du')} keine Gruppeneinladungen mehr erhalten?`,
      switchOff: 'Gruppeneinladungen abschalten',
    },
  }
}

function tooLong(
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
