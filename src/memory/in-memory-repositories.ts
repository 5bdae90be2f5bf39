import { checkStanding } from '../decision/check-facts.js'
import type { Repositories } from '../ports/repositories.js'
import { belongs, type GroupId, type MemberId, type Standing } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import { fieldOf } from '../validation/assert.js'
import { inMemoryAnswers } from './in-memory-answers.js'
import { type InMemoryInvitations, inMemoryInvitations } from './in-memory-invitations.js'
import type { Network } from './network.js'
import { parseNetwork } from './parse-network.js'
import { pick, setOptOut, setStanding } from './store.js'

/**
 * The repositories in memory, and their outbox.
 *
 * @since 0.1.0
 */
export interface InMemoryRepositories extends Repositories, InMemoryInvitations {
  /**
   * Sets the standing of a member in a group, or ends it if it is absent: what your service does elsewhere, when somebody
   * joins, leaves or is banned.
   *
   * @throws TypeError if it is no standing.
   */
  setStanding(groupId: GroupId, memberId: MemberId, standing?: Standing): void
}

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
  const { profiles, optOuts, standings, contacts, groups } = store
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
      findOptOuts(memberIds, inviterIds, groupIds) {
        const [inviters, clubs] = [new Set<unknown>(inviterIds), new Set<unknown>(groupIds)]
        const isAskedFor = (optOut: OptOut) =>
          optOut === 'all' ||
          inviters.has(fieldOf(optOut, 'inviterId')) ||
          clubs.has(fieldOf(optOut, 'groupId'))
        return pick(memberIds, (memberId) => optOuts.get(memberId)?.filter(isAskedFor))
      },
      setOptOut: (memberId, optOut, isOut) => {
        setOptOut(store, memberId, optOut, isOut)
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
    answers: inMemoryAnswers(store),
    setStanding: (groupId, memberId, standing) => {
      if (standing !== undefined) checkStanding(standing, 'standing')
      setStanding(store, groupId, memberId, standing)
    },
  }
}
