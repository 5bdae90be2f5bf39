import { type ContractCase, preferenceRepositoryContract } from 'group-invitations/testing'
import type { Pool } from 'mysql2/promise'
import { failedCases } from '../../../../../test/support/failed-cases.js'
import { contractsOf } from '../../../../../test/support/contracts-of.js'
import { type Database, databaseOver } from '../../../mysql/database.js'
import { preferencesIn } from '../../../mysql/preferences.js'
import { mysqlFixtures } from '../../../mysql/test/fixtures.js'
import { openPool } from '../../../mysql/wiring.js'
import type { Line } from '../part.js'

/** What is late on the other node is so now and then. */
const MOST_ROUNDS = 10

/** So many rows in one write keep the other node busy for some milliseconds. */
const NOISE = Array.from({ length: 2000 }, (_none, n) => [n])

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
  const failed = await whileBusy(pools[0], () => failedCases(cases))
  return {
    what: 'the kit, over two nodes, while one has to catch up',
    figure: failed.length > 0 ? failed.join(', ') : `${cases.length} cases`,
    holds: failed.length === 0,
  }
}

async function namesHaste(pools: Pools): Promise<Line> {
  const cases = casesOver(pools).filter(({ id }) => id.includes('visible'))
  return lineOfFlaw('without wsrep_sync_wait on one node', cases, pools[0])
}

async function namesAlone([one, other]: Pools): Promise<Line> {
  const cases = preferenceRepositoryContract(async () => ({
    ...(await mysqlFixtures(one, other)('preferences')()),
    repository: preferencesIn(withoutTransactions(one)),
    another: () => preferencesIn(withoutTransactions(other)),
  })).filter(({ id }) => id.startsWith('setOptOut'))
  return lineOfFlaw('a DELETE without START TRANSACTION', cases, one)
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
async function lineOfFlaw(flaw: string, cases: readonly ContractCase[], one: Pool): Promise<Line> {
  const failed = await whileBusy(one, async () => {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const found = await failedCases(cases)
      if (found.length > 0) return found
    }
    return []
  })
  console.log(`${flaw}: ${failed.join(', ')}`)
  return {
    what: `${flaw}: the kit names it, cases that fail`,
    figure: failed.length,
    holds: failed.length > 0,
  }
}

/** While the other node has to catch up with what is written on this one. */
async function whileBusy<Result>(one: Pool, work: () => Promise<Result>): Promise<Result> {
  const { write } = databaseOver(one)
  await write('CREATE TABLE IF NOT EXISTS noise (n INT, id BIGINT AUTO_INCREMENT PRIMARY KEY)')
  const end = new AbortController()
  const writing = (async () => {
    while (!end.signal.aborted) await write('INSERT INTO noise (n) VALUES ?', [NOISE])
  })()
  try {
    return await work()
  } finally {
    end.abort()
    await writing
  }
}
