import type { Repositories } from 'group-invitations'
import {
  answerRepositoryContract,
  contactRepositoryContract,
  type ContractCase,
  type ContractOptions,
  groupRepositoryContract,
  invitationRepositoryContract,
  membershipRepositoryContract,
  type OpenFixture,
  preferenceRepositoryContract,
  profileRepositoryContract,
  type StoreNeed,
} from 'group-invitations/testing'

/** Says for each port how to open a fixture of the adapter. */
export type FixturesOf = <Port extends keyof Repositories>(
  port: Port,
) => OpenFixture<Repositories[Port]>

/** The contract of each port. If memberships live elsewhere, the answers lack more than the others. */
export function contractsOf(
  fixturesOf: FixturesOf,
  options: ContractOptions = {},
  answersLack: readonly StoreNeed[] = [],
): readonly (readonly [port: keyof Repositories, cases: readonly ContractCase[]])[] {
  const answers =
    answersLack.length > 0
      ? { ...options, lacks: [...(options.lacks ?? []), ...answersLack] }
      : options
  return [
    ['memberships', membershipRepositoryContract(fixturesOf('memberships'), options)],
    ['profiles', profileRepositoryContract(fixturesOf('profiles'), options)],
    ['preferences', preferenceRepositoryContract(fixturesOf('preferences'), options)],
    ['contacts', contactRepositoryContract(fixturesOf('contacts'), options)],
    ['groups', groupRepositoryContract(fixturesOf('groups'), options)],
    ['invitations', invitationRepositoryContract(fixturesOf('invitations'), options)],
    ['answers', answerRepositoryContract(fixturesOf('answers'), answers)],
  ]
}
