import type { Repositories } from 'group-invitations'
import {
  contactRepositoryContract,
  type ContractCase,
  type FixtureNeed,
  groupRepositoryContract,
  invitationRepositoryContract,
  membershipRepositoryContract,
  type OpenFixture,
  preferenceRepositoryContract,
  profileRepositoryContract,
} from 'group-invitations/testing'
import { describe, test } from 'vitest'

/** Says for each port how to open a fixture of the adapter. */
export type FixturesOf = <Port extends keyof Repositories>(
  port: Port,
) => OpenFixture<Repositories[Port]>

/** Runs the whole contract; what the fixtures cannot offer is skipped, and shown as skipped. */
export function proveAdapters(
  name: string,
  fixturesOf: FixturesOf,
  { lacks = [] }: { readonly lacks?: readonly FixtureNeed[] } = {},
): void {
  describe.each<[string, readonly ContractCase[]]>([
    ['memberships', membershipRepositoryContract(fixturesOf('memberships'))],
    ['profiles', profileRepositoryContract(fixturesOf('profiles'))],
    ['preferences', preferenceRepositoryContract(fixturesOf('preferences'))],
    ['contacts', contactRepositoryContract(fixturesOf('contacts'))],
    ['groups', groupRepositoryContract(fixturesOf('groups'))],
    ['invitations', invitationRepositoryContract(fixturesOf('invitations'))],
  ])(`${name}: %s`, (_port, cases) => {
    for (const { name: promise, needs, run } of cases) {
      test.skipIf(needs !== undefined && lacks.includes(needs))(promise, run, 30_000)
    }
  })
}
