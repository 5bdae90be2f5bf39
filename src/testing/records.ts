import { repeatableAt } from '../model/cooldown.js'
import { deliveriesOf } from '../model/delivery.js'
import type { Invitation } from '../model/invitation.js'
import type { InvitationRecord } from '../ports/invitation-repository.js'
import type { SeedInvitation } from './fixture.js'

/** The default `sentAt`: tomorrow, so that a store that deletes ended claims by its own clock still has them. */
export const AT = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_123)

/** In milliseconds: longer than a cooldown, and still in the range of a 32-bit timestamp. */
export const YEAR = 365 * 86_400_000

export function later(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

/** By default an invitation into a group on the route `profile`, sent at `AT`. */
export function recordFrom(
  parties: Pick<Invitation, 'invitationId' | 'inviterId' | 'recipientId' | 'groupId'>,
  changes: Partial<Invitation>,
): InvitationRecord {
  const sentAt = changes.sentAt ?? AT
  const invitation = {
    ...parties,
    route: 'profile',
    text: 'Lieber Bernd, du spielst Schach?',
    repeatableAt: repeatableAt(sentAt),
    ...changes,
    sentAt,
  } as const
  return {
    invitation,
    textFingerprint: fingerprintOf(invitation),
    deliveries: deliveriesOf(invitation),
  }
}

/** For `seed`: an invitation whose pair is taken until `end`. */
export function claimFrom(
  parties: Pick<Invitation, 'invitationId' | 'inviterId' | 'recipientId' | 'groupId'>,
  end: Date,
  changes: Partial<SeedInvitation>,
): SeedInvitation {
  const invitation = {
    ...parties,
    route: 'profile',
    text: 'Liebe Grüße!',
    sentAt: new Date('2025-11-02T09:30:00.456Z'),
    ...changes,
    repeatableAt: end,
  } as const
  return { textFingerprint: fingerprintOf(invitation), ...invitation }
}

/** A fingerprint of its own for each invitation. */
export function fingerprintOf({ invitationId }: Pick<Invitation, 'invitationId'>): string {
  return `1.${invitationId}`
}
