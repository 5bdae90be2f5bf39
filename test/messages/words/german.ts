import type { saidBy } from './said-by.js'

export const german: ReturnType<typeof saidBy> = {
  toInviter: {
    SelfInvitation: 'Sie können sich nicht selbst einladen.',
    InviterNotFound: 'Ihr Profil ist nicht verfügbar, deshalb können Sie niemanden einladen.',
    GroupNotFound: 'Diese Gruppe gibt es nicht mehr.',
    InviterNotInGroup: 'Sie können nur in Gruppen einladen, denen Sie selbst angehören.',
    NotADirectContact:
      'Aus einer Gruppe heraus können Sie nur Ihre direkten Kontakte einladen. Andere Mitglieder laden Sie über deren Profil ein.',
    TooManyInvitations:
      'Sie haben in kurzer Zeit viele Einladungen verschickt. Die nächste ist ab dem 12. Mai 2026 möglich (13:12 UTC).',
    SubjectTooLong: 'Der Betreff ist zu lang: 121 von höchstens 120 Zeichen.',
    TextEmpty: 'Schreiben Sie ein paar persönliche Worte: Eine Einladung braucht einen Text.',
    TextTooLong: 'Der Text ist zu lang: 501 von höchstens 500 Zeichen.',
    UnsafeCharacter:
      'Im Text steht an Position 7 ein Zeichen, das nicht erlaubt ist (U+202E). Bitte entfernen Sie es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.',
    RateLimited6Months:
      'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen, und zwar am 2. März 2026. Eine weitere Einladung ist ab dem 2. September 2026 wieder möglich (09:30 UTC).',
    AlreadyMember: 'Dieses Mitglied gehört der Gruppe schon an.',
    MembershipPending: 'Dieses Mitglied hat schon beantragt, in die Gruppe aufgenommen zu werden.',
    UnfilledPlaceholder: 'In der Einladung ist noch etwas auszufüllen: „Herr ,“.',
    SalutationMissing:
      'Beginnen Sie mit einer persönlichen Anrede, in der „Bernd“ oder „Müller“ vorkommt.',
    ProfileReferenceMissing:
      'Gehen Sie auf das Profil des Mitglieds ein, zum Beispiel auf „Elbwerk GmbH“.',
    WantsAndHavesNotAddressed:
      'Am besten gehen Sie auf das ein, was das Mitglied sucht oder bietet, zum Beispiel auf „Schach“ oder „TypeScript“.',
    LinkInText:
      'Eine persönliche Einladung kommt ohne Links und E-Mail-Adressen aus. Bitte lassen Sie das weg: „elbschach.de“.',
    MassMessage:
      'Dieser Text gleicht weitgehend dem, was Sie schon 2 anderen Mitgliedern geschickt haben. Bitte schreiben Sie einen persönlichen Text.',
    ProhibitedContent:
      'Formulierungen wie „finanziellen Freiheit“ wirken wie Multi-Level-Marketing oder Spam; beides ist nicht erlaubt. Bitte schreiben Sie die Einladung anders.',
    RecipientUnavailable: 'Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.',
    'SubjectTooLong characters': 'Der Betreff ist zu lang: 5.001 von höchstens 500 Zeichen.',
    'SubjectTooLong bytes':
      'Der Betreff braucht zu viel Platz: 5.002 von höchstens 5.000 Bytes. Kürzer oder mit weniger Emojis passt es.',
    'SubjectTooLong codePointsPerCharacter':
      'Der Betreff enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.',
    'TextTooLong characters': 'Der Text ist zu lang: 5.001 von höchstens 500 Zeichen.',
    'TextTooLong bytes':
      'Der Text braucht zu viel Platz: 5.002 von höchstens 5.000 Bytes. Kürzer oder mit weniger Emojis passt es.',
    'TextTooLong codePointsPerCharacter':
      'Der Text enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.',
    'UnsafeCharacter subject':
      'Im Betreff steht an Position 7 ein Zeichen, das nicht erlaubt ist (U+202E). Bitte entfernen Sie es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.',
    'MembershipPending admissible':
      'Dieses Mitglied hat die Aufnahme in die Gruppe beantragt. Als Moderator oder Moderatorin können Sie es aufnehmen.',
    'UnfilledPlaceholder suspected':
      'Bitte prüfen Sie, ob hier noch etwas auszufüllen ist: „Herr ,“.',
    'ProhibitedContent suspected':
      'Formulierungen wie „finanziellen Freiheit“ könnten für Werbung oder Anwerbung gehalten werden. Wenn Sie keines von beiden meinen, müssen Sie nichts ändern.',
    'ProhibitedContent other':
      'Formulierungen wie „finanziellen Freiheit“ sind hier nicht erlaubt. Bitte schreiben Sie die Einladung anders.',
    'ProhibitedContent other suspected':
      'Formulierungen wie „finanziellen Freiheit“ könnten missverstanden werden. Bitte prüfen Sie sie; wenn sie passen, müssen Sie nichts ändern.',
    'MassMessage one':
      'Dieser Text gleicht weitgehend dem, was Sie schon einem anderen Mitglied geschickt haben. Bitte schreiben Sie einen persönlichen Text.',
    'TooManyInvitations undated': 'Sie haben in kurzer Zeit viele Einladungen verschickt.',
    'RateLimited6Months undated':
      'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen.',
  },
  toStaff: {
    SelfInvitation: 'Einladendes und eingeladenes Mitglied sind dasselbe.',
    InviterNotFound: 'Das einladende Mitglied hat kein Profil mehr.',
    GroupNotFound: 'Die Gruppe „chess“ gibt es nicht mehr.',
    InviterNotInGroup: 'Das einladende Mitglied gehört der Gruppe „chess“ nicht an.',
    NotADirectContact:
      'Die Einladung geht von der Gruppe aus, und die beiden Mitglieder sind keine direkten Kontakte.',
    TooManyInvitations:
      'Das einladende Mitglied hat so viele Einladungen verschickt, wie in kurzer Zeit erlaubt sind. Die nächste ist ab dem 12. Mai 2026 möglich (13:12 UTC).',
    SubjectTooLong: 'Der Betreff ist zu lang: 121 von höchstens 120 Zeichen.',
    TextEmpty: 'Der Text ist leer oder besteht nur aus unsichtbaren Zeichen.',
    TextTooLong: 'Der Text ist zu lang: 501 von höchstens 500 Zeichen.',
    UnsafeCharacter: 'Der Text enthält an Position 7 ein Zeichen, das täuschen könnte (U+202E).',
    RateLimited6Months:
      'Das einladende Mitglied hat dasselbe Mitglied in den letzten 6 Monaten schon eingeladen, mit der Einladung „i-1“ vom 2. März 2026 (09:30 UTC). Eine weitere ist ab dem 2. September 2026 wieder möglich (09:30 UTC).',
    RecipientNotFound: 'Das eingeladene Mitglied gibt es nicht, oder es ist nicht sichtbar.',
    RecipientOptedOut:
      'Das eingeladene Mitglied hat Gruppeneinladungen abgeschaltet: alle, die des einladenden Mitglieds oder die in diese Gruppe.',
    AlreadyMember: 'Das eingeladene Mitglied gehört der Gruppe schon an.',
    MembershipPending:
      'Das eingeladene Mitglied hat die Aufnahme in die Gruppe beantragt und wartet auf Antwort.',
    RecipientBanned: 'Das eingeladene Mitglied ist für die Gruppe gesperrt.',
    UnfilledPlaceholder: 'Im Entwurf ist etwas nicht ausgefüllt: „Herr ,“.',
    SalutationMissing: 'Der Text beginnt nicht mit einer Anrede mit Namen: „Bernd“ oder „Müller“.',
    ProfileReferenceMissing: 'Der Text erwähnt nichts aus dem Profil des Mitglieds.',
    WantsAndHavesNotAddressed:
      'Der Text geht weder auf „Ich suche“ noch auf „Ich biete“ des Mitglieds ein.',
    LinkInText: 'Der Entwurf enthält einen Link: „elbschach.de“.',
    MassMessage:
      'Der Text gleicht weitgehend dem, was in den letzten 30 Tagen 2 andere Mitglieder vom selben Mitglied bekommen haben (Ähnlichkeit bis 0,812).',
    ProhibitedContent:
      'Der Entwurf sieht nach Multi-Level-Marketing oder Spam aus: „finanziellen Freiheit“.',
    'SubjectTooLong characters': 'Der Betreff ist zu lang: 5.001 von höchstens 500 Zeichen.',
    'SubjectTooLong bytes':
      'Der Betreff braucht zu viel Platz: 5.002 von höchstens 5.000 Bytes. Kürzer oder mit weniger Emojis passt es.',
    'SubjectTooLong codePointsPerCharacter':
      'Der Betreff enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.',
    'TextTooLong characters': 'Der Text ist zu lang: 5.001 von höchstens 500 Zeichen.',
    'TextTooLong bytes':
      'Der Text braucht zu viel Platz: 5.002 von höchstens 5.000 Bytes. Kürzer oder mit weniger Emojis passt es.',
    'TextTooLong codePointsPerCharacter':
      'Der Text enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.',
    'UnsafeCharacter subject':
      'Der Betreff enthält an Position 7 ein Zeichen, das täuschen könnte (U+202E).',
    'MembershipPending admissible':
      'Das eingeladene Mitglied hat die Aufnahme in die Gruppe beantragt, und das einladende kann es aufnehmen.',
    'UnfilledPlaceholder suspected': 'Im Entwurf ist vielleicht etwas nicht ausgefüllt: „Herr ,“.',
    'ProhibitedContent suspected':
      'Der Entwurf könnte nach Multi-Level-Marketing oder Spam aussehen, aber das ist nur ein Verdacht: „finanziellen Freiheit“.',
    'ProhibitedContent other':
      'Der Entwurf enthält Inhalte der Kategorie „harassment“: „finanziellen Freiheit“.',
    'ProhibitedContent other suspected':
      'Der Entwurf enthält vielleicht Inhalte der Kategorie „harassment“, aber das ist nur ein Verdacht: „finanziellen Freiheit“.',
    'MassMessage one':
      'Der Text gleicht weitgehend dem, was in den letzten 30 Tagen ein anderes Mitglied vom selben Mitglied bekommen hat (Ähnlichkeit bis 0,812).',
    'TooManyInvitations undated':
      'Das einladende Mitglied hat so viele Einladungen verschickt, wie in kurzer Zeit erlaubt sind.',
    'RateLimited6Months undated':
      'Das einladende Mitglied hat dasselbe Mitglied in den letzten 6 Monaten schon eingeladen, mit der Einladung „i-1“.',
    'InvitationClosed Declined': 'Die Einladung wurde abgelehnt.',
    'InvitationClosed Accepted': 'Die Einladung wurde angenommen.',
    'InvitationClosed Withdrawn': 'Die Einladung wurde zurückgezogen.',
    InvitationNotFound:
      'Die Einladung „i-1“ gibt es nicht, ihr Text wurde gelöscht, oder sie betrifft das handelnde Mitglied nicht.',
    InvitationWithdrawn: 'Die Einladung „i-1“ wurde zurückgezogen.',
    InvitationAccepted: 'Die Einladung „i-1“ wurde schon angenommen.',
    InvitationExpired: 'Die Einladung ist am 12. Mai 2026 abgelaufen (12:00 UTC).',
    'InvitationExpired undated': 'Die Einladung ist abgelaufen.',
  },
  withoutDecision: {
    InvalidRequest: 'Die Anfrage war nicht lesbar. Bitte laden Sie die Seite neu.',
    InvitationIdReused:
      'Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte öffnen Sie es noch einmal.',
    InvitationAccepted:
      'Diese Einladung wurde schon angenommen und kann nicht mehr zurückgezogen werden.',
    InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
    ServiceUnavailable:
      'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
  },
  toRecipient: {
    InvitationExpired: 'Diese Einladung ist abgelaufen.',
    InvitationAccepted:
      'Sie haben diese Einladung schon angenommen und können sie nicht mehr ablehnen.',
    RecipientBanned: 'Sie können dieser Gruppe nicht beitreten.',
    InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
    InvalidRequest: 'Die Anfrage war nicht lesbar. Bitte laden Sie die Seite neu.',
    ServiceUnavailable:
      'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
  },
  answered: {
    'accept: member': 'Sie sind jetzt in der Gruppe.',
    'accept: moderator': 'Sie sind jetzt in der Gruppe.',
    'accept: pending':
      'Sie haben die Einladung angenommen. Die Moderation der Gruppe entscheidet noch über Ihre Aufnahme.',
    'accept: banned':
      'Sie haben diese Einladung schon angenommen, sind zurzeit aber nicht in der Gruppe.',
    'accept: none':
      'Sie haben diese Einladung schon angenommen, sind zurzeit aber nicht in der Gruppe.',
    decline: 'Sie haben die Einladung abgelehnt. Wer Sie eingeladen hat, erfährt davon nichts.',
    withdraw: 'Die Einladung wurde zurückgezogen.',
  },
  statuses: {
    Open: 'Offen',
    Accepted: 'Angenommen',
    Withdrawn: 'Zurückgezogen',
    Expired: 'Abgelaufen',
  },
  invalidValue: 'Diese Angabe fehlt oder ist ungültig.',
  hints: [
    'Beginnen Sie mit einer persönlichen Anrede, zum Beispiel „Guten Tag Frau Mustermann,“.',
    'Nehmen Sie deutlich Bezug auf das Profil des Mitglieds.',
    'Gehen Sie auf die Felder „Ich suche“ und „Ich biete“ ein.',
    'Sagen Sie, warum Sie gerade dieses Mitglied in gerade diese Gruppe einladen.',
    'Wenn Sie die Gruppe moderieren: Sagen Sie auch, was Sie von neuen Mitgliedern erwarten.',
  ],
  hintsForMembers: 4,
  email: {
    subject: 'Anna lädt Sie in die Gruppe „Chess“ ein',
    headline: ['Anna lädt Sie in die Gruppe „Chess“ ein'],
    paragraphs: [
      'Persönliche Nachricht von Anna:',
      'Die Einladung bezieht sich auf Ihr Profil: Sie suchen „Go“.',
      'Einladung ansehen',
      'Sie erhalten diese Nachricht von Elbnetz, weil Anna Sie in eine Gruppe eingeladen hat.',
      'Möchten Sie keine Gruppeneinladungen mehr erhalten? Gruppeneinladungen abschalten',
      'Diese Einladung melden',
    ],
    links: [
      ['Anna', 'https://network.example/anna'],
      ['Einladung ansehen', 'https://network.example/invitation'],
      ['Gruppeneinladungen abschalten', 'https://network.example/opt-out?token=a.b&from=mail'],
      ['Diese Einladung melden', 'https://network.example/report'],
    ],
    text: `Anna lädt Sie in die Gruppe „Chess“ ein

Persönliche Nachricht von Anna:

> Hallo!

Die Einladung bezieht sich auf Ihr Profil: Sie suchen „Go“.

Einladung ansehen
https://network.example/invitation

Profil von Anna ansehen
https://network.example/anna

-- 
Sie erhalten diese Nachricht von Elbnetz, weil Anna Sie in eine Gruppe eingeladen hat.
Möchten Sie keine Gruppeneinladungen mehr erhalten?
Gruppeneinladungen abschalten
https://network.example/opt-out?token=a.b&from=mail
Diese Einladung melden
https://network.example/report
`,
  },
  emailWithoutOptions: `Anna lädt Sie in die Gruppe „Chess“ ein

Persönliche Nachricht von Anna:

> Hallo!

Die Einladung bezieht sich auf Ihr Profil: Sie bieten „Go“.

Gruppe ansehen
https://network.example/chess

Profil von Anna ansehen
https://network.example/anna

-- 
Sie erhalten diese Nachricht von Elbnetz, weil Anna Sie in eine Gruppe eingeladen hat.
Möchten Sie keine Gruppeneinladungen mehr erhalten?
Gruppeneinladungen abschalten
https://network.example/opt-out?token=a.b&from=mail
`,
  subjectOfNameless: 'Eine Einladung in eine Gruppe',
  headlineOfNameless: [
    '(ohne Namen) lädt Sie in die Gruppe „ChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChess“ ein',
  ],
  news: `<article lang="de" dir="ltr">
<h3><bdi>Anna</bdi> lädt Sie in die Gruppe „<bdi>Chess</bdi>“ ein</h3>
<p>Persönliche Nachricht von <a href="https://network.example/anna" class="invitation-inviter"><bdi>Anna</bdi></a>:</p>
<blockquote dir="auto" class="invitation-text">Hallo!</blockquote>
<p class="invitation-note">Die Einladung bezieht sich auf diesen Eintrag in Ihrem Profil: „<bdi>Go</bdi>“.</p>
<p><a href="https://network.example/invitation" class="invitation-open">Einladung ansehen</a></p>
<p><a href="https://network.example/report" class="invitation-report">Diese Einladung melden</a></p>
</article>
`,
}
