// Processes accept, decline and withdraw the same invitations at once, while the service's other code bans, joins and
// erases, processes are killed and started anew, and connections are lost. Afterwards every result that a caller got must
// agree with the store. Then the same over an adapter that looks before it writes, which must be found out.
//
//     npm run race:answers --prefix docs/adapters               about 30 seconds
//     npm run race:answers --prefix docs/adapters -- --full     1,000 invitations, 10,000 answers
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import {
  type AnswerPlan,
  type DeedCall,
  groupOf,
  guestOf,
  invitationOf,
  networkOfAnswers,
} from '../../../../../test/support/race/answer-plan.js'
import { type Answered, checkAnswers } from '../../../../../test/support/race/check-answers.js'
import {
  checkWrites,
  placeOf,
  type Report,
  type Violation,
} from '../../../../../test/support/race/check-writes.js'
import { runHunted } from '../../../../../test/support/race/hunted.js'
import { Journal } from '../../../../../test/support/race/journal.js'
import { repositoriesIn } from '../../repositories.js'
import { seed } from '../fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { loseConnections } from './race/lose-connections.js'
import { openPool } from './race/open-pool.js'
import { recordedWrites, recordWrites } from './race/record-writes.js'
import { startServer } from './server.js'

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, invitations: { type: 'string' } },
})
const SIZE = {
  invitations: Number(values.invitations ?? (values.full ? 1000 : 300)),
  processes: 3,
  connections: 8,
  pace: 25,
}

const server = await startServer()
try {
  const guarded = await race('guarded')
  const unguarded = await race('unguarded')
  for (const [of, { detail }] of guarded) console.log(`  ${of} (${detail})`)
  assert.equal(guarded.size, 0, 'an adapter that lets the store decide has no violations')
  assert(unguarded.size > 0, 'an adapter that looks before it writes is found out')
} finally {
  server.stop()
}

type Violations = ReadonlyMap<string, { readonly kind: Violation; readonly detail: string }>

/** Runs the race over an adapter in a database of its own, prints its figures, and returns the violations. */
async function race(adapter: 'guarded' | 'unguarded'): Promise<Violations> {
  const { url, drop } = await freshDatabase(server.url)
  const pool = openPool(url, 4)
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-answers-'))
  const files = Array.from({ length: SIZE.processes }, (_nothing, index) =>
    join(folder, `${index}`),
  )
  try {
    await seed(pool, networkOfAnswers(SIZE))
    await recordWrites(pool)
    const plan: AnswerPlan = { ...SIZE, startAt: Date.now() + 2000 }
    const kills = Math.ceil(plan.invitations / 30)
    const losing = loseConnections(pool, 'answers')
    const killed = await runHunted(
      'docs/adapters/postgres/test/server/race/answerer.ts',
      files.map((file, index) => [url, file, String(index), JSON.stringify(plan), adapter]),
      { kills, every: (plan.invitations * plan.pace) / kills },
    ).finally(losing.stop)
    const lost = losing.count()
    const seconds = ((Date.now() - plan.startAt) / 1000).toFixed(1)

    const entries = files.flatMap((file) =>
      new Journal<Answered | Pick<DeedCall, 'callId'>>(file).entries(),
    )
    const journal = entries.filter((entry) => 'result' in entry)
    const deeds = entries.length - journal.length
    const violations = await check(pool, plan, journal)
    const replayed = journal.filter(({ result }) => 'replayed' in result && result.replayed).length
    const outages = journal.reduce((sum, answer) => sum + answer.outages, 0)
    console.log(
      `Answers race, ${adapter}: ${plan.invitations} invitations, ${journal.length} answers (${replayed} replayed, ${outages} outages on the way), ` +
        `${deeds} deeds of other code, ${killed} processes killed, ${lost} connections killed, ${seconds} s: ${summaryOf(violations)}`,
    )
    return violations
  } finally {
    await pool.end()
    await drop()
    rmSync(folder, { recursive: true })
  }
}

async function check(
  pool: pg.Pool,
  plan: AnswerPlan,
  journal: readonly Answered[],
): Promise<Violations> {
  const violations = new Map<string, { kind: Violation; detail: string }>()
  const report: Report = (kind, of, detail) => violations.set(`${of}: ${kind}`, { kind, detail })
  const outcome = checkWrites(plan, await recordedWrites(pool), report)
  checkAnswers(plan, journal, outcome, report)

  // The record is complete: it ends with what is stored.
  const { answers, memberships } = repositoriesIn(pool)
  const all = Array.from({ length: plan.invitations }, (_nothing, which) => which)
  const stored = await answers.findChanges(all.map(invitationOf))
  const standings = await memberships.findStandings(
    [...new Set(all.map(groupOf))],
    [...new Set(all.map(guestOf))],
  )
  for (const which of all) {
    const invitationId = invitationOf(which)
    const status = outcome.erased.has(invitationId)
      ? 'Open'
      : outcome.statuses.get(invitationId)?.at(-1)
    assert.equal(stored.get(invitationId)?.status ?? 'Open', status, invitationId)
    const standing = standings.get(groupOf(which))?.get(guestOf(which))
    assert.equal(standing, outcome.standings.get(placeOf(which)), placeOf(which))
  }
  return violations
}

function summaryOf(violations: Violations): string {
  const counts = new Map<string, number>()
  for (const { kind } of violations.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
  return `${violations.size} violations${kinds && ` (${kinds})`}`
}
