import type { saidBy } from './said-by.js'

export const germanInformal: ReturnType<typeof saidBy> = {
  toInviter: {
    SelfInvitation: 'Du kannst dich nicht selbst einladen.',
    InviterNotFound: 'Dein Profil ist nicht verfügbar, deshalb kannst du niemanden einladen.',
    GroupNotFound: 'Diese Gruppe gibt es nicht mehr.',
    InviterNotInGroup: 'Du kannst nur in Gruppen einladen, denen du selbst angehörst.',
    NotADirectContact:
      'Aus einer Gruppe heraus kannst du nur deine direkten Kontakte einladen. Andere Mitglieder lädst du über deren Profil ein.',
    TooManyInvitations:
      'Du hast in kurzer Zeit viele Einladungen verschickt. Die nächste ist ab dem 12. Mai 2026 möglich (13:12 UTC).',
    SubjectTooLong: 'Der Betreff ist zu lang: 121 von höchstens 120 Zeichen.',
    TextEmpty: 'Schreib ein paar persönliche Worte: Eine Einladung braucht einen Text.',
    TextTooLong: 'Der Text ist zu lang: 501 von höchstens 500 Zeichen.',
    UnsafeCharacter:
      'Im Text steht an Position 7 ein Zeichen, das nicht erlaubt ist (U+202E). Bitte entferne es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.',
    RateLimited6Months:
      'Du hast dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen, und zwar am 2. März 2026. Eine weitere Einladung ist ab dem 2. September 2026 wieder möglich (09:30 UTC).',
    AlreadyMember: 'Dieses Mitglied gehört der Gruppe schon an.',
    MembershipPending: 'Dieses Mitglied hat schon beantragt, in die Gruppe aufgenommen zu werden.',
    UnfilledPlaceholder: 'In der Einladung ist noch etwas auszufüllen: „Herr ,“.',
    SalutationMissing:
      'Beginne mit einer persönlichen Anrede, in der „Bernd“ oder „Müller“ vorkommt.',
    ProfileReferenceMissing:
      'Geh auf das Profil des Mitglieds ein, zum Beispiel auf „Elbwerk GmbH“.',
    WantsAndHavesNotAddressed:
      'Am besten gehst du auf das ein, was das Mitglied sucht oder bietet, zum Beispiel auf „Schach“ oder „TypeScript“.',
    LinkInText:
      'Eine persönliche Einladung kommt ohne Links und E-Mail-Adressen aus. Bitte lass das weg: „elbschach.de“.',
    MassMessage:
      'Dieser Text gleicht weitgehend dem, was du schon 2 anderen Mitgliedern geschickt hast. Bitte schreib einen persönlichen Text.',
    ProhibitedContent:
      'Formulierungen wie „finanziellen Freiheit“ wirken wie Multi-Level-Marketing oder Spam; beides ist nicht erlaubt. Bitte schreib die Einladung anders.',
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
      'Im Betreff steht an Position 7 ein Zeichen, das nicht erlaubt ist (U+202E). Bitte entferne es; ist es unsichtbar, hilft es, die Stelle neu zu tippen.',
    'MembershipPending admissible':
      'Dieses Mitglied hat die Aufnahme in die Gruppe beantragt. Als Moderator oder Moderatorin kannst du es aufnehmen.',
    'UnfilledPlaceholder suspected': 'Bitte prüf, ob hier noch etwas auszufüllen ist: „Herr ,“.',
    'ProhibitedContent suspected':
      'Formulierungen wie „finanziellen Freiheit“ könnten für Werbung oder Anwerbung gehalten werden. Wenn du keines von beiden meinst, musst du nichts ändern.',
    'ProhibitedContent other':
      'Formulierungen wie „finanziellen Freiheit“ sind hier nicht erlaubt. Bitte schreib die Einladung anders.',
    'ProhibitedContent other suspected':
      'Formulierungen wie „finanziellen Freiheit“ könnten missverstanden werden. Bitte prüf sie; wenn sie passen, musst du nichts ändern.',
    'MassMessage one':
      'Dieser Text gleicht weitgehend dem, was du schon einem anderen Mitglied geschickt hast. Bitte schreib einen persönlichen Text.',
    'TooManyInvitations undated': 'Du hast in kurzer Zeit viele Einladungen verschickt.',
    'RateLimited6Months undated':
      'Du hast dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen.',
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
    InvalidRequest: 'Die Anfrage war nicht lesbar. Bitte lade die Seite neu.',
    InvitationIdReused:
      'Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte öffne es noch einmal.',
    InvitationAccepted:
      'Diese Einladung wurde schon angenommen und kann nicht mehr zurückgezogen werden.',
    InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
    ServiceUnavailable: 'Bei uns ist etwas schiefgegangen. Bitte versuch es gleich noch einmal.',
  },
  toRecipient: {
    InvitationExpired: 'Diese Einladung ist abgelaufen.',
    InvitationAccepted:
      'Du hast diese Einladung schon angenommen und kannst sie nicht mehr ablehnen.',
    RecipientBanned: 'Du kannst dieser Gruppe nicht beitreten.',
    InvitationGone: 'Diese Einladung ist nicht mehr verfügbar.',
    InvalidRequest: 'Die Anfrage war nicht lesbar. Bitte lade die Seite neu.',
    ServiceUnavailable: 'Bei uns ist etwas schiefgegangen. Bitte versuch es gleich noch einmal.',
  },
  answered: {
    'accept: member': 'Du bist jetzt in der Gruppe.',
    'accept: moderator': 'Du bist jetzt in der Gruppe.',
    'accept: pending':
      'Du hast die Einladung angenommen. Die Moderation der Gruppe entscheidet noch über deine Aufnahme.',
    'accept: banned':
      'Du hast diese Einladung schon angenommen, bist zurzeit aber nicht in der Gruppe.',
    'accept: none':
      'Du hast diese Einladung schon angenommen, bist zurzeit aber nicht in der Gruppe.',
    decline: 'Du hast die Einladung abgelehnt. Wer dich eingeladen hat, erfährt davon nichts.',
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
    'Beginne mit einer persönlichen Anrede, zum Beispiel „Liebe Erika,“.',
    'Nimm deutlich Bezug auf das Profil des Mitglieds.',
    'Geh auf die Felder „Ich suche“ und „Ich biete“ ein.',
    'Sag, warum du gerade dieses Mitglied in gerade diese Gruppe einlädst.',
    'Wenn du die Gruppe moderierst: Sag auch, was du von neuen Mitgliedern erwartest.',
  ],
  hintsForMembers: 4,
  email: {
    subject: 'Anna lädt dich in die Gruppe „Chess“ ein',
    headline: ['Anna lädt dich in die Gruppe „Chess“ ein'],
    paragraphs: [
      'Persönliche Nachricht von Anna:',
      'Die Einladung bezieht sich auf dein Profil: Du suchst „Go“.',
      'Einladung ansehen',
      'Du erhältst diese Nachricht von Elbnetz, weil Anna dich in eine Gruppe eingeladen hat.',
      'Möchtest du keine Gruppeneinladungen mehr erhalten? Gruppeneinladungen abschalten',
      'Diese Einladung melden',
    ],
    links: [
      ['Anna', 'https://network.example/anna'],
      ['Einladung ansehen', 'https://network.example/invitation'],
      ['Gruppeneinladungen abschalten', 'https://network.example/opt-out?token=a.b&from=mail'],
      ['Diese Einladung melden', 'https://network.example/report'],
    ],
    text: `Anna lädt dich in die Gruppe „Chess“ ein

Persönliche Nachricht von Anna:

> Hallo!

Die Einladung bezieht sich auf dein Profil: Du suchst „Go“.

Einladung ansehen
https://network.example/invitation

Profil von Anna ansehen
https://network.example/anna

-- 
Du erhältst diese Nachricht von Elbnetz, weil Anna dich in eine Gruppe eingeladen hat.
Möchtest du keine Gruppeneinladungen mehr erhalten?
Gruppeneinladungen abschalten
https://network.example/opt-out?token=a.b&from=mail
Diese Einladung melden
https://network.example/report
`,
  },
  emailWithoutOptions: `Anna lädt dich in die Gruppe „Chess“ ein

Persönliche Nachricht von Anna:

> Hallo!

Die Einladung bezieht sich auf dein Profil: Du bietest „Go“.

Gruppe ansehen
https://network.example/chess

Profil von Anna ansehen
https://network.example/anna

-- 
Du erhältst diese Nachricht von Elbnetz, weil Anna dich in eine Gruppe eingeladen hat.
Möchtest du keine Gruppeneinladungen mehr erhalten?
Gruppeneinladungen abschalten
https://network.example/opt-out?token=a.b&from=mail
`,
  subjectOfNameless: 'Eine Einladung in eine Gruppe',
  headlineOfNameless: [
    '(ohne Namen) lädt dich in die Gruppe „ChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChessChess“ ein',
  ],
  news: `<article lang="de" dir="ltr">
<h3><bdi>Anna</bdi> lädt dich in die Gruppe „<bdi>Chess</bdi>“ ein</h3>
<p>Persönliche Nachricht von <a href="https://network.example/anna" class="invitation-inviter"><bdi>Anna</bdi></a>:</p>
<blockquote dir="auto" class="invitation-text">Hallo!</blockquote>
<p class="invitation-note">Die Einladung bezieht sich auf diesen Eintrag in deinem Profil: „<bdi>Go</bdi>“.</p>
<p><a href="https://network.example/invitation" class="invitation-open">Einladung ansehen</a></p>
<p><a href="https://network.example/report" class="invitation-report">Diese Einladung melden</a></p>
</article>
`,
}
