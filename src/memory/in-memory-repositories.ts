import type { InvitationClaim } from '../invitation.js'
import type { Repositories } from '../repositories/repositories.js'
import type { Network } from './network.js'
import { readNetwork } from './read-network.js'

export type { Network, NetworkGroup, NetworkInvitation, NetworkMember } from './network.js'

/**
 * All repositories over a small network in memory: for examples, tests and prototypes.
 *
 * The network is copied: changing it later changes nothing here. Plain JSON will do, dates as `Date` or as ISO 8601
 * strings; without a network everything is empty.
 *
 * @throws TypeError that names what is wrong with the network: an unknown member in a standing or a contact, an
 * identifier used twice, a date that does not exist, a value of the wrong type.
 */
export function createInMemoryRepositories(network: Network = {}): Repositories {
  const { profiles, optedOut, standings, contacts, claims, signatures } = readNetwork(network)
  return {
    memberships: {
      findStandings: (groupIds, memberIds) =>
        pick(groupIds, (groupId) => {
          const inGroup = standings.get(groupId)
          return inGroup && pick(memberIds, (memberId) => inGroup.get(memberId))
        }),
    },
    profiles: {
      findProfiles: (memberIds) => pick(memberIds, (memberId) => profiles.get(memberId)),
    },
    preferences: {
      findOptedOut: (memberIds) => new Set(memberIds.filter((memberId) => optedOut.has(memberId))),
    },
    contacts: {
      findContactsAmong: (memberId, candidateIds) => {
        const known = contacts.get(memberId)
        return new Set(candidateIds.filter((candidateId) => known?.has(candidateId)))
      },
    },
    invitations: {
      findClaims: (inviterId, recipientIds) =>
        pick(recipientIds, (recipientId) => copyOf(claims.get(inviterId)?.get(recipientId))),
      findRecentSignatures: (inviterId, since, limit) =>
        (signatures.get(inviterId) ?? [])
          .filter(({ sentAt }) => sentAt >= since)
          .slice(0, limit)
          .map(({ recipientId, textSignature }) => ({ recipientId, textSignature })),
    },
  }
}

/** A map from each key to what is found for it, without the keys for which nothing is. */
function pick<Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Value | undefined,
): Map<Key, Value> {
  const found = new Map<Key, Value>()
  for (const key of keys) {
    const value = find(key)
    if (value !== undefined) found.set(key, value)
  }
  return found
}

/** Dates can be changed by whoever holds them, so that the store keeps its own. */
function copyOf(claim: InvitationClaim | undefined): InvitationClaim | undefined {
  if (claim === undefined) return undefined
  const { invitationId, sentAt, repeatableAt } = claim
  return { invitationId, sentAt: new Date(sentAt), repeatableAt: new Date(repeatableAt) }
}
