import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { deliveriesOf, repeatableAt } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { nodeSqlite } from '../../docs/adapters/sqlite/node-sqlite.js'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { seed } from '../../docs/adapters/sqlite/test/fixtures.js'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { runHunted } from '../support/race/hunted.js'
import { type Answer, Journal } from '../support/race/journal.js'
import { attemptsOf, networkFor, type Plan, recipientOf } from '../support/race/plan.js'
import { databaseForEachTest } from '../support/sqlite.js'

const DatabaseSync = await sqlite()
const scripts = 'test/adapters/sqlite-processes'

const opened = databaseForEachTest(DatabaseSync)

const all = (sql: string) => opened.connection.prepare(sql).all() as Record<string, unknown>[]
const stored = () => ({
  ...all(`SELECT (SELECT count(*) FROM claims) AS claims,
                 (SELECT count(*) FROM invitations) AS invitations,
                 (SELECT count(*) FROM deliveries) AS deliveries`)[0],
})

function aRecord(invitationId: string) {
  const invitation = { ...aRequest(), invitationId, sentAt: NOW, repeatableAt: repeatableAt(NOW) }
  return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation) }
}

describe.skipIf(!DatabaseSync)('SQLite', () => {
  test('stores nothing of a commit that fails in the middle, and goes on', async () => {
    await seed(opened.database, NETWORK)
    const { invitations } = repositoriesIn(opened.database)
    // The claim, the invitation and the first delivery are written by then.
    opened.connection
      .exec(`CREATE TRIGGER failing BEFORE INSERT ON deliveries WHEN NEW.channel = 'news'
                   BEGIN SELECT RAISE(FAIL, 'disk is full'); END`)
    await expect(invitations.commit(aRecord('i-1'))).rejects.toThrow('disk is full')
    expect(stored()).toEqual({ claims: 0, invitations: 0, deliveries: 0 })
    await expect(invitations.commit(aRecord('i-1'))).rejects.toThrow('disk is full')
    opened.connection.exec('DROP TRIGGER failing')
    expect(await invitations.commit(aRecord('i-1'))).toEqual({ type: 'Committed' })
    expect(stored()).toEqual({ claims: 1, invitations: 1, deliveries: 2 })
    expect(await invitations.commit(aRecord('i-2'))).toMatchObject({ type: 'PairTaken' })
    // Nothing is left open that would keep others from writing.
    const { preferences } = repositoriesIn(nodeSqlite(another()))
    await preferences.setOptOut('bernd', 'all', true)
  })

  test('reads while another process writes a lot', async () => {
    await seed(opened.database, NETWORK)
    const other = another()
    // More than the writer keeps in memory, so that it must write to the file before it commits.
    other.exec(`PRAGMA cache_size = 10; BEGIN IMMEDIATE;
      INSERT INTO groups SELECT value, hex(randomblob(500)), NULL, NULL
        FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 2000) SELECT value FROM n)`)
    opened.connection.exec('PRAGMA busy_timeout = 100')
    expect(all('SELECT count(*) AS count FROM groups')).toEqual([{ count: 2 }])
    other.exec('ROLLBACK')
  })

  test('waits for another process that writes', async () => {
    const holder = spawn(
      process.execPath,
      ['--import', 'tsx', `${scripts}/lock.ts`, opened.file, '1000'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    await once(holder.stdout, 'data')
    const began = Date.now()
    expect(await repositoriesIn(opened.database).invitations.commit(aRecord('i-1'))).toEqual({
      type: 'Committed',
    })
    expect(Date.now() - began).toBeGreaterThan(500)
    await once(holder, 'exit')
    expect(all('PRAGMA busy_timeout')).toEqual([{ timeout: 5000 }])
  })

  test('gives each pair one invitation, whole, to processes that are killed and commits that fail', async () => {
    const plan: Plan = { sends: 1200, pairs: 60, processes: 4, connections: 1 }
    await seed(opened.database, networkFor(plan))
    // Slow enough to be killed in the middle, and failing now and then.
    opened.connection.exec(`
      CREATE TRIGGER slow BEFORE INSERT ON invitations BEGIN
        SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n);
      END;
      CREATE TRIGGER failing BEFORE INSERT ON deliveries WHEN NEW.channel = 'news' AND random() % 3 = 0
      BEGIN SELECT RAISE(FAIL, 'disk is full'); END;`)
    const files = Array.from({ length: plan.processes }, (_nothing, at) =>
      join(opened.folder, `said-${at}`),
    )
    const killed = await runHunted(
      `${scripts}/sender.ts`,
      files.map((journal, at) => [opened.file, journal, String(at), JSON.stringify(plan)]),
      { kills: 12, every: 250 },
    )
    expect(killed).toBeGreaterThan(3)
    expect(stored()).toEqual({
      claims: plan.pairs,
      invitations: plan.pairs,
      deliveries: 2 * plan.pairs,
    })
    const whole =
      all(`SELECT invitation_id, recipient_id FROM invitations JOIN claims USING (invitation_id, recipient_id)
                        WHERE 2 = (SELECT count(*) FROM deliveries WHERE deliveries.invitation_id = invitations.invitation_id)`)
    const winners = new Map(whole.map((row) => [row['recipient_id'], row['invitation_id']]))
    expect(winners.size).toBe(plan.pairs)
    const answers = files.flatMap((journal) => new Journal<Answer>(journal).entries())
    const answerTo = new Map(answers.map((answer) => [answer.invitationId, answer]))
    expect([answers.length, answerTo.size]).toEqual([plan.sends, plan.sends])
    for (let which = 0; which < plan.processes; which += 1) {
      for (const { invitationId, pair } of attemptsOf(plan, which)) {
        const winner = winners.get(recipientOf(pair))
        expect(answerTo.get(invitationId)?.by).toBe(winner === invitationId ? undefined : winner)
      }
    }
  })
})

function another() {
  if (!DatabaseSync) throw new Error('not reached')
  return new DatabaseSync(opened.file)
}
