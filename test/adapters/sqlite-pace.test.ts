import { join } from 'node:path'
import { deliveriesOf, type InvitationRecord, type Pace } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invitationsIn } from '../../docs/adapters/sqlite/invitations.js'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { seed } from '../../docs/adapters/sqlite/test/fixtures.js'
import { after, aRequest, NOW } from '../support/builders.js'
import { checkPaces, type Paced, type StoredSend } from '../support/race/check-paces.js'
import { runHunted } from '../support/race/hunted.js'
import { Journal } from '../support/race/journal.js'
import { networkOfPaces, type PacePlan } from '../support/race/pace-plan.js'
import { runs } from '../support/runs.js'
import { databaseForEachTest } from '../support/sqlite.js'

const DatabaseSync = await sqlite()

const opened = databaseForEachTest(DatabaseSync)

const all = (sql: string) => opened.database.find<Record<string, unknown>>(sql)

const recordAt = (sentAt: Date, recipientId: string, pace: Pace): InvitationRecord => {
  const invitationId = `to-${recipientId}`
  const repeatableAt = after(sentAt, 1e10)
  const invitation = { ...aRequest({ recipientId }), invitationId, sentAt, repeatableAt }
  return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation), pace }
}

describe.skipIf(!DatabaseSync)('SQLite', () => {
  test('has the outcomes and the instants of the store in memory, whatever the pace and the clock', async () => {
    const pace = fc.record({
      burst: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(100_000)),
      everyMs: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(31_536_000_000)),
    })
    const ahead = fc.integer({ min: -30, max: 30 })
    const sends = fc.array(fc.record({ pace, ahead, to: fc.nat({ max: 30 }) }), { maxLength: 12 })
    const seen = new Set<string>()
    const invitations = invitationsIn(opened.database)
    for (const each of fc.sample(sends, runs(60))) {
      for (const table of ['claims', 'invitations', 'deliveries', 'paces']) {
        opened.connection.exec(`DELETE FROM ${table}`)
      }
      const { invitations: inMemory } = createInMemoryRepositories({})
      for (const { pace, ahead, to } of each) {
        const record = recordAt(after(NOW, ahead), `guest-${to}`, pace)
        const outcome = await invitations.commit(record)
        expect(outcome).toEqual(await inMemory.commit(record))
        expect(await invitations.findFreeAt?.('anna')).toEqual(await inMemory.findFreeAt?.('anna'))
        seen.add(outcome.type)
      }
    }
    expect([...seen].sort()).toEqual(['Committed', 'IdTaken', 'PaceTaken'])
  })

  test('uses nothing of the pace if the commit fails later', async () => {
    const invitations = invitationsIn(opened.database)
    const pace = { burst: 1, everyMs: 60_000 }
    opened.connection.exec(`CREATE TRIGGER failing BEFORE INSERT ON deliveries
                   BEGIN SELECT RAISE(FAIL, 'disk is full'); END`)
    await expect(invitations.commit(recordAt(NOW, 'bernd', pace))).rejects.toThrow('disk is full')
    expect(await invitations.findFreeAt?.('anna')).toBeUndefined()
    opened.connection.exec('DROP TRIGGER failing')
    expect(await invitations.commit(recordAt(NOW, 'bernd', pace))).toEqual({ type: 'Committed' })
    expect(await invitations.findFreeAt?.('anna')).toEqual(after(NOW, 60_000))
  })

  test('lets a burst pass for each inviter, to processes that are killed and commits that fail', async () => {
    const plan: PacePlan = {
      pace: { burst: 20, everyMs: 72 * 60_000 },
      inviters: 4,
      sends: 200,
      processes: 4,
      connections: 1,
      startAt: Date.now() + 2000,
    }
    await seed(opened.database, networkOfPaces(plan))
    opened.connection.exec(`
      CREATE TRIGGER failing BEFORE INSERT ON deliveries WHEN NEW.channel = 'news' AND random() % 3 = 0
      BEGIN SELECT RAISE(FAIL, 'disk is full'); END;`)
    const files = Array.from({ length: plan.processes }, (_nothing, at) =>
      join(opened.folder, `${at}`),
    )
    await runHunted(
      'test/adapters/sqlite-processes/pacer.ts',
      files.map((journal, at) => [opened.file, journal, String(at), JSON.stringify(plan)]),
      { kills: 6, every: 700 },
    )
    const journal = files.flatMap((each) => new Journal<Paced>(each).entries())
    expect(journal).toHaveLength(plan.inviters * plan.sends)
    // In the order of the commits.
    const stored = await all(
      'SELECT invitation_id AS invitationId, inviter_id AS inviterId, sent_at AS sentAt FROM invitations ORDER BY rowid',
    )
    const freeAts = (await all('SELECT inviter_id, free_at FROM paces')).map(
      (row) => [String(row['inviter_id']), Number(row['free_at'])] as const,
    )
    // The columns have the types of the fields.
    const sends = stored as unknown as StoredSend[]
    expect(checkPaces(plan.pace, sends, new Map(freeAts), journal)).toEqual([])
    expect(stored).toHaveLength(plan.inviters * plan.pace.burst)
  })
})
