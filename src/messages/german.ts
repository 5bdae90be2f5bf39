import { germanForStaff, tooLong } from './german-for-staff.js'
import type { Language } from './language.js'

const inTheField = { subject: 'Im Betreff', text: 'Im Text' }

/** German that addresses the reader by "Sie" (formal) or "du" (informal). */
export function german(address: 'formal' | 'informal'): Language {
  const say = (formal: string, informal: string) => (address === 'formal' ? formal : informal)
  const unavailable = `Bei uns ist etwas schiefgegangen. Bitte ${say('versuchen Sie', 'versuch')} es gleich noch einmal.`

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
      TooManyInvitations: ({ retryAt }, { momentFrom }) => {
        const sentence = `${say('Sie haben', 'Du hast')} in kurzer Zeit viele Einladungen verschickt.`
        const start = momentFrom(retryAt)
        if (start === undefined) return sentence
        return `${sentence} Die nächste ist ab dem ${start.day} möglich (${start.time}).`
      },
      SubjectTooLong: (denial, formats) => tooLong('subject', denial, formats),
      TextEmpty: () =>
        `${say('Schreiben Sie', 'Schreib')} ein paar persönliche Worte: Eine Einladung braucht einen Text.`,
      TextTooLong: (denial, formats) => tooLong('text', denial, formats),
      UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
        `${inTheField[field]} steht an Position ${number(index + 1)} ein Zeichen, das nicht erlaubt ist (${character(codePoint)}). Bitte ${say('entfernen Sie', 'entferne')} es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.`,
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

    otherCategories: {
      toInviter: ({ evidence, certainty }, { anyOf }) => {
        const terms = anyOf(evidence.map(({ term }) => term))
        return certainty === 'sure'
          ? `Formulierungen wie ${terms} sind hier nicht erlaubt. Bitte ${say('schreiben Sie', 'schreib')} die Einladung anders.`
          : `Formulierungen wie ${terms} könnten missverstanden werden. Bitte ${say('prüfen Sie', 'prüf')} sie; wenn sie passen, ${say('müssen Sie', 'musst du')} nichts ändern.`
      },
      toStaff: ({ evidence, certainty }, { anyOf }) => {
        const [category, terms] = [
          anyOf([evidence[0].category]),
          anyOf(evidence.map(({ term }) => term)),
        ]
        return certainty === 'sure'
          ? `Der Entwurf enthält Inhalte der Kategorie ${category}: ${terms}.`
          : `Der Entwurf enthält vielleicht Inhalte der Kategorie ${category}, aber das ist nur ein Verdacht: ${terms}.`
      },
    },

    noDecision: {
      InvalidRequest: `Die Anfrage war nicht lesbar. Bitte ${say('laden Sie', 'lade')} die Seite neu.`,
      InvitationIdReused: `Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte ${say('öffnen Sie', 'öffne')} es noch einmal.`,
      InvitationAccepted:
        'Diese Einladung wurde schon angenommen und kann nicht mehr zurückgezogen werden.',
      InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
      ServiceUnavailable: unavailable,
    },

    toRecipient: {
      InvitationExpired: 'Diese Einladung ist abgelaufen.',
      InvitationAccepted: `${say('Sie haben', 'Du hast')} diese Einladung schon angenommen und ${say('können', 'kannst')} sie nicht mehr ablehnen.`,
      RecipientBanned: `${say('Sie können', 'Du kannst')} dieser Gruppe nicht beitreten.`,
      InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
      InvalidRequest: `Die Anfrage war nicht lesbar. Bitte ${say('laden Sie', 'lade')} die Seite neu.`,
      ServiceUnavailable: unavailable,
    },

    answered: {
      joined: `${say('Sie sind', 'Du bist')} jetzt in der Gruppe.`,
      pending: `${say('Sie haben', 'Du hast')} die Einladung angenommen. Die Moderation der Gruppe entscheidet noch über ${say('Ihre', 'deine')} Aufnahme.`,
      accepted: `${say('Sie haben', 'Du hast')} diese Einladung schon angenommen, ${say('sind', 'bist')} zurzeit aber nicht in der Gruppe.`,
      declined: `${say('Sie haben', 'Du hast')} die Einladung abgelehnt. Wer ${say('Sie', 'dich')} eingeladen hat, erfährt davon nichts.`,
      withdrawn: 'Die Einladung wurde zurückgezogen.',
    },

    statuses: {
      Open: 'Offen',
      Accepted: 'Angenommen',
      Withdrawn: 'Zurückgezogen',
      Expired: 'Abgelaufen',
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
