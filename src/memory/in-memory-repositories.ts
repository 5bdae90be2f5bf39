import type { Repositories } from '../ports/repositories.js'
import { belongs } from '../model/member.js'
import { type InMemoryInvitations, inMemoryInvitations } from './in-memory-invitations.js'
import type { Network } from './network.js'
import { pick } from './pick.js'
import { readNetwork } from './read-network.js'

/**
 * The repositories in memory, and the outbox besides.
 *
 * @since 0.1.0
 */
export interface InMemoryRepositories extends Repositories, InMemoryInvitations {}

/**
 * All repositories over a small network in memory: for examples, tests and prototypes.
 *
 * The network is copied: changing it later changes nothing here. Plain JSON will do, dates as `Date` or as ISO 8601
 * strings; without a network everything is empty. Everybody may see every profile whole. The invitations of the network
 * have no pending deliveries.
 *
 * @throws TypeError that names the first thing wrong with the network: an unknown member in a standing or a contact,
 * an identifier used twice, a date that does not exist, a value of the wrong type or form.
 *
 * @since 0.1.0
 */
export function createInMemoryRepositories(network: Network = {}): InMemoryRepositories {
  const store = readNetwork(network)
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
