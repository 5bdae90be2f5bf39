import { deliveriesOf } from 'group-invitations'
import { expect, test } from 'vitest'
import type { Database } from '../database.js'
import { factsIn } from '../facts.js'
import { nameOf, prepared, preparing } from '../prepared.js'
import { repositoriesIn } from '../repositories.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'

/** Finds nothing, and keeps what was asked. */
function recorder() {
  const asked: string[] = []
  const database: Database = {
    query: (sql) => {
      asked.push(sql)
      return Promise.resolve({ rows: [] })
    },
  }
  return { asked, database }
}

const invitation = {
  ...aRequest(),
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: after(NOW, 1000),
}
const record = { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation) }

test('every statement of a send has a name of its own', async () => {
  const { asked, database } = recorder()
  const { invitations } = repositoriesIn(database)
  const pace = { burst: 5, everyMs: 60_000 }
  await invitations.findInvitation('i-1')
  await invitations.findFreeAt?.('anna')
  await Promise.allSettled([
    factsIn(database)(aRequest(), NOW),
    factsIn(database, { MassMessage: 'off' })(aRequest(), NOW),
    invitations.commit(record),
    invitations.commit({ ...record, pace }),
  ])
  const statements = new Set(asked)
  expect(statements.size).toBe(7)
  const names = [...statements].map(nameOf)
  expect(names).not.toContain(undefined)
  expect(new Set(names).size).toBe(7)
})

test('no statement that takes a list of members or groups has a name', async () => {
  const { asked, database } = recorder()
  const { invitations, profiles, memberships, contacts, preferences, groups } =
    repositoriesIn(database)
  await invitations.findClaims('anna', ['bernd'])
  await profiles.findProfiles(['bernd'], 'anna')
  await memberships.findStandings(['chess'], ['bernd'])
  await contacts.findContactsAmong('anna', ['bernd'])
  await preferences.findOptOuts(['bernd'], ['anna'], ['chess'])
  await groups.findGroups(['chess'])
  expect(asked.map(nameOf)).toEqual(Array.from({ length: 6 }, () => undefined))
})

test('the name comes from the text, and fits into the 63 bytes that PostgreSQL keeps', () => {
  const one = prepared('SELECT 1')
  const other = prepared('SELECT 1 ')
  expect(nameOf(one)).toMatch(/^[a-z0-9_]{20,63}$/)
  expect(nameOf(other)).not.toBe(nameOf(one))
  expect(nameOf(prepared('SELECT 1'))).toBe(nameOf(one))
})

test('only a statement with a name is sent by one', async () => {
  const sent: unknown[] = []
  const database = preparing({
    query: (...statement) => {
      sent.push(statement)
      return Promise.resolve({ rows: [] })
    },
  })
  const text = prepared('SELECT $1')
  await database.query(text, [1])
  await database.query('SELECT 2')
  expect(sent).toEqual([
    [{ name: nameOf(text), text }, [1]],
    ['SELECT 2', undefined],
  ])
})

test('what takes only strings is no pool to `preparing`: it would get objects', async () => {
  const { asked, database } = recorder()
  // @ts-expect-error `query` takes only strings.
  await preparing(database).query(prepared('SELECT 3'))
  expect(asked).toEqual([{ name: nameOf('SELECT 3'), text: 'SELECT 3' }])
})
