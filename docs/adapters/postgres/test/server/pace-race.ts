// Processes of two pools each send for the same inviters at once. Afterwards the stored invitations must be as many as the
// pace allows, and what is stored of the pace must follow from them alone. Then the same over adapters that look before they
// write, or charge before they know the outcome, which must be found out.
//
//     npm run race:paces --prefix docs/adapters               about a minute
//     npm run race:paces --prefix docs/adapters -- --full     100 times 50 and 200 at once, and 9,000 in time
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import {
  checkPaces,
  type Paced,
  type StoredSend,
} from '../../../../../test/support/race/check-paces.js'
import { runHunted } from '../../../../../test/support/race/hunted.js'
import { Journal } from '../../../../../test/support/race/journal.js'
import { networkOfPaces, type PacePlan } from '../../../../../test/support/race/pace-plan.js'
import { seed } from '../fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { loseConnections } from './race/lose-connections.js'
import { openPool } from './race/open-pool.js'
import { startServer } from './server.js'

const { values } = parseArgs({ options: { full: { type: 'boolean' } } })
const BURST = 20
const AT_ONCE = {
  pace: { burst: BURST, everyMs: 72 * 60_000 },
  inviters: values.full ? 100 : 5,
  processes: 2,
  connections: 8,
}
const IN_TIME = {
  pace: { burst: BURST, everyMs: 200 },
  inviters: 3,
  sends: values.full ? 3000 : 240,
  processes: 3,
  connections: 4,
  spacing: 50,
}

const server = await startServer()
try {
  for (const sends of [50, 200]) {
    const { perInviter, violations, denied } = await race('guarded', { ...AT_ONCE, sends })
    assert.deepEqual(violations, [], 'the store decides')
    assert.deepEqual([...perInviter], Array<number>(AT_ONCE.inviters).fill(BURST))
    assert.equal(denied, AT_ONCE.inviters * (sends - BURST), 'all others are too many')
    const plan = { ...AT_ONCE, inviters: 5, sends }
    const looking = await race('lookingFirst', plan)
    assert(looking.violations.length > 0, 'an adapter that looks before it writes is found out')
  }
  assert.deepEqual((await race('guarded', IN_TIME)).violations, [], 'what fails uses nothing')
  const charging = await race('chargingFirst', { ...IN_TIME, sends: 240 })
  assert(charging.violations.length > 0, 'an adapter that charges first is found out')
} finally {
  server.stop()
}

/** Runs the race over an adapter in a database of its own, and prints its figures. */
async function race(adapter: string, given: Omit<PacePlan, 'startAt'>) {
  const { url, drop } = await freshDatabase(server.url)
  const pool = openPool(url, 4)
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-paces-'))
  const files = Array.from({ length: given.processes }, (_nothing, at) => join(folder, `${at}`))
  try {
    await seed(pool, networkOfPaces(given))
    // The order of the commits of an inviter, who makes one after the other.
    await pool.query('ALTER TABLE invitations ADD COLUMN place bigserial')
    await pool.query('CREATE TABLE ready (inviter integer)')
    const plan: PacePlan = { ...given, startAt: Date.now() + 2000 }
    const duration = plan.sends * (plan.spacing ?? 0)
    const kills = Math.ceil(duration / 2000)
    const losing = plan.spacing === undefined ? undefined : loseConnections(pool, 'sends')
    const killed = await runHunted(
      'docs/adapters/postgres/test/server/race/pacer.ts',
      files.map((file, at) => [url, file, String(at), JSON.stringify(plan), adapter]),
      { kills, every: 2000 },
    ).finally(losing?.stop)
    const seconds = ((Date.now() - plan.startAt) / 1000).toFixed(1)
    const journal = files.flatMap((file) => new Journal<Paced>(file).entries())
    assert.equal(journal.length, plan.inviters * plan.sends, 'each call is answered once')

    const stored = await storedIn(pool)
    const violations = checkPaces(plan.pace, stored, await freeAtsIn(pool), journal)
    const perInviter = countsOf(stored.map(({ inviterId }) => inviterId))
    const said = countsOf(journal.flatMap((each) => each.said))
    const outages = journal.reduce((sum, each) => sum + each.outages, 0)
    const kinds = countsOf(violations.map(({ kind }) => kind))
    console.log(
      `Pace race, ${adapter}: ${plan.inviters} inviters, ${plan.sends} sends each ${plan.spacing === undefined ? 'at once' : 'in time'}, ` +
        `${killed} processes and ${losing?.count() ?? 0} connections killed, ${outages} outages, ${seconds} s\n` +
        `  said: ${listOf(said)}\n` +
        `  stored for an inviter: ${rangeOf([...perInviter.values()])}; ${violations.length} violations ${listOf(kinds)}`,
    )
    return {
      violations,
      perInviter: perInviter.values(),
      denied: journal.filter(({ said }) => said.join() === 'TooManyInvitations').length,
    }
  } finally {
    await pool.end()
    await drop()
    rmSync(folder, { recursive: true })
  }
}

/** What is stored whole, in the order of the commits. */
async function storedIn(pool: pg.Pool): Promise<StoredSend[]> {
  const { rows } = await pool.query<{
    invitation_id: string
    inviter_id: string
    sent_at: Date
    is_whole: boolean
  }>(
    `SELECT invitation_id, inviter_id, sent_at,
            2 = (SELECT count(*) FROM deliveries WHERE deliveries.invitation_id = invitations.invitation_id)
            AND EXISTS (SELECT FROM claims WHERE claims.invitation_id = invitations.invitation_id) AS is_whole
       FROM invitations ORDER BY place`,
  )
  for (const row of rows) assert(row.is_whole, `${row.invitation_id} has its claim and deliveries`)
  const { rows: counts } = await pool.query<{ claims: number; deliveries: number }>(
    `SELECT (SELECT count(*)::int FROM claims) AS claims, (SELECT count(*)::int FROM deliveries) AS deliveries`,
  )
  assert.deepEqual(counts, [{ claims: rows.length, deliveries: 2 * rows.length }])
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    inviterId: row.inviter_id,
    sentAt: row.sent_at.getTime(),
  }))
}

async function freeAtsIn(pool: pg.Pool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ inviter_id: string; free_at: Date }>('SELECT * FROM paces')
  return new Map(rows.map((row) => [row.inviter_id, row.free_at.getTime()]))
}

function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}

function rangeOf(counts: readonly number[]): string {
  return `${Math.min(...counts)} to ${Math.max(...counts)}`
}
