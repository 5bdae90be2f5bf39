import { join } from 'node:path'
import { type ChangeRecord, repeatableAt } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../docs/adapters/sqlite/database.js'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { seed, standingOf } from '../../docs/adapters/sqlite/test/fixtures.js'
import { aRequest, after, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { runHunted } from '../support/race/hunted.js'
import { Journal } from '../support/race/journal.js'
import { databaseForEachTest } from '../support/sqlite.js'
import type { Told } from './sqlite-processes/answerer.js'

const DatabaseSync = await sqlite()
const GROUP = 'typescript-hamburg'

const opened = databaseForEachTest(DatabaseSync)

function invitationTo(recipientId: string, invitationId: string, sentAt = NOW) {
  return { ...aRequest({ recipientId }), invitationId, sentAt, repeatableAt: repeatableAt(sentAt) }
}

describe.skipIf(!DatabaseSync)('SQLite', () => {
  test('stores neither status nor membership of a change that fails in the middle, and goes on', async () => {
    const invitation = invitationTo('bernd', 'i-1')
    await seed(opened.database, { ...NETWORK, invitations: [invitation] })
    const { answers } = repositoriesIn(opened.database)
    const changedBy = { memberId: 'bernd' }
    const accepting: ChangeRecord = {
      change: { invitationId: 'i-1', status: 'Accepted', changedAt: NOW, changedBy },
      from: ['Open', 'Declined'],
      invitation,
      admit: { groupId: GROUP, memberId: 'bernd', standing: 'member' },
    }
    opened.connection.exec(`CREATE TRIGGER failing BEFORE UPDATE ON invitations
                   BEGIN SELECT RAISE(FAIL, 'disk is full'); END`)
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(answers.change(accepting)).rejects.toThrow('disk is full')
      expect(await standingOf(opened.database, GROUP, 'bernd')).toBeUndefined()
    }
    opened.connection.exec('DROP TRIGGER failing')
    expect(await answers.change(accepting)).toEqual({ type: 'Changed', standing: 'member' })
    expect(await answers.findChanges(['i-1'])).toEqual(new Map([['i-1', accepting.change]]))
  })

  test('fails for an invitation that is not there any more', async () => {
    const { answers } = repositoriesIn(opened.database)
    const change = {
      invitationId: 'i-1',
      status: 'Withdrawn',
      changedAt: NOW,
      changedBy: { network: 'spam' },
    } as const
    const record = { change, from: ['Open'], invitation: invitationTo('bernd', 'i-1') } as const
    await expect(answers.change(record)).rejects.toThrow(`There is no invitation 'i-1'`)
  })

  test('knows which groups are open', async () => {
    await seed(opened.database, {
      groups: [
        { groupId: GROUP, name: 'TypeScript Hamburg', admission: 'open' },
        { groupId: 'chess', name: 'Schach' },
      ],
    })
    const { groups: repository } = repositoriesIn(opened.database)
    const found = await repository.findGroups([GROUP, 'chess'])
    const admissions = [GROUP, 'chess'].map((groupId) => found.get(groupId)?.admission)
    expect(admissions).toEqual(['open', undefined])
  })

  test.each(['inviter', 'recipient'] as const)(
    'finds a page of what one %s has sent or got by the index, without sorting',
    async (role) => {
      const plans: string[] = []
      const explaining: Database = {
        ...opened.database,
        find: async (sql, ...parameters) => {
          const plan = `EXPLAIN QUERY PLAN ${sql}`
          const rows = await opened.database.find<{ detail: string }>(plan, ...parameters)
          plans.push(rows.map(({ detail }) => detail).join('\n'))
          return []
        },
      }
      const { answers } = repositoriesIn(explaining)
      await answers.findInvitationsOf('anna', role, 10)
      await answers.findInvitationsOf('anna', role, 10, 'i-1')
      expect(plans).toHaveLength(2)
      const index = `SEARCH invitations USING INDEX invitations_of_${role} (${role}_id=?`
      expect(plans[0]).toBe(`${index})`)
      // It begins at the instant of the place, so that a late page costs as much as the first.
      expect(plans[1]).toContain(`${index} AND sent_at<?)`)
      expect(plans.join('\n')).not.toMatch(/TEMP B-TREE|SCAN invitations/)
    },
  )

  test('gives each invitation one end to processes that are killed and writes that fail', async () => {
    const COUNT = 150
    const guests = Array.from({ length: COUNT }, (_nothing, at) => `guest-${at}`)
    const now = after(new Date(), -1000)
    await seed(opened.database, {
      ...NETWORK,
      members: [
        ...NETWORK.members,
        ...guests.map((memberId) => ({ memberId, displayName: 'Gast' })),
      ],
      invitations: guests.map((guest, at) => invitationTo(guest, `i-${at}`, now)),
    })
    // Slow enough to be killed between membership and status, and failing now and then.
    opened.connection.exec(`
      CREATE TRIGGER slow BEFORE UPDATE ON invitations BEGIN
        SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT i FROM n);
        SELECT RAISE(FAIL, 'disk is full') WHERE random() % 4 = 0;
      END`)
    const files = [0, 1, 2].map((at) => join(opened.folder, `told-${at}`))
    const killed = await runHunted(
      'test/adapters/sqlite-processes/answerer.ts',
      files.map((journal, at) => [opened.file, journal, String(at), String(COUNT)]),
      { kills: 8, every: 400 },
    )
    expect(killed).toBeGreaterThan(1)
    const told = files.flatMap((journal) => new Journal<Told>(journal).entries())
    expect(told).toHaveLength(files.length * 3 * COUNT)
    const ids = guests.map((_guest, at) => `i-${at}`)
    const changes = await repositoriesIn(opened.database).answers.findChanges(ids)
    const ends = new Set<string>()
    for (const [at, invitationId] of ids.entries()) {
      const end = changes.get(invitationId)?.status ?? 'Open'
      ends.add(end)
      const standing = await standingOf(opened.database, GROUP, `guest-${at}`)
      expect(standing).toBe(end === 'Accepted' ? 'pending' : undefined)
      const answers = told.filter((each) => each.invitationId === invitationId)
      const allowed =
        end === 'Accepted'
          ? ['Accepted', 'Declined', 'InvitationAccepted']
          : ['Withdrawn', 'Declined', 'InvitationWithdrawn']
      for (const answer of answers) expect(allowed).toContain(answer.told)
      const winners = answers.filter((answer) => answer.told === end && !answer.replayed)
      expect(winners.length).toBeLessThanOrEqual(1)
    }
    expect([...ends].sort()).toEqual(['Accepted', 'Withdrawn'])
  }, 60_000)
})
