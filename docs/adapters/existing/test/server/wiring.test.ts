import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { claims } from '../../invitation-tables.js'
import { openService } from '../../wiring.js'
import { MIGRATION, SCHEMA, SITE } from '../fixtures.js'

const server = await openDatabase(`${SCHEMA};${MIGRATION}`)
const other = server.pool()
afterAll(() => server.close())

beforeEach(() =>
  other.query(`
    TRUNCATE users, communities, opt_outs, claims, invitations, deliveries CASCADE;
    INSERT INTO users (id, username, email, first_name) VALUES
      (1, 'anna', '', 'Anna'), (2, 'bernd', '', 'Bernd');
    INSERT INTO profile_interests (user_id, kind, position, label) VALUES (2, 'offering', 1, 'TypeScript');
    INSERT INTO communities (id, slug, title, join_policy) VALUES (1, 'typescript', 'TypeScript', 'open');
    INSERT INTO community_members (community_id, user_id, role, state) VALUES (1, 1, 'owner', 'active')`),
)

const request = {
  inviterId: '1',
  recipientId: '2',
  groupId: '1',
  route: 'profile',
  text: 'Lieber Bernd, du bietest TypeScript an. Unsere Gruppe trifft sich jeden Montag und sucht Vorträge.',
  reference: { field: 'haves', entry: 'TypeScript' },
} as const

test('what is wired together sends and answers, 200 times at once', async () => {
  const problems: unknown[] = []
  const log = (problem: unknown) => void problems.push(problem)
  const { pool, service, answerService } = openService(server.url, log, { site: SITE })
  const sent = await Promise.all(
    Array.from({ length: 200 }, () => service.send(request, { invitationId: 'i-1' })),
  )
  expect(sent.filter((each) => each.isErr())).toEqual([])
  expect(sent.filter((each) => !each._unsafeUnwrap().replayed)).toHaveLength(1)
  const accepted = await answerService.accept({ invitationId: 'i-1', memberId: '2' })
  expect(accepted._unsafeUnwrap()).toMatchObject({ status: 'Accepted', standing: 'member' })
  await pool.end()
  expect(problems).toEqual([])
})

// The lock stands for a server that is silent for longer than the client waits, and does all that it was told later.
test('no write is lost in a transaction that could not be rolled back', async () => {
  const { pool, database, repositories } = openService(server.url, () => undefined, {
    site: SITE,
    pool: { statement_timeout: undefined, query_timeout: 300, max: 1 },
  })
  const blocker = await other.connect()
  await blocker.query('BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE')
  const silent = database.transaction(async (tx) => {
    await tx.select().from(claims)
  })
  await expect(silent).rejects.toThrow()
  await blocker.query('COMMIT')
  blocker.release()
  await pause(100)
  await repositories.preferences.setOptOut('2', { groupId: '1' }, true)
  const { rows } = await other.query('SELECT FROM opt_outs')
  expect(rows).toHaveLength(1)
  await pool.end()
})
