// Measures what an invitation takes on a server, by committing 20,000 of them, and writes it into rows.json:
//
//     npx tsx docs/adapters/sharded/test/measure-rows.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { deliveriesOf, repeatableAt } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import pg from 'pg'
import { atMost } from '../../shared/in-flight.js'
import { invitationsIn } from '../../postgres/invitations.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import { startServer } from '../../postgres/test/server/server.js'
import { keyIn } from '../shards.js'

const INVITATIONS = 20_000
const PER_INVITER = 10
const TABLES = ['claims', 'invitations', 'deliveries', 'paces'] as const

interface Sample {
  readonly recipient: object
  readonly text: string
}

// The file has this form.
const samples = JSON.parse(readFileSync('test/corpus/honest.json', 'utf8')) as Sample[]
const written = samples.map(({ text }) => ({
  text,
  textFingerprint: fingerprintText(text, { displayName: 'Bernd', wants: [], haves: [], other: [] }),
}))

const server = await startServer()
const { url, drop } = await freshDatabase(server.url)
const pool = new pg.Pool({ connectionString: url, max: 8 })
try {
  const before = await walAt()
  const inTurn = atMost(8)
  await Promise.all(Array.from({ length: INVITATIONS }, (_nothing, n) => inTurn(() => commit(n))))
  const wal = ((await walAt()) - before) / INVITATIONS
  await pool.query('VACUUM (ANALYZE)')
  const bytes = Object.fromEntries(
    await Promise.all(TABLES.map(async (table) => [table, await bytesOf(table)] as const)),
  )
  const rows = { ...bytes, wal: Math.round(wal) }
  console.table(rows)
  writeFileSync('docs/adapters/sharded/test/rows.json', `${JSON.stringify(rows, null, 2)}\n`)
} finally {
  await pool.end()
  await drop()
  server.stop()
}

async function commit(n: number): Promise<void> {
  const [inviterId, recipientId] = [
    memberOf(Math.floor(n / PER_INVITER)),
    memberOf(INVITATIONS + n),
  ]
  const { text, textFingerprint } = written[n % written.length] ?? { text: '', textFingerprint: '' }
  const sentAt = new Date(Date.UTC(2030, 0, 1) + n * 1000)
  const invitation = {
    ...{ invitationId: keyIn(inviterId, String(n)), inviterId, recipientId, groupId: memberOf(7) },
    ...{ route: 'profile' as const, subject: 'Einladung in unsere Gruppe', text },
    ...{ sentAt, repeatableAt: repeatableAt(sentAt) },
  }
  const pace = { burst: 20, everyMs: 60_000 }
  const deliveries = deliveriesOf(invitation)
  await invitationsIn(pool).commit({ invitation, textFingerprint, deliveries, pace })
}

/** As long as a UUID. */
function memberOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** With all indexes, for each row. */
async function bytesOf(table: string): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `SELECT (pg_total_relation_size($1) / (SELECT count(*) FROM ${table}))::integer AS bytes`,
    [table],
  )
  return rows[0]?.bytes ?? 0
}

async function walAt(): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS bytes`,
  )
  return Number(rows[0]?.bytes)
}
