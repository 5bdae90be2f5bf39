import type { ContractIds, ContractOptions } from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'
import { inMemoryFixture } from '../support/in-memory-fixture.js'
import { textOf } from '../support/repository.js'
import { contractsOf, type FixturesOf } from '../support/contracts-of.js'
import { proveAdapters } from '../support/prove-adapters.js'
import { ForeignAdapters } from './foreign-adapters.js'
import { foreignFlaws } from './foreign-flaws.js'
import { ForeignTables, roleOf } from './foreign-tables.js'

/** Short ones, which collide if they are joined, and such that two of them are one number. */
const keyOf = (n: number) => (n % 2 === 0 ? String(n + 1) : String(9007199254740992n + BigInt(n)))

const options: ContractOptions = {
  // Each kind counts for itself, as sequences do.
  ids: {
    member: keyOf,
    group: keyOf,
    invitation: keyOf,
  },
  lacks: [
    ...(['pending', 'banned', 'groupUrl', 'locale', 'wants', 'other', 'profileUrl'] as const),
    ...(['longEntries', 'optOutScopes', 'admission', 'pace'] as const),
  ],
}

const foreignFixtures =
  (Adapters: new (tables: ForeignTables) => ForeignAdapters): FixturesOf =>
  (port) =>
  () => {
    const tables = new ForeignTables()
    const adapters = new Adapters(tables)
    return {
      repository: adapters[port],
      seed: (network, decoys) => tables.seed(network, decoys),
      deliveries: () => adapters.deliveries(),
      another: () => new Adapters(tables)[port],
      async standingOf(groupId, memberId) {
        const found = await adapters.memberships.findStandings([groupId], [memberId])
        return found.get(groupId)?.get(memberId)
      },
      setStanding: (groupId, memberId, standing) =>
        tables.setRole(BigInt(groupId), BigInt(memberId), standing && roleOf(standing)),
      close: () => undefined,
    }
  }

proveAdapters('a network with bigint keys', foreignFixtures(ForeignAdapters), options)

test('what it lacks is a case that says so, and fails if it is run', async () => {
  const lacking = contractsOf(foreignFixtures(ForeignAdapters), options)
    .flatMap(([, cases]) => cases)
    .filter(({ needs }) => needs && options.lacks?.includes(needs))
  const needed = new Set(lacking.map(({ needs }) => needs))
  expect([...needed].sort()).toEqual([...(options.lacks ?? [])].sort())
  for (const { name, needs, run } of lacking)
    await expect(run()).rejects.toThrow(`${name}: it needs ${needs}, which the store lacks`)
})

describe('an adapter over a network with bigint keys that', () => {
  test('are as many as the page on adapters says', () => {
    expect(/for (\d+) more/.exec(textOf('docs/writing-adapters.md'))?.[1]).toBe(
      `${foreignFlaws.length}`,
    )
  })

  test.each(foreignFlaws)('$flaw is found out', async ({ port, found, Adapters }) => {
    const failed: string[] = []
    const contracts = new Map(contractsOf(foreignFixtures(Adapters), options))
    for (const { id, needs, run } of contracts.get(port) ?? []) {
      if (needs && options.lacks?.includes(needs)) continue
      await run().catch(() => failed.push(id))
    }
    expect(failed.sort()).toEqual([...found].sort())
  })
})

/** Other forms of keys, over the repositories in memory. */
const forms: readonly (readonly [form: string, idOf: (kind: string, n: number) => string])[] = [
  ['UUIDs', (kind, n) => `${String(n).padStart(8, '0')}-${kind}-4000-8000-00000000beef`],
  ['slugs', (kind, n) => `${kind}-${n.toString(36)}`],
]

for (const [form, idOf] of forms) {
  const ids: ContractIds = {
    member: (n) => idOf('aaaa', n),
    group: (n) => idOf('bbbb', n),
    invitation: (n) => idOf('cccc', n),
  }
  proveAdapters(
    `in memory, with ${form}`,
    (port) => () => inMemoryFixture((repositories) => repositories[port]),
    { ids, lacks: ['another', 'blocks'] },
  )
}
