// Four processes send onto pairs whose claims end just now, by clocks that are three minutes apart and jump back; then
// three relays hand the messages over. Meanwhile processes are killed, and the server is stopped as if it were unplugged.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runHunted } from '../../../../../test/support/race/hunted.js'
import { type Answer, type Handed, Journal } from '../../../../../test/support/race/journal.js'
import { networkFor, type Plan, recipientOf } from '../../../../../test/support/race/plan.js'
import { seed } from '../fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { startOwnServer } from './server.js'

const PLAN: Plan = { sends: 2400, pairs: 120, processes: 4, connections: 8, isRough: true }
const EARLIER = 'earlier-'
const scripts = 'docs/adapters/postgres/test/server/race'

const server = await startOwnServer()
const { url } = await freshDatabase(server.url)
const folder = mkdtempSync(join(tmpdir(), 'group-invitations-outage-'))
const filesOf = (name: string, count: number) =>
  Array.from({ length: count }, (_nothing, index) => join(folder, `${name}-${index}`))
try {
  const senders = filesOf('sent', PLAN.processes)
  await seedEndingClaims()
  await duringOutages(() =>
    runHunted(
      `${scripts}/sender.ts`,
      senders.map((file, index) => [url, file, String(index), JSON.stringify(PLAN)]),
      { kills: 6, every: 900 },
    ),
  )
  const sent = await checkAnswers(senders)
  const relays = filesOf('handed', 3)
  await duringOutages(() =>
    runHunted(
      `${scripts}/relayer.ts`,
      relays.map((file) => [url, file, 'rough']),
      { kills: 3, every: 900 },
    ),
  )
  await checkMessages(sent, relays)
} finally {
  server.stop()
  rmSync(folder, { recursive: true })
}

/** Some end between the clocks, so that a process may send while another one must not. */
async function seedEndingClaims(): Promise<void> {
  const now = Date.now()
  await asking(async (pool) => {
    const network = networkFor(PLAN)
    const invitations = Array.from({ length: PLAN.pairs }, (_nothing, pair) => ({
      invitationId: `${EARLIER}${pair}`,
      inviterId: `inviter-${Math.floor(pair / 10)}`,
      recipientId: recipientOf(pair),
      sentAt: new Date(now - 183 * 24 * 60 * 60 * 1000),
      repeatableAt: new Date(now + ((pair % 5) - 2) * 40_000),
    }))
    await seed(pool, { ...network, invitations })
  })
}

/** Stops the server three times while the work is done; it must recover by itself. */
async function duringOutages(work: () => Promise<number>): Promise<void> {
  const done = new AbortController()
  const working = work().finally(() => {
    done.abort()
  })
  let outages = 0
  for (; outages < 3; outages += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    if (done.signal.aborted) break
    server.restart()
  }
  const killed = await working
  assert(outages > 0, 'the server was stopped while they were at work')
  console.log(`Server stopped ${outages} times, processes killed ${killed} times`)
}

/** Checks what the senders were answered against what is stored; returns how many invitations were sent. */
async function checkAnswers(files: readonly string[]): Promise<number> {
  const answers = files.flatMap((file) => new Journal<Answer>(file).entries())
  assert.equal(new Set(answers.map(({ invitationId }) => invitationId)).size, PLAN.sends)
  const rows = await asking(async (pool) => {
    const stored = await pool.query<Stored>(
      `SELECT invitations.invitation_id, recipient_id, sent_at,
              (SELECT count(*)::int FROM deliveries WHERE deliveries.invitation_id = invitations.invitation_id) AS deliveries,
              EXISTS (SELECT FROM claims WHERE claims.invitation_id = invitations.invitation_id) AS is_claim
         FROM invitations`,
    )
    return stored.rows
  })
  const isEarlier = (id: string) => id.startsWith(EARLIER)
  const fresh = rows.filter((row) => !isEarlier(row.invitation_id))
  const winners = new Map(fresh.map((row) => [row.recipient_id, row]))
  assert.equal(winners.size, fresh.length, 'one invitation a pair at most')
  for (const { deliveries, is_claim } of fresh) {
    assert.deepEqual([deliveries, is_claim], [2, true], 'each is whole')
  }
  const claimed = rows.filter((row) => row.is_claim)
  assert.equal(claimed.length, PLAN.pairs, 'each pair has the claim of its last invitation')
  const ids = new Set(fresh.map((row) => row.invitation_id))
  for (const { invitationId, said, by } of answers) {
    assert.equal(
      said !== 'refused',
      ids.has(invitationId),
      `the answer to ${invitationId} is stored`,
    )
    if (by !== undefined) assert(ids.has(by) || isEarlier(by), `${invitationId}: ${by} is there`)
  }
  const byEarlier = answers.filter(({ by }) => by !== undefined && isEarlier(by)).length
  assert(byEarlier > 0 && fresh.length > PLAN.pairs / 4, 'the clocks have mattered')
  console.log(`
Outage race: ${answers.length} attempts onto ${PLAN.pairs} pairs, by clocks three minutes apart that jump back
  ${fresh.length} invitations were sent, one a pair at most; ${byEarlier} attempts met a claim that had not ended by their clock`)
  return fresh.length
}

async function checkMessages(sent: number, files: readonly string[]): Promise<void> {
  const handed = files.flatMap((file) => new Journal<Handed>(file).entries())
  const keys = new Set(handed.map(({ idempotencyKey }) => idempotencyKey))
  assert.equal(keys.size, 2 * sent, 'each message went out')
  const left = await asking(async (pool) => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM dead_letters) AS count`,
    )
    return Number(rows[0]?.count)
  })
  assert.equal(left, 0, 'nothing is left in the outbox, and no letter is dead')
  console.log(
    `  ${keys.size} messages went out, ${handed.length - keys.size} of them again with the same key`,
  )
}

interface Stored {
  readonly invitation_id: string
  readonly recipient_id: string
  readonly deliveries: number
  readonly is_claim: boolean
}

/** A pool for one question, since the server ends the connections of any other. */
async function asking<Result>(work: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
