import type { InvitationRequest } from 'group-invitations'
import { GONE, GROUP } from './world.js'

/** An ordinary draft: 317 characters, a subject, umlauts. */
const TEXT = `Liebe Vera, du bietest TypeScript an und suchst Austausch zum Thema Werkzeuge. Wir treffen uns in Hamburg jeden ersten Montag im Monat, zeigen einander, woran wir gerade arbeiten, und sprechen über Entwürfe, Tests und schöne Bibliotheken. Ich würde mich sehr freuen, wenn du einmal vorbeikämst.

Herzliche Grüße, Anna`

/** Nothing speaks against it, content rules included. */
export const ACCEPTED: InvitationRequest = {
  inviterId: 'm-0',
  recipientId: 'm-1',
  groupId: GROUP,
  route: 'profile',
  subject: 'TypeScript in Hamburg',
  text: TEXT,
}

/** The window, the opt-out and the membership speak against it. */
export const REJECTED: InvitationRequest = { ...ACCEPTED, recipientId: 'm-2' }

/** Requests on which all contenders have to agree; with the contacts of a picker they break each rule that is timed. */
export const REQUESTS: readonly InvitationRequest[] = [
  ACCEPTED,
  REJECTED,
  { ...ACCEPTED, route: 'group' },
  { ...ACCEPTED, inviterId: 'm-1', recipientId: 'm-0', route: 'group' },
  { ...ACCEPTED, recipientId: 'm-0' },
  { ...ACCEPTED, recipientId: 'nobody' },
  { ...ACCEPTED, groupId: 'nowhere' },
  { ...ACCEPTED, groupId: GONE.group },
  { ...ACCEPTED, inviterId: GONE.member },
  { ...ACCEPTED, inviterId: GONE.member, groupId: GONE.group },
  { ...ACCEPTED, subject: 'a'.repeat(121) },
  { ...ACCEPTED, subject: ` ${'ä'.repeat(120)} ` },
  { ...ACCEPTED, subject: 'Eins\nzwei' },
  { ...ACCEPTED, subject: ' ', text: '' },
  { ...ACCEPTED, text: 'ü'.repeat(500) },
  { ...ACCEPTED, text: 'ü'.repeat(501) },
  { ...ACCEPTED, text: '👩‍👩‍👧'.repeat(70) },
  { ...ACCEPTED, text: 'Zeile\r\nZeile\r\n' },
  { ...ACCEPTED, text: 'Liebe Vera,\u0000' },
  { ...ACCEPTED, text: 'Liebe Vera,\u202e', recipientId: 'm-2' },
  ...Array.from({ length: 200 }, (_, index) => ({ ...ACCEPTED, recipientId: `m-${index}` })),
  ...Array.from({ length: 200 }, (_, index) => ({
    ...ACCEPTED,
    inviterId: `m-${index * 7}`,
    recipientId: `m-${index}`,
    groupId: `g-${index % 9}`,
    route: 'group' as const,
  })),
]
