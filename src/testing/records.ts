import { repeatableAt } from '../model/cooldown.js'
import { deliveriesOf } from '../model/delivery.js'
import type { InvitationActor, InvitationStatus, StatusOrOpen } from '../model/invitation-change.js'
import type { Invitation } from '../model/invitation.js'
import type { ChangeRecord } from '../ports/answer-repository.js'
import type { InvitationRecord } from '../ports/invitation-repository.js'
import type { SeedInvitation } from './fixture.js'

/** The default `sentAt`: tomorrow, so that a store that deletes ended claims by its own clock still has them. */
export const AT = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_123)

/** An end of claims after `AT`. */
export const END = new Date(+AT + 1e9 + 1)

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

/** The statuses from which each is allowed. */
const FROM: { readonly [status in InvitationStatus]: readonly StatusOrOpen[] } = {
  Accepted: ['Open', 'Declined'],
  Declined: ['Open'],
  Withdrawn: ['Open', 'Declined'],
}

/** An answer as the service writes it: by default at `AT`, by the one whose it is, and with the standing `member`. */
export function answerTo(
  { textFingerprint: _, ...invitation }: SeedInvitation,
  status: InvitationStatus,
  changes: {
    readonly changedAt?: Date
    readonly changedBy?: InvitationActor
    readonly standing?: 'member' | 'pending'
  } = {},
): ChangeRecord {
  const { invitationId, inviterId, recipientId, groupId } = invitation
  const memberId = status === 'Withdrawn' ? inviterId : recipientId
  const { changedAt = AT, changedBy = { memberId }, standing = 'member' } = changes
  return {
    change: { invitationId, status, changedAt, changedBy },
    from: FROM[status],
    invitation,
    ...(status === 'Accepted' && { admit: { groupId, memberId: recipientId, standing } }),
  }
}

/** What no service passes to a store, and at which many stores fail. */
export function withNul(text: string): string {
  return `${text}\u0000`
}

const STATUSES = ['Accepted', 'Declined', 'Withdrawn'] as const

/** Accepting, declining and withdrawing in turn, beginning with the status of that number, each at another instant. */
export function answersTo(
  letter: SeedInvitation,
  count: number,
  first = 0,
): readonly ChangeRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const [status = 'Accepted'] = STATUSES.slice((first + at) % STATUSES.length)
    return answerTo(letter, status, { changedAt: later(AT, at) })
  })
}
