import type { Delivery } from '../model/delivery.js'
import type { Invitation, InvitationClaim } from '../model/invitation.js'
import { freeAtAfter, retryAtOf } from '../model/pace.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import { addClaim, addFingerprint, pick, type Store } from './store.js'

/**
 * The invitations in memory, and the outbox that `commit` writes with them.
 *
 * @since 0.1.0
 */
export interface InMemoryInvitations {
  readonly invitations: InvitationRepository
  /** Returns the deliveries that were committed and are not marked yet, in the order of their commits. */
  pendingDeliveries(): readonly Delivery[]
  /**
   * Removes a delivery from the pending ones, because it was handed over or cancelled. An unknown identifier is no
   * error.
   */
  markDelivered(deliveryId: string): void
}

export function inMemoryInvitations(store: Store): InMemoryInvitations {
  const { claims, invitations, fingerprints, freeAts } = store
  const outbox = new Map<string, Delivery>()
  return {
    invitations: {
      findClaims: (inviterId, recipientIds) =>
        pick(recipientIds, (recipientId) => {
          const claim = claims.get(inviterId)?.get(recipientId)
          return claim && claimOf(claim)
        }),
      findRecentFingerprints: (inviterId, since, limit) =>
        // Stryker disable next-line ArrayDeclaration: what is put there has no date, and is left out
        (fingerprints.get(inviterId) ?? [])
          .filter(({ sentAt }) => sentAt >= since)
          .sort((one, other) => +other.sentAt - +one.sentAt)
          .slice(0, limit)
          .map(({ recipientId, textFingerprint }) => ({ recipientId, textFingerprint })),
      findInvitation(invitationId) {
        const stored = invitations.get(invitationId)
        return stored && copyOf(stored)
      },
      findFreeAt(inviterId) {
        const freeAt = freeAts.get(inviterId)
        return freeAt && new Date(freeAt)
      },
      // Without an await between look and write no other commit can come in between.
      commit({ invitation, textFingerprint, deliveries, pace }) {
        const { invitationId, inviterId, recipientId, sentAt } = invitation
        const stored = invitations.get(invitationId)
        if (stored) return { type: 'IdTaken', invitation: copyOf(stored) }
        const held = claims.get(inviterId)?.get(recipientId)
        if (held && held.repeatableAt > sentAt) return { type: 'PairTaken', claim: claimOf(held) }
        const freeAt = freeAts.get(inviterId)
        if (pace && freeAt && retryAtOf(freeAt, pace) > sentAt) {
          return { type: 'PaceTaken', freeAt: new Date(freeAt) }
        }
        if (pace) freeAts.set(inviterId, freeAtAfter(freeAt, sentAt, pace))
        const kept = copyOf(invitation)
        invitations.set(invitationId, kept)
        addClaim(store, inviterId, recipientId, claimOf(kept))
        addFingerprint(store, inviterId, { recipientId, textFingerprint, sentAt: kept.sentAt })
        for (const delivery of deliveries) outbox.set(delivery.deliveryId, { ...delivery })
        return { type: 'Committed' }
      },
    },
    pendingDeliveries: () => [...outbox.values()].map((delivery) => ({ ...delivery })),
    markDelivered: (deliveryId) => void outbox.delete(deliveryId),
  }
}

// A caller can change a date that it holds, so the store keeps copies.

function claimOf({ invitationId, sentAt, repeatableAt }: InvitationClaim): InvitationClaim {
  return { invitationId, sentAt: new Date(sentAt), repeatableAt: new Date(repeatableAt) }
}

export function copyOf(invitation: Invitation): Invitation {
  const { reference } = invitation
  return {
    ...invitation,
    ...claimOf(invitation),
    ...(reference && { reference: { ...reference } }),
  }
}
