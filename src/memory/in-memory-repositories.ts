import type { Repositories } from '../ports/repositories.js'
import { belongs } from '../model/member.js'
import { type InMemoryInvitations, inMemoryInvitations } from './in-memory-invitations.js'
import type { Network } from './network.js'
import { parseNetwork } from './parse-network.js'
import { pick } from './store.js'

/**
 * The repositories in memory, and their outbox.
 *
 * @since 0.1.0
 */
export interface InMemoryRepositories extends Repositories, InMemoryInvitations {}

/**
 * Creates all repositories over a small network in memory, for examples, tests and prototypes.
 *
 * - The network is plain data, such as parsed JSON. Only own properties count. Without a network every store is empty.
 * - The network is copied: a later change of it has no effect.
 * - Every member may see every profile completely.
 * - The invitations of the network have no pending deliveries.
 *
 * @throws TypeError that names the first mistake in the network by its path, such as `network.members[0].optedout`: an
 * unknown key, an unknown member in a standing or a contact, an identifier that is used twice, a date that does not
 * exist, a value of the wrong type or form.
 *
 * @since 0.1.0
 */
export function createInMemoryRepositories(network: Network = {}): InMemoryRepositories {
  const store = parseNetwork(network)
  const { profiles, optedOut, standings, contacts, groups } = store
  return {
    memberships: {
      findStandings: (groupIds, memberIds) =>
        pick(groupIds, (groupId) => {
          const inGroup = standings.get(groupId)
          return inGroup && pick(memberIds, (memberId) => inGroup.get(memberId))
        }),
      findGroupsOf: (memberId) =>
        [...standings]
          .filter(([, inGroup]) => belongs(inGroup.get(memberId)))
          .map(([groupId]) => groupId),
    },
    profiles: {
      findProfiles: (memberIds) => pick(memberIds, (memberId) => profiles.get(memberId)),
    },
    preferences: {
      findOptedOut: (memberIds) => new Set(memberIds.filter((memberId) => optedOut.has(memberId))),
      setOptedOut(memberId, isOff) {
        if (isOff) optedOut.add(memberId)
        else optedOut.delete(memberId)
      },
    },
    contacts: {
      findContactsAmong: (memberId, candidateIds) => {
        const known = contacts.get(memberId)
        return new Set(candidateIds.filter((candidateId) => known?.has(candidateId)))
      },
      findContactsOf: (memberId) => [...(contacts.get(memberId) ?? [])],
    },
    groups: {
      findGroups: (groupIds) => pick(groupIds, (groupId) => groups.get(groupId)),
    },
    ...inMemoryInvitations(store),
  }
}
