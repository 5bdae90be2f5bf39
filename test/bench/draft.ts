// The drafts that are timed, and what they are compared with.
import type { InvitationFacts, MemberProfile, RecentFingerprint } from 'group-invitations'
import honest from '../corpus/honest.json' with { type: 'json' }

/** When everything is decided. */
export const NOW = new Date('2026-05-12T12:00:00.000Z')

/** The recipient: a profile of 12 entries. */
export const VERA: MemberProfile = {
  displayName: 'Vera Müller',
  givenName: 'Vera',
  familyName: 'Müller',
  locale: 'de',
  wants: [
    'Austausch zu Werkzeugen',
    'Neue Kontakte',
    'Mitstreiter für Open Source',
    'Steuerrecht für Gründer',
  ],
  haves: [
    'TypeScript und React',
    'Software-Architektur',
    'PostgreSQL',
    'Vertriebsleitung im Maschinenbau',
  ],
  other: ['Hamburg', 'Bibliotheken', 'Universität Hamburg', 'Segeln, Klettern und Chorgesang'],
}

/** 449 characters, in which every content rule finds what it wants. */
export const HONEST_TEXT = `Liebe Vera, du bietest TypeScript an und suchst Austausch zum Thema Werkzeuge. Wir treffen uns in Hamburg jeden ersten Montag im Monat, zeigen einander, woran wir gerade arbeiten, und sprechen über Entwürfe, Tests und schöne Bibliotheken. Beim letzten Mal ging es um Typen in großen Projekten, und danach saßen wir noch lange zusammen. Ich würde mich sehr freuen, wenn du einmal vorbeikämst und uns von deiner Arbeit erzählst.

Herzliche Grüße, Anna`

/** 482 characters, with a placeholder, a link and prohibited terms, and without a salutation or a word about the profile. */
export const PROHIBITED_TEXT = `Hallo {name}, dein Profil ist mir sofort aufgefallen! Ich suche motivierte Leute, die nebenher ein passives Einkommen aufbauen wollen: kein Risiko, freie Zeiteinteilung, von daheim. Mit unserem System verdienst du garantiert sechsstellig, schon nach wenigen Monaten. Unser Team zeigt dir, wie das geht, und am Infoabend auf www.geld-verdienen.example erfährst du alles. Schreib mir einfach eine Nachricht, dann bekommst du das Startpaket. Schnell sein lohnt sich!

Viele Grüße, Anna`

/** 50 earlier texts, as a store has them. */
export function recentFingerprints(
  fingerprintText: (text: string) => string,
): readonly RecentFingerprint[] {
  return honest.slice(0, 50).map(({ text }, index) => ({
    recipientId: `m-${index + 10}`,
    textFingerprint: fingerprintText(text),
  }))
}

/** Facts under which only the content can speak against an invitation. */
export function factsWith(fingerprints: readonly RecentFingerprint[]): InvitationFacts {
  return {
    now: NOW,
    inviterProfile: { displayName: 'Anna Schmidt', wants: [], haves: [], other: [] },
    group: { name: 'TypeScript Hamburg' },
    inviterStanding: 'member',
    recipientStanding: undefined,
    recipientProfile: VERA,
    recipientOptedOut: false,
    areDirectContacts: true,
    claim: undefined,
    recentFingerprints: fingerprints,
  }
}
