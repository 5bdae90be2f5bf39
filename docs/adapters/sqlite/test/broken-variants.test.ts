import { afterAll, describe, expect, test } from 'vitest'
import { contractsOf } from '../../../../test/support/contracts-of.js'
import { failedCases } from '../../../../test/support/failed-cases.js'
import type { Database } from '../database.js'
import { sqliteFixtures } from './fixtures.js'
import { openFile } from './libsql-file.js'

const file = await openFile()
afterAll(() => file.close())

const CHANGED = `WHERE changes() = 1`
const HIGHEST = `CASE memberships.standing WHEN 'pending' THEN excluded.standing ELSE memberships.standing END`

/** Whether the case fails over the adapter with other words in its batches, which must occur there. */
async function failsWith(words: string, others: string, meant: string) {
  let count = 0
  const database: Database = {
    ...file.one,
    batch: (statements) =>
      file.one.batch(
        statements.map(({ sql, parameters }) => {
          if (sql.includes(words)) count += 1
          return { sql: sql.replace(words, others), parameters }
        }),
      ),
  }
  const failed = await failsOver(database, meant)
  expect(count).toBeGreaterThan(0)
  return failed
}

async function failsOver(database: Database, meant: string) {
  const cases = contractsOf(sqliteFixtures(database, file.other)).flatMap(([, each]) => each)
  const failed = await failedCases(cases.filter(({ id }) => id === meant))
  return failed.length === 1
}

describe('the kit finds an adapter that', () => {
  test.each([
    [
      'stores the invitation though the pair is taken',
      `?12 ${CHANGED}`,
      '?12',
      'commit/pair-taken',
    ],
    [
      'stores the deliveries though the invitation is not stored',
      `json_each(?1) ${CHANGED}`,
      'json_each(?1)',
      'commit/nothing-if-pair-taken',
    ],
    [
      'uses the pace though the pair is taken',
      `?2 + ?3 ${CHANGED}`,
      '?2 + ?3 WHERE true',
      'commit/pace-unused',
    ],
    [
      'takes the pair though the identifier is taken',
      'NOT EXISTS (SELECT 1 FROM invitations WHERE invitation_id = ?3)',
      'true',
      'commit/id-taken',
    ],
    [
      'takes the pair though the pace is used up',
      'AND NOT EXISTS (SELECT 1 FROM paces WHERE inviter_id = ?1 AND free_at > ?6)',
      '',
      'commit/nothing-if-pace-taken',
    ],
    ['allows one less than the burst', 'free_at > ?6', 'free_at >= ?6', 'commit/pace-free'],
    [
      'counts the pace from the past',
      'max(paces.free_at, ?2)',
      'paces.free_at',
      'commit/pace-stored',
    ],
    [
      'replaces a claim that is open',
      'claims.repeatable_at <= excluded.sent_at',
      'true',
      'commit/nothing-if-pair-taken',
    ],
    [
      'keeps a claim at its end',
      'claims.repeatable_at <= excluded.sent_at',
      'claims.repeatable_at < excluded.sent_at',
      'commit/claim-ended',
    ],
    ['stores the answer of somebody banned', 'AND changes() = 1', '', 'change/banned'],
    ['lifts a ban', `WHERE memberships.standing <> 'banned'`, 'WHERE true', 'change/banned'],
    ['lowers a standing', HIGHEST, 'excluded.standing', 'change/lowers-none'],
    [
      'admits though the status has changed',
      `invitations WHERE \n  invitation_id = ?1 AND coalesce(status, 'Open') IN (SELECT value FROM json_each(?2))`,
      'invitations WHERE invitation_id = ?1 AND ?2 IS NOT NULL',
      'change/admits-only',
    ],
  ])('%s', async (_fault, words, others, id) => {
    expect(await failsWith(words, others, id)).toBe(true)
  })

  test('writes in a batch that is no transaction', async () => {
    const { one } = file
    const batch: Database['batch'] = async (statements) => {
      const found = []
      for (const statement of statements) {
        found.push(...(await one.batch([statement])))
        await new Promise((resolve) => setTimeout(resolve))
      }
      return found
    }
    expect(await failsOver({ ...one, batch }, 'commit/race-for-pair')).toBe(true)
  })
})
