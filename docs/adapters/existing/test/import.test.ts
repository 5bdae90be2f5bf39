import { AnswerService, InvitationPolicy, repeatableAt } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { PGlite } from '@electric-sql/pglite'
import { fingerprintImported } from '../import-fingerprints.js'
import { repositoriesIn } from '../repositories.js'
import { SITE } from './fixtures.js'
import { openExisting } from './open-existing.js'

const client = new PGlite()
afterAll(() => client.close())

const PEOPLE = `
  INSERT INTO users (id, username, email, first_name, last_name)
  SELECT id, 'user' || id, '', 'Name' || id, 'Family' FROM generate_series(1, 40) AS id;
  INSERT INTO communities (id, slug, title, join_policy) VALUES (1, 'chess', 'Chess', 'open'), (2, 'choir', 'Choir', 'open');`

async function openAfter(before: string) {
  const { database } = await openExisting(PEOPLE + before, client)
  return { database, repositories: repositoriesIn(database, SITE) }
}

test('imports what became of each invitation of the last 6 months', async () => {
  const { repositories } = await openAfter(`
    INSERT INTO community_invitations (id, community_id, inviter_id, invitee_id, message, status, created_at, responded_at)
    SELECT id, 1, 1, 10 + id, ' Hi ', status, now() AT TIME ZONE 'UTC' - interval '1 month', responded_at::timestamp
      FROM (VALUES (1, 'pending', NULL), (2, 'accepted', '2026-05-06 07:08:09.012'), (3, 'accepted', NULL),
                   (4, 'declined', '2026-05-06 07:08:09.012'), (5, 'revoked', NULL), (6, 'expired', NULL))
        AS old (id, status, responded_at)`)
  const ids = [1, 2, 3, 4, 5, 6].map((id) => `community-invitation-${id}`)
  const { rows } = await client.query<{ now: Date }>('SELECT now()')
  const { answers, invitations } = repositories
  const found = await answers.findChanges(ids)
  const answered = new Date('2026-05-06T07:08:09.012Z')
  expect(ids.map((id) => found.get(id))).toMatchObject(
    [
      undefined,
      { status: 'Accepted', changedAt: answered, changedBy: { memberId: '12' } },
      { status: 'Accepted', changedBy: { memberId: '13' } },
      { status: 'Declined', changedAt: answered, changedBy: { memberId: '14' } },
      { status: 'Withdrawn', changedBy: { network: 'imported' } },
      undefined,
    ].map((change) => change ?? undefined),
  )
  // Answers without a date have that of the import.
  const imported = found.get('community-invitation-3')?.changedAt.getTime() ?? 0
  expect(Math.abs(imported - Number(rows[0]?.now))).toBeLessThan(60_000)
  const pending = await invitations.findInvitation('community-invitation-1')
  expect(pending).toMatchObject({ inviterId: '1', recipientId: '11', groupId: '1', text: 'Hi' })
  // What was declined, revoked or has expired takes its pair like the others.
  const claims = await invitations.findClaims('1', ['11', '12', '13', '14', '15', '16', '17'])
  expect([...claims.keys()].sort()).toEqual(['11', '12', '13', '14', '15', '16'])
})

test('ends each claim as the library does, in any time zone of the session', async () => {
  const ends = [
    '08-31 23:30:00.123',
    '08-29 12:00',
    '03-31 00:10',
    '05-31 03:59:59.999',
    '10-31 05:00',
    '11-30 23:59:59.999',
    '12-31 01:00',
    '02-28 12:00',
    '03-08 07:30',
    '11-01 05:30',
  ]
  const sent = ['2095', '2096', '2103'].flatMap((year) => ends.map((end) => `${year}-${end}`))
  const { repositories } = await openAfter(`
    SET TIME ZONE 'America/New_York';
    INSERT INTO community_invitations (community_id, inviter_id, invitee_id, created_at)
    VALUES ${sent.map((at, index) => `(1, 1, ${index + 2}, '${at}')`).join()};`)
  const recipients = sent.map((_, index) => String(index + 2))
  const claims = await repositories.invitations.findClaims('1', recipients)
  for (const [index, at] of sent.entries()) {
    const sentAt = new Date(`${at.replace(' ', 'T')}Z`)
    expect(claims.get(String(index + 2)), at).toMatchObject({
      sentAt,
      repeatableAt: repeatableAt(sentAt),
    })
  }
})

