import type { ContractOptions } from 'group-invitations/testing'
import { describe, test } from 'vitest'
import { contractsOf, type FixturesOf } from './contracts-of.js'

/** Runs the whole contract; what the store cannot hold is skipped, and shown as skipped. */
export function proveAdapters(
  name: string,
  fixturesOf: FixturesOf,
  options: ContractOptions = {},
): void {
  const { lacks = [] } = options
  describe.each(contractsOf(fixturesOf, options))(`${name}: %s`, (_port, cases) => {
    for (const { name: promise, needs, run } of cases) {
      test.skipIf(needs !== undefined && lacks.includes(needs))(promise, run, 30_000)
    }
  })
}
