// Adapters that are wrong in one place, each as somebody might write it. The kit names every one. What Drizzle sends is
// changed on its way, to what it would send for the wrong adapter.
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { contractsOf } from '../../../../../test/support/contracts-of.js'
import { codeOf } from '../../../shared/code-of.js'
import { drizzleFixtures } from '../fixtures.js'

const database = await openDatabase()
const tables = database.pool()
afterAll(() => database.close())

const variants: readonly [wrong: string, id: string, sent: string | RegExp, instead: string][] = [
  [
    'an upsert of the claim without setWhere',
    'commit/pair-taken',
    'where "claims"."repeatable_at" <=',
    'where true or "claims"."repeatable_at" <=',
  ],
  [
    'an insert of the invitation that violates its key',
    'commit/id-taken',
    /^(insert into "invitations".*) on conflict do nothing/,
    '$1',
  ],
  ['writes without a transaction', 'commit/nothing-if-pair-taken', /^(begin|rollback)$/, 'select'],
  [
    'a look at the pace without a lock',
    'commit/race-for-used-pace-two-instances',
    / for no key update$/,
    '',
  ],
  [
    'a pace that is upserted as if its row had been seen',
    'commit/race-for-pace-two-instances',
    /^(insert into "paces".*)/,
    '$1 on conflict (inviter_id) do update set free_at = excluded.free_at',
  ],
  [
    'an upsert of the membership without setWhere',
    'change/lowers-none',
    'where "memberships"."standing" =',
    'where true or "memberships"."standing" =',
  ],
  [
    'an upsert of the membership that lifts a ban',
    'change/banned',
    'where "memberships"."standing" =',
    `where "memberships"."standing" = 'banned' or "memberships"."standing" =`,
  ],
  [
    'an answer that does not compare the status',
    'change/only-from',
    'and ("invitations"."status" is null',
    'and (true or "invitations"."status" is null',
  ],
  [
    'a page that compares the instant alone',
    'findInvitationsOf/ties',
    /or "invitations"."invitation_id" < (\$\d)/,
    'or $1::text is null',
  ],
]

// A race shows its flaw often, and not each time.
test.each(variants)('%s fails at %s', { retry: 5 }, async (_wrong, id, sent, instead) => {
  let isChanged = false
  const pools = [database.pool(), database.pool()] as const
  for (const pool of pools) {
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown
      const changed = ({ text, ...config }: { text: string }, ...args: unknown[]) => {
        const other = text.replace(sent, instead)
        isChanged ||= other !== text
        return query({ ...config, text: other }, ...args)
      }
      // All that Drizzle and the pool call.
      client.query = changed as unknown as PoolClient['query']
    })
  }
  const [one, other] = pools
  const contracts = contractsOf(drizzleFixtures(drizzle(one), tables, drizzle(other)))
  const cases = contracts.flatMap(([, ofPort]) => ofPort).filter((each) => each.id === id)
  expect(cases.length).toBe(1)
  for (const { run } of cases) {
    const failure: unknown = await Promise.resolve(run()).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    // It is no error of syntax.
    expect(codeOf(failure) ?? 'none').not.toMatch(/^42/)
  }
  expect(isChanged).toBe(true)
})
