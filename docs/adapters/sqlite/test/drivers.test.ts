import { repeatableAt } from 'group-invitations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { repositoriesIn } from '../repositories.js'
import { proveDriver } from './driver-cases.js'
import { emptyTables, SCHEMA_STATEMENTS, seed } from './fixtures.js'
import { openFile } from './libsql-file.js'
import { openWorkers } from './workers.js'

const file = await openFile(20)
const workers = await openWorkers(['one', 'other'])

beforeAll(() => workers.databaseOf('one').batch(SCHEMA_STATEMENTS))

afterAll(async () => {
  file.close()
  await workers.close()
})

proveDriver('libsql', () => file.one)
proveDriver('D1', () => workers.databaseOf('one'))

test('libsql waits while somebody else writes, and reads meanwhile', async () => {
  await emptyTables(file.one)
  const { invitations } = repositoriesIn(file.one)
  const sent = { sentAt: NOW, repeatableAt: repeatableAt(NOW) }
  const recordOf = (invitationId: string, recipientId: string) => ({
    invitation: { ...aRequest({ recipientId }), invitationId, ...sent },
    textFingerprint: '1.',
    deliveries: [],
  })
  const writing = await file.client.transaction('write')
  let isCommitted = false
  const commit = async () => {
    const outcome = await invitations.commit(recordOf('i-1', 'bernd'))
    isCommitted = true
    return outcome
  }
  const committing = commit()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await invitations.findInvitation('i-1')).toBeUndefined()
  expect(isCommitted).toBe(false)
  await writing.commit()
  expect(await committing).toEqual({ type: 'Committed' })
  expect(await invitations.commit(recordOf('i-2', 'clara'))).toEqual({ type: 'Committed' })
  expect(await repositoriesIn(file.other).invitations.findInvitation('i-2')).toBeDefined()
})

test('libsql fails if somebody else writes for too long, and goes on afterwards', async () => {
  await emptyTables(file.one)
  const { preferences } = repositoriesIn(file.one)
  const writing = await file.client.transaction('write')
  await expect(preferences.setOptOut('anna', 'all', true)).rejects.toMatchObject({
    cause: { code: 'SQLITE_BUSY' },
  })
  await writing.commit()
  await preferences.setOptOut('anna', 'all', true)
  const found = await repositoriesIn(file.other).preferences.findOptOuts(['anna'], [], [])
  expect(found).toEqual(new Map([['anna', ['all']]]))
})

test('two Workers send over one database of D1', async () => {
  const database = workers.databaseOf('one')
  await emptyTables(database)
  await seed(database, NETWORK)
  const sendFrom = (name: string, invitationId: string) =>
    workers.ask(name, { send: [aRequest(), { invitationId }] })
  const invitation = { invitationId: 'i-1', recipientId: 'bernd' }
  expect(await sendFrom('one', 'i-1')).toMatchObject({ invitation, replayed: false })
  expect(await sendFrom('other', 'i-1')).toMatchObject({ invitation, replayed: true })
  const denials = [{ type: 'RateLimited6Months', invitationId: 'i-1' }]
  expect(await sendFrom('other', 'i-2')).toMatchObject({ type: 'InvitationDenied', denials })
})
