import type { MembershipRepository, PreferenceRepository, Standing } from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'
import {
  contactRepositoryContract,
  type ContractCase,
  groupRepositoryContract,
  membershipRepositoryContract,
  preferenceRepositoryContract,
  profileRepositoryContract,
  type SeedDecoys,
  type SeedNetwork,
} from 'group-invitations/testing'
import { inMemoryFixture } from '../support/in-memory-fixture.js'

/** An adapter with a flaw, and the case that must fail for it; others may fail too. */
export interface Broken {
  readonly flaw: string
  readonly promise: string
  cases(): readonly ContractCase[]
}

type Took<Port extends keyof InMemoryRepositories> = InMemoryRepositories[Port]

export const memberships = (
  flaw: string,
  promise: string,
  change: (port: Took<'memberships'>) => Partial<Took<'memberships'>>,
): Broken => ({
  flaw,
  promise,
  cases: () =>
    membershipRepositoryContract(() =>
      inMemoryFixture((all) => ({ ...all.memberships, ...change(all.memberships) })),
    ),
})

/** Finds this standing also if it has ended, unless another one is there. */
export const findingEnded = (standing: Standing, promise: string): Broken => ({
  flaw: `finds the standing ${standing} after its end`,
  promise,
  cases: () =>
    membershipRepositoryContract(() => {
      let ended: SeedDecoys['formerMemberships'] = []
      const fixture = inMemoryFixture(({ memberships: port }): MembershipRepository => ({
        ...port,
        async findStandings(groupIds, memberIds) {
          const found = await port.findStandings(groupIds, memberIds)
          const withEnded = (groupId: string) => {
            const rows = ended.filter((row) => row.groupId === groupId && row.standing === standing)
            const before = rows.map((row) => [row.memberId, row.standing] as const)
            return new Map([...before, ...(found.get(groupId) ?? [])])
          }
          return new Map(groupIds.map((groupId) => [groupId, withEnded(groupId)]))
        },
      }))
      const seed = fixture.seed.bind(fixture)
      return Object.assign(fixture, {
        seed(network: SeedNetwork, decoys: SeedDecoys) {
          ended = decoys.formerMemberships
          return seed(network, decoys)
        },
      })
    }),
})

export const profiles = (
  flaw: string,
  promise: string,
  findProfiles: (port: Took<'profiles'>) => Took<'profiles'>['findProfiles'],
): Broken => ({
  flaw,
  promise,
  cases: () =>
    profileRepositoryContract(() =>
      inMemoryFixture((all) => ({ findProfiles: findProfiles(all.profiles) })),
    ),
})

export const contacts = (
  flaw: string,
  promise: string,
  change: (port: Took<'contacts'>) => Partial<Took<'contacts'>>,
): Broken => ({
  flaw,
  promise,
  cases: () =>
    contactRepositoryContract(() =>
      inMemoryFixture((all) => ({ ...all.contacts, ...change(all.contacts) })),
    ),
})

export const groups = (
  flaw: string,
  promise: string,
  findGroups: (port: Took<'groups'>) => Took<'groups'>['findGroups'],
): Broken => ({
  flaw,
  promise,
  cases: () =>
    groupRepositoryContract(() =>
      inMemoryFixture((all) => ({ findGroups: findGroups(all.groups) })),
    ),
})

/** `open` makes one instance over the port that both share. */
export const preferences = (
  flaw: string,
  promise: string,
  open: (port: PreferenceRepository) => PreferenceRepository,
): Broken => ({
  flaw,
  promise,
  cases: () =>
    preferenceRepositoryContract(() => {
      let shared: PreferenceRepository
      const fixture = inMemoryFixture((all) => {
        shared = all.preferences
        return open(shared)
      })
      return Object.assign(fixture, { another: () => open(shared) })
    }),
})
