import { afterAll, expect, test } from 'vitest'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { is } from 'drizzle-orm'
import * as invitationTables from '../invitation-tables.js'
import { keyOf } from '../keys.js'
import { repositoriesIn } from '../repositories.js'
import * as schema from '../schema.js'
import { SITE } from './fixtures.js'
import { openExisting } from './open-existing.js'

const { client, database } = await openExisting(`
  INSERT INTO users (id, username, email, first_name, last_name, suspended_at, deleted_at) VALUES
    (1, 'a.b', '', 'Anna', 'Berg', NULL, NULL),
    (2, 'nameless', '', NULL, ' ', NULL, NULL),
    (3, 'suspended', '', 'Su', 'S', '2025-01-01', NULL),
    (4, 'deleted', '', 'De', 'L', NULL, '2025-01-01'),
    (5, 'über/uns', '', NULL, 'Duo', NULL, NULL),
    (9223372036854775807, 'last', '', 'The', 'Last', NULL, NULL);
  INSERT INTO communities (id, slug, title, visibility, join_policy) VALUES
    (1, 'open', 'Open', 'public', 'open'),
    (2, 'hidden', 'Hidden', 'private', 'open'),
    (3, 'closed', 'Closed', 'public', 'invite_only'),
    (4, 'blank', ' ', 'public', 'open');
  INSERT INTO community_members (community_id, user_id, role, state) VALUES (1, 1, 'owner', 'active');
  INSERT INTO friendships (user_low, user_high, requested_by, status) VALUES (1, 2, 1, 'accepted');
  INSERT INTO notification_settings (user_id, community_invites, digest) VALUES (1, false, 'daily')`)
afterAll(() => client.close())

const { memberships, profiles, preferences, contacts, groups, invitations, answers } =
  repositoriesIn(database, SITE)

/** None of them is a key of the store, though each would be one by `Number` or `BigInt`, or fail the query. */
const STRANGE = ['007', '01', 'abc', '1e0', ' 1', '1 ', '1.0', '+1', '-1', '0', '', '0x1', '٣']
const TOO_LARGE = ['9223372036854775808', '10000000000000000000', '9'.repeat(255)]
const NOBODY = [...STRANGE, ...TOO_LARGE]

test('has one key for each identifier', () => {
  expect(NOBODY.filter((id) => keyOf(id) !== undefined)).toEqual([])
  for (const id of ['1', '17', '9007199254740993', '9223372036854775807'])
    expect(String(keyOf(id))).toBe(id)
})

test('finds nobody by an identifier that it cannot have, beside those that it has', async () => {
  const ids = [...NOBODY, '1']
  const standings = await memberships.findStandings(ids, ids)
  expect([...standings].map(([id, inGroup]) => [id, ...inGroup])).toEqual([
    ['1', ['1', 'moderator']],
  ])
  expect([...(await profiles.findProfiles(ids, '1')).keys()]).toEqual(['1'])
  expect([...(await preferences.findOptOuts(ids, ids, ids)).keys()]).toEqual(['1'])
  expect([...(await contacts.findContactsAmong('2', ids))]).toEqual(['1'])
  expect([...(await groups.findGroups(ids)).keys()]).toEqual(['1'])
  expect((await invitations.findClaims('1', ids)).size).toBe(0)
})

test.each(NOBODY)('%j has nothing, and fails nothing', async (id) => {
  expect(await memberships.findGroupsOf(id)).toEqual([])
  expect([...(await profiles.findProfiles(['1'], id))]).toEqual([])
  expect([...(await contacts.findContactsAmong(id, ['1', '2']))]).toEqual([])
  expect(await contacts.findContactsOf(id)).toEqual([])
  expect([...(await invitations.findClaims(id, ['1']))]).toEqual([])
  expect(await invitations.findRecentFingerprints(id, new Date(0), 9)).toEqual([])
  expect(await invitations.findFreeAt?.(id)).toBeUndefined()
  expect(await answers.findInvitationsOf(id, 'inviter', 9)).toEqual([])
  await preferences.setOptOut(id, 'all', true)
  await preferences.setOptOut('1', { inviterId: id }, true)
  await preferences.setOptOut('1', { groupId: id }, true)
  expect(await database.select().from(invitationTables.optOuts)).toEqual([])
})

test('finds only contacts that are asked for, also beside the member', async () => {
  expect([...(await contacts.findContactsAmong('1', ['1']))]).toEqual([])
  expect([...(await contacts.findContactsAmong('1', ['1', '2']))]).toEqual(['2'])
})

test('finds the last key of all', async () => {
  const last = '9223372036854775807'
  expect([...(await profiles.findProfiles([last], last)).keys()]).toEqual([last])
})

test('finds neither suspended nor deleted users, and a name for each other one', async () => {
  const found = await profiles.findProfiles(['1', '2', '3', '4', '5'], '1')
  expect([...found].map(([id, { displayName, url }]) => [id, displayName, url])).toEqual([
    ['1', 'Anna Berg', `${SITE}/people/a.b`],
    ['2', 'nameless', `${SITE}/people/nameless`],
    ['5', 'Duo', `${SITE}/people/%C3%BCber%2Funs`],
  ])
  expect(found.get('2')).toMatchObject({ givenName: undefined, familyName: undefined })
})

test('lets anybody join only what is open and public, and finds no community without a title', async () => {
  const found = await groups.findGroups(['1', '2', '3', '4'])
  expect([...found].map(([id, { admission, url }]) => [id, admission, url])).toEqual([
    ['1', 'open', `${SITE}/communities/open`],
    ['2', 'approval', `${SITE}/communities/hidden`],
    ['3', 'approval', `${SITE}/communities/closed`],
  ])
})

test('writes the switch, and no other setting', async () => {
  for (const isOut of [false, true]) await preferences.setOptOut('1', 'all', isOut)
  await preferences.setOptOut('2', 'all', true)
  await preferences.setOptOut('5', 'all', false)
  const rows = await database
    .select()
    .from(schema.notificationSettings)
    .orderBy(schema.notificationSettings.userId)
  expect(rows).toEqual([
    { userId: 1n, communityInvites: false, mentions: true, digest: 'daily' },
    { userId: 2n, communityInvites: false, mentions: true, digest: 'weekly' },
  ])
})

test('finds any number at once, also more than a statement may have parameters', async () => {
  const ids = Array.from({ length: 70_000 }, (_, at) => String(at + 1))
  expect((await profiles.findProfiles(ids, '1')).size).toBe(3)
  expect((await contacts.findContactsAmong('1', ids)).size).toBe(1)
})

const tables = Object.values({ ...schema, ...invitationTables }).filter((table) =>
  is(table, PgTable),
)

test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  '%s has the columns that Drizzle selects',
  async (_, table) => {
    expect(Array.isArray(await database.select().from(table).limit(1))).toBe(true)
  },
)
