import { afterAll, beforeAll, expect, test } from 'vitest'
import { openService } from '../../wiring.js'
import { seed } from '../fixtures.js'
import { openDatabase } from './pools.js'

const SENDS = 1000
const CONNECTIONS = 10
// So that all commits take longer than a connection may be waited for.
const COMMIT_SECONDS = 0.04

const database = await openDatabase()
const problems: unknown[] = []
const { pool, service, answerService } = openService(database.url, (problem) =>
  problems.push(problem),
)
const guests = Array.from({ length: SENDS }, (_nothing, index) => `guest-${index}`)

beforeAll(async () => {
  const inviters = guests.map((guest) => `inviter-of-${guest}`)
  await seed(pool, {
    members: guests.map((memberId) => ({ memberId, displayName: 'Gast', haves: ['Schach'] })),
    groups: [{ groupId: 'chess', name: 'Schach', standings: {} }],
  })
  await pool.query(
    `INSERT INTO members (member_id, display_name) SELECT unnest($1::text[]), 'Gast'`,
    [inviters],
  )
  await pool.query(`INSERT INTO memberships SELECT 'chess', unnest($1::text[]), 'member'`, [
    inviters,
  ])
  await pool.query(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN PERFORM pg_sleep(${COMMIT_SECONDS}); RETURN NEW; END $$;
    CREATE TRIGGER dawdling BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION dawdle();
    CREATE TRIGGER dawdling BEFORE UPDATE ON invitations FOR EACH ROW EXECUTE FUNCTION dawdle();`)
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

test('1,000 sends at once: none fails', async () => {
  expect(pool.options.max).toBe(CONNECTIONS)
  expect((SENDS / CONNECTIONS) * COMMIT_SECONDS * 1000).toBeGreaterThan(
    pool.options.connectionTimeoutMillis ?? 0,
  )
  const began = Date.now()
  const sent = await Promise.all(
    guests.map((recipientId) =>
      service.send(
        {
          inviterId: `inviter-of-${recipientId}`,
          recipientId,
          groupId: 'chess',
          route: 'profile',
          text: 'Lieber Gast, du spielst Schach: Magst du am Montag gegen uns antreten?',
        },
        { invitationId: `to-${recipientId}` },
      ),
    ),
  )
  expect(sent.filter((each) => each.isErr())).toHaveLength(0)
  // Nor is the pool left idle: one by one would take twice as long as this at the least.
  expect(Date.now() - began).toBeLessThan((SENDS * COMMIT_SECONDS * 1000) / 2)
  expect(problems).toEqual([])
})

test('1,000 answers at once: none fails', async () => {
  const began = Date.now()
  const answered = await Promise.all(
    guests.map((memberId, at) => {
      const request = { invitationId: `to-${memberId}`, memberId }
      return at % 2 === 0 ? answerService.accept(request) : answerService.decline(request)
    }),
  )
  expect(answered.filter((each) => each.isErr())).toHaveLength(0)
  expect(Date.now() - began).toBeLessThan((SENDS * COMMIT_SECONDS * 1000) / 2)
  expect(problems).toEqual([])
})
