import { repeatableAt } from '../model/cooldown.js'
import { deliveriesOf } from '../model/delivery.js'
import type { Invitation } from '../model/invitation.js'
import type { InvitationRecord } from '../ports/invitation-repository.js'
import type { SeedInvitation } from './fixture.js'

/** The default `sentAt`: tomorrow, so that a store that deletes ended claims by its own clock still has them. */
export const AT = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_123)

export function later(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

/** By default an invitation from anna to bernd into chess, sent at `AT`. */
export function recordOf(changes: Partial<Invitation> = {}): InvitationRecord {
  const sentAt = changes.sentAt ?? AT
  const invitation = {
    invitationId: 'i-1',
    inviterId: 'anna',
    recipientId: 'bernd',
    groupId: 'chess',
    route: 'profile',
    text: 'Lieber Bernd, du spielst Schach?',
    repeatableAt: repeatableAt(sentAt),
    ...changes,
    sentAt,
  } as const
  return {
    invitation,
    textFingerprint: `1.${invitation.invitationId}`,
    deliveries: deliveriesOf(invitation),
  }
}

/** For `seed`: by default an invitation from anna to bernd, whose pair is taken until `end`. */
export function claimUntil(end: Date, changes: Partial<SeedInvitation> = {}): SeedInvitation {
  return {
    invitationId: 'i-0',
    inviterId: 'anna',
    recipientId: 'bernd',
    groupId: 'chess',
    route: 'profile',
    text: 'Liebe Grüße!',
    textFingerprint: '1.i-0',
    ...changes,
    sentAt: new Date('2025-11-02T09:30:00.456Z'),
    repeatableAt: end,
  }
}
