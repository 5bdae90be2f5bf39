// Four processes of eight connections send 10,000 times onto 200 pairs, while they are killed and started anew; then
// three relays hand the messages over, and are killed too. Afterwards all must be there, once.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { seed } from '../fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { type Answer, type Handed, Journal } from '../../../../../test/support/race/journal.js'
import { runHunted } from '../../../../../test/support/race/hunted.js'
import {
  attemptsOf,
  networkFor,
  type Plan,
  recipientOf,
} from '../../../../../test/support/race/plan.js'
import { serviceOver } from './race/service-over.js'

const PLAN: Plan = {
  sends: Number(process.argv[2] ?? 10_000),
  pairs: 200,
  processes: 4,
  connections: 8,
}
const RELAYS = 3

const serverUrl = process.env['DATABASE_URL']
if (serverUrl === undefined) throw new Error('DATABASE_URL is not set: run npm run test:postgres')
const { url, drop } = await freshDatabase(serverUrl)
const pool = new pg.Pool({ connectionString: url })
const folder = mkdtempSync(join(tmpdir(), 'group-invitations-race-'))
try {
  await seed(pool, networkFor(PLAN))
  await raceOfSenders()
  await raceOfRelays()
} finally {
  await pool.end()
  await drop()
  rmSync(folder, { recursive: true })
}

async function raceOfSenders(): Promise<void> {
  const files = Array.from({ length: PLAN.processes }, (_, index) => join(folder, `sent-${index}`))
  const began = Date.now()
  const killed = await runHunted(
    'docs/adapters/postgres/test/server/race/sender.ts',
    files.map((file, index) => [url, file, String(index), JSON.stringify(PLAN)]),
    { kills: 24, every: 700 },
  )
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const answers = files.flatMap((file) => new Journal<Answer>(file).entries())
  const count = (said: Answer['said']) => answers.filter((answer) => answer.said === said).length

  const stored = await pool.query<{ invitation_id: string; recipient_id: string }>(
    'SELECT invitation_id, recipient_id FROM invitations JOIN claims USING (invitation_id, recipient_id)',
  )
  const winners = new Map(stored.rows.map((row) => [row.recipient_id, row.invitation_id]))
  assert.equal(await rowsIn('invitations'), PLAN.pairs, 'one invitation a pair')
  assert.equal(await rowsIn('claims'), PLAN.pairs, 'one claim a pair')
  assert.equal(await rowsIn('deliveries'), 2 * PLAN.pairs, 'two deliveries an invitation')
  assert.equal(winners.size, PLAN.pairs, 'each claim is that of its pair’s invitation')

  assert.equal(answers.length, PLAN.sends, 'each attempt was answered, once')
  const answerTo = new Map(answers.map((answer) => [answer.invitationId, answer]))
  assert.equal(answerTo.size, PLAN.sends, 'and each of another')
  for (let which = 0; which < PLAN.processes; which += 1) {
    for (const { invitationId, pair } of attemptsOf(PLAN, which)) {
      const winner = winners.get(recipientOf(pair))
      const answer = answerTo.get(invitationId)
      const expected = invitationId === winner ? undefined : winner
      assert.equal(answer?.by, expected, `the answer to ${invitationId} is what is stored`)
    }
  }
  console.log(`
Crash race: ${PLAN.processes} processes of ${PLAN.connections} connections, killed ${killed} times, ${seconds} s
  ${answers.length} attempts onto ${PLAN.pairs} pairs were answered: ${count('sent')} sent, ${count('replayed')} replayed, ${count('refused')} refused
  ${await rowsIn('invitations')} invitations, ${await rowsIn('claims')} claims, ${await rowsIn('deliveries')} deliveries are stored; each answer agrees with them`)
}

async function raceOfRelays(): Promise<void> {
  const service = serviceOver(pool)
  const guests = Array.from({ length: PLAN.pairs }, (_, pair) => recipientOf(pair))
  const early = guests.filter((_, pair) => pair % 10 === 0)
  const late = guests.filter((_, pair) => pair % 10 === 5)
  for (const guest of early) (await service.optOut(guest))._unsafeUnwrap()

  const files = Array.from({ length: RELAYS }, (_, index) => join(folder, `handed-${index}`))
  const hunted = runHunted(
    'docs/adapters/postgres/test/server/race/relayer.ts',
    files.map((file) => [url, file]),
    { kills: 12, every: 500 },
  )
  while ((await rowsIn('deliveries')) > PLAN.pairs) await pause(20)
  for (const guest of late) (await service.optOut(guest))._unsafeUnwrap()
  const optedOutAt = Date.now()
  const killed = await hunted

  const handed = files.flatMap((file) => new Journal<Handed>(file).entries())
  const keys = new Set(handed.map(({ idempotencyKey }) => idempotencyKey))
  const isLate = (guest: string) => late.includes(guest)
  const toOthers = handed.filter(({ recipientId }) => !isLate(recipientId))
  const expected = 2 * (PLAN.pairs - early.length - late.length)
  assert.equal(await rowsIn('deliveries'), 0, 'nothing is left in the outbox')
  assert.equal(
    new Set(toOthers.map((message) => message.idempotencyKey)).size,
    expected,
    'each message went out',
  )
  for (const { recipientId, preparedAt } of handed) {
    assert(!early.includes(recipientId), 'nothing goes to who has opted out')
    assert(
      !isLate(recipientId) || preparedAt <= optedOutAt,
      'nor afterwards to who opts out meanwhile',
    )
  }
  console.log(`
Relay race: ${RELAYS} processes, killed ${killed} times
  ${keys.size} messages went out, ${handed.length - keys.size} of them again with the same idempotency key
  ${early.length} recipients had opted out before: none of their messages went out
  ${late.length} opted out meanwhile: ${handed.length - toOthers.length} of their messages had gone, none went afterwards; the outbox is empty`)
}

async function rowsIn(table: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table}`,
  )
  return rows[0]?.count ?? 0
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