test('imports what is taken for a minute longer, and not what has been free for a minute', async () => {
  const { repositories } = await openAfter(`
    INSERT INTO community_invitations (community_id, inviter_id, invitee_id, created_at)
    WITH days AS (SELECT now() AT TIME ZONE 'UTC' - interval '1 day' * at AS sent FROM generate_series(170, 195) AS at)
    SELECT 1, 1, 2, max(sent) + interval '1 minute' FROM days WHERE sent + interval '6 months' <= now() AT TIME ZONE 'UTC'
    UNION ALL
    SELECT 1, 1, 3, max(sent) - interval '1 minute' FROM days WHERE sent + interval '6 months' <= now() AT TIME ZONE 'UTC'`)
  const claims = await repositories.invitations.findClaims('1', ['2', '3'])
  expect([...claims.keys()]).toEqual(['2'])
})

test('keeps the latest claim of a pair, cuts microseconds, and leaves other pairs apart', async () => {
  const { repositories } = await openAfter(`
    INSERT INTO community_invitations (id, community_id, inviter_id, invitee_id, status, created_at) VALUES
      (1, 1, 1, 2, 'revoked', '2095-01-02 03:04:05.000001'),
      (2, 2, 1, 2, 'pending', '2095-02-02 03:04:05.123999'),
      (3, 1, 2, 1, 'pending', '2095-01-02 03:04:05')`)
  const claim = (await repositories.invitations.findClaims('1', ['2'])).get('2')
  const sentAt = new Date('2095-02-02T03:04:05.123Z')
  const end = repeatableAt(sentAt)
  expect(claim).toEqual({ invitationId: 'community-invitation-2', sentAt, repeatableAt: end })
  expect((await repositories.invitations.findClaims('2', ['1'])).size).toBe(1)
})

test('lets a pending one be accepted, also without a message, and ends its invited row', async () => {
  const { repositories } = await openAfter(`
    INSERT INTO community_members (community_id, user_id, role, state) VALUES (1, 1, 'admin', 'active'), (1, 2, 'subscriber', 'invited');
    INSERT INTO community_invitations (id, community_id, inviter_id, invitee_id, message, created_at)
    VALUES (7, 1, 1, 2, E' \\n', now() AT TIME ZONE 'UTC' - interval '1 day')`)
  const answerService = new AnswerService(new InvitationPolicy(repositories), repositories)
  const received = await answerService.received('2')
  expect(received._unsafeUnwrap().items.map(({ invitation }) => invitation.invitationId)).toEqual([
    'community-invitation-7',
  ])
  const accepted = await answerService.accept({
    invitationId: 'community-invitation-7',
    memberId: '2',
  })
  expect(accepted._unsafeUnwrap()).toMatchObject({ status: 'Accepted', standing: 'member' })
  const { rows } = await client.query(
    'SELECT state, left_at IS NULL AS is_open FROM community_members WHERE user_id = 2 ORDER BY id',
  )
  expect(rows).toEqual([
    { state: 'left', is_open: false },
    { state: 'active', is_open: true },
  ])
})

test('adds the fingerprints of the last 30 days, once', async () => {
  const { database, repositories } = await openAfter(`
    INSERT INTO community_invitations (id, community_id, inviter_id, invitee_id, message, created_at)
    SELECT id, 1, 1, 10 + id, 'Hallo, komm doch in unsere Runde: du, Name' || 10 + id || ', und wir spielen jeden Freitag im Park Schach.',
           now() AT TIME ZONE 'UTC' - interval '1 day' * days
      FROM (VALUES (1, 1), (2, 2), (3, 40)) AS old (id, days)`)
  await fingerprintImported(database)
  await fingerprintImported(database)
  const since = new Date(Date.now() - 60 * 86_400_000)
  const found = await repositories.invitations.findRecentFingerprints('1', since, 9)
  expect(found.map(({ recipientId }) => recipientId)).toEqual(['11', '12'])
  // Copies, but for the names.
  expect(new Set(found.map(({ textFingerprint }) => textFingerprint)).size).toBe(1)
})
