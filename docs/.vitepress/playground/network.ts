import type { Network, NetworkMember } from 'group-invitations/memory'
import { everybody, GROUP_KEYS, groupOf } from './people.js'
import type { State } from './state.js'
import { areContactsIn, optOutsOf, profileIn, sentBefore, standingIn } from './world.js'

/** The network of a case, for the repositories in memory. */
export function networkOf(state: State): Network {
  const { inviter, recipient, group } = state
  return {
    members: everybody().flatMap((person): NetworkMember[] => {
      const profile = profileIn(state, person)
      const optOuts = person === recipient ? optOutsOf(state) : []
      return profile === undefined ? [] : [{ memberId: person, ...profile, optOuts }]
    }),
    groups: GROUP_KEYS.flatMap((key) => {
      const found = groupOf(key)
      if (found === undefined) return []
      const standings = key === group ? standingsOf(state) : {}
      return [{ groupId: key, ...found, standings }]
    }),
    contacts: areContactsIn(state) ? [[inviter, recipient]] : [],
    invitations: sentBefore(state),
  }
}

function standingsOf(state: State) {
  return Object.fromEntries(everybody().map((person) => [person, standingIn(state, person)]))
}
