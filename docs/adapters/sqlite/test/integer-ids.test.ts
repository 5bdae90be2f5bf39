import { AnswerService, InvitationPolicy, InvitationService } from 'group-invitations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { repositoriesWithUsers, USERS, usersIn } from '../../../examples/integer-ids.js'
import type { Database, Value } from '../database.js'
import { standingOf } from './fixtures.js'
import { openFile } from './libsql-file.js'

const LARGEST = '9223372036854775807'

const file = await openFile()
const repositories = repositoriesWithUsers(file.one)

beforeAll(() =>
  file.client.executeMultiple(`
    DROP TABLE members; ${USERS};
    INSERT INTO users (id, name) VALUES (0, 'Zoe'), (1, 'Anna'), (2, 'Bernd'), (${LARGEST}, 'Max');
    INSERT INTO groups (group_id, name, admission) VALUES ('7', 'Chess', 'open');
    INSERT INTO memberships (group_id, member_id, standing) VALUES ('7', '1', 'member');
    INSERT INTO blocks (member_id, blocked_id) VALUES ('1', '0')`),
)
afterAll(() => {
  file.close()
})

const namesOf = async (memberIds: readonly string[], viewerId = '5') => {
  const profiles = await repositories.profiles.findProfiles(memberIds, viewerId)
  return [...profiles].map(([memberId, { displayName }]) => [memberId, displayName])
}

test('finds users by their integer ids', async () => {
  expect(await namesOf(['2', '1', LARGEST, '0'])).toEqual([
    ['2', 'Bernd'],
    ['1', 'Anna'],
    [LARGEST, 'Max'],
    ['0', 'Zoe'],
  ])
})

test.each(['02', '+2', '-0', ' 2', '2 ', '2.0', '2e0', '0x2', 'anna', '', '9223372036854775808'])(
  '%j is nobody',
  async (memberId) => {
    expect(await namesOf([memberId])).toEqual([])
  },
)

test.each(['0', '1'])('hides who has blocked, and who was blocked, from %s', async (viewerId) => {
  const others = ['0', '1'].filter((memberId) => memberId !== viewerId)
  expect(await namesOf(others, viewerId)).toEqual([])
  expect(await namesOf(others)).toHaveLength(1)
})

test('finds them by the key of the table', async () => {
  const plan: unknown[] = []
  const explaining: Database = {
    ...file.one,
    async find<Row>(sql: string, ...parameters: readonly Value[]) {
      plan.push(...(await file.one.find(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)))
      return [] as Row[]
    },
  }
  await usersIn(explaining).findProfiles(['2'], '1')
  const detail: unknown = expect.stringMatching(/^SEARCH users USING INTEGER PRIMARY KEY/)
  expect(plan).toContainEqual(expect.objectContaining({ detail }))
})

test('sends, and admits who accepts', async () => {
  const policy = new InvitationPolicy(repositories, {
    enforcement: { ProfileReferenceMissing: 'off' },
  })
  const request = {
    ...aRequest({ inviterId: '1', recipientId: '2', groupId: '7' }),
    text: 'Dear Bernd, would you like to play with us on Friday?',
  }
  const service = new InvitationService(policy, repositories)
  expect((await service.send(request, { invitationId: 'i-1' })).isOk()).toBe(true)
  const answer = { invitationId: 'i-1', memberId: '2' }
  expect((await new AnswerService(policy, repositories).accept(answer)).isOk()).toBe(true)
  expect(await standingOf(file.one, '7', '2')).toBe('member')
})
