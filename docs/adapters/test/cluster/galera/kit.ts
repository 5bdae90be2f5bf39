import { type ContractCase, preferenceRepositoryContract } from 'group-invitations/testing'
import type { Pool } from 'mysql2/promise'
import { contractsOf } from '../../../../../test/support/contracts-of.js'
import { type Database, databaseOver } from '../../../mysql/database.js'
import { preferencesIn } from '../../../mysql/preferences.js'
import { mysqlFixtures } from '../../../mysql/test/fixtures.js'
import { openPool } from '../../../mysql/wiring.js'
import type { Line } from '../part.js'

/** What is late on one node is so now and then. */
const MOST_ROUNDS = 10

/** Over two nodes, which are two instances: the kit, and what it says of two flaws. */
export async function linesOfKit(addresses: readonly string[]): Promise<Line[]> {
  const [one = '', other = ''] = addresses
  return [
    await overPools([openPool(one, console.error), openPool(other, console.error)], holdsFor),
    await overPools([openPool(one, console.error), openHasty(other)], namesHaste),
    await overPools([openPool(one, console.error), openPool(other, console.error)], namesAlone),
  ]
}

async function holdsFor(pools: Pools): Promise<Line> {
  const cases = casesOver(pools)
  const failed = await failedOf(cases)
  return {
    what: 'the kit, over two nodes',
    figure: failed.length > 0 ? failed.join(', ') : `${cases.length} cases`,
    holds: failed.length === 0,
  }
}

async function namesHaste(pools: Pools): Promise<Line> {
  const cases = casesOver(pools).filter(({ id }) => id.includes('visible'))
  return lineOfFlaw('without wsrep_sync_wait on one node', cases)
}

async function namesAlone([one, other]: Pools): Promise<Line> {
  const cases = preferenceRepositoryContract(async () => ({
    ...(await mysqlFixtures(one, other)('preferences')()),
    repository: preferencesIn(withoutTransactions(one)),
    another: () => preferencesIn(withoutTransactions(other)),
  })).filter(({ id }) => id.startsWith('setOptOut'))
  return lineOfFlaw('a DELETE without START TRANSACTION', cases)
}

/** A pool whose looks do not wait for what was committed on another node. */
function openHasty(address: string): Pool {
  const pool = openPool(address, console.error)
  pool.pool.on('connection', (connection) => {
    connection.query('SET SESSION wsrep_sync_wait = 0')
  })
  return pool
}

/** Each statement alone: what it waits for is then another setting. */
function withoutTransactions(pool: Pool): Database {
  const database = databaseOver(pool)
  return { ...database, transaction: (work) => work(database) }
}

type Pools = readonly [one: Pool, other: Pool]

async function overPools(pools: Pools, work: (pools: Pools) => Promise<Line>): Promise<Line> {
  try {
    return await work(pools)
  } finally {
    for (const pool of pools) await pool.end()
  }
}

const casesOver = (pools: Pools) =>
  contractsOf(mysqlFixtures(...pools)).flatMap(([, cases]) => cases)

/** It holds if the kit names the flaw. */
async function lineOfFlaw(flaw: string, cases: readonly ContractCase[]): Promise<Line> {
  let failed: readonly string[] = []
  for (let round = 0; round < MOST_ROUNDS && failed.length === 0; round += 1)
    failed = await failedOf(cases)
  return {
    what: `${flaw}: the kit names`,
    figure: failed.join(', ') || 'nothing',
    holds: failed.length > 0,
  }
}

async function failedOf(cases: readonly ContractCase[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { id, run } of cases) {
    try {
      await run()
    } catch {
      failed.push(id)
    }
  }
  return failed
}
