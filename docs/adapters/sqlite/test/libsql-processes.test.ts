import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHunted } from '../../../../test/support/race/hunted.js'
import { type Answer, Journal } from '../../../../test/support/race/journal.js'
import {
  networkFor,
  type Plan,
  attemptsOf,
  recipientOf,
} from '../../../../test/support/race/plan.js'
import { seed } from './fixtures.js'
import { openFile } from './libsql-file.js'

test('libsql gives each pair one invitation, whole, to processes that are killed and commits that fail', async () => {
  const plan: Plan = { sends: 400, pairs: 20, processes: 4, connections: 1 }
  const { folder, file, one, client, close } = await openFile()
  await seed(one, networkFor(plan))
  // Slow enough to be killed in the middle, and for others to wait in vain, and failing now and then.
  await client.executeMultiple(`
    CREATE TRIGGER slow BEFORE INSERT ON invitations BEGIN
      SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n);
    END;
    CREATE TRIGGER failing BEFORE INSERT ON deliveries WHEN NEW.channel = 'news' AND random() % 3 = 0
    BEGIN SELECT RAISE(FAIL, 'disk is full'); END;`)
  const files = Array.from({ length: plan.processes }, (_nothing, at) => join(folder, `said-${at}`))
  const killed = await runHunted(
    'docs/adapters/sqlite/test/sender.ts',
    files.map((journal, at) => [file, journal, String(at), JSON.stringify(plan)]),
    { kills: 6, every: 400 },
  )
  expect(killed).toBeGreaterThan(1)
  const whole = await one.find<{ recipient_id: string; invitation_id: string }>(
    `SELECT recipient_id, invitation_id FROM claims JOIN invitations USING (invitation_id, recipient_id)
      WHERE 2 = (SELECT count(*) FROM deliveries WHERE deliveries.invitation_id = claims.invitation_id)`,
  )
  const winners = new Map(whole.map((row) => [row.recipient_id, row.invitation_id]))
  expect(winners.size).toBe(plan.pairs)
  const counts = await one.find(
    `SELECT (SELECT count(*) FROM invitations) AS invitations, (SELECT count(*) FROM deliveries) AS deliveries`,
  )
  expect(counts).toEqual([{ invitations: plan.pairs, deliveries: 2 * plan.pairs }])
  const answers = files.flatMap((journal) => new Journal<Answer>(journal).entries())
  const answerTo = new Map(answers.map((answer) => [answer.invitationId, answer]))
  expect([answers.length, answerTo.size]).toEqual([plan.sends, plan.sends])
  for (let which = 0; which < plan.processes; which += 1) {
    for (const { invitationId, pair } of attemptsOf(plan, which)) {
      const winner = winners.get(recipientOf(pair))
      expect(answerTo.get(invitationId)?.by).toBe(winner === invitationId ? undefined : winner)
    }
  }
  close()
}, 120_000)
