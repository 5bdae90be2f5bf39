import type { InvitationRequest } from 'group-invitations'
import { HONEST_TEXT, PROHIBITED_TEXT } from './draft.js'

/** Inviters by the number of their contacts. */
export const PICKERS = { 10: 'p-10', 100: 'p-100', 5_000: 'p-5000', 10_000: 'p-10000' } as const

/** The group of the measurements. */
export const GROUP = 'g-0'

/** The inviter is in the first 300 groups; the recipient cannot be invited into about one in seven of them. */
export const GROUP_PICKER = { inviterId: 'p-groups', recipientId: 'p-guest' } as const

/** A group that was deleted, and a member who has left. Their memberships are left over. */
export const GONE = { group: 'g-gone', member: 'm-gone' } as const

/** Nothing speaks against it, content rules included. */
export const ACCEPTED: InvitationRequest = {
  inviterId: 'm-0',
  recipientId: 'm-1',
  groupId: GROUP,
  route: 'profile',
  text: HONEST_TEXT,
}

/** The cooldown, the opt-out and the membership speak against it. */
export const DENIED: InvitationRequest = { ...ACCEPTED, recipientId: 'm-2' }

/** Only its content speaks against it. */
export const DENIED_FOR_CONTENT: InvitationRequest = { ...ACCEPTED, text: PROHIBITED_TEXT }

/** Requests on which all contenders have to agree; with the contacts of a picker they break each rule that is timed. */
export const REQUESTS: readonly InvitationRequest[] = [
  ACCEPTED,
  DENIED,
  { ...ACCEPTED, subject: 'TypeScript in Hamburg' },
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
