import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { createClient } from '@libsql/client'
import type { Report, Transport } from './adapters/shared/hand-over.js'
import { relayOne } from './adapters/sqlite/relay.js'
import { openStore, type Store } from './open-store.js'
import { routesOver } from './routes.js'

let folder: string
let store: Store

const open = () => openStore(`file:${join(folder, 'test.db')}`)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'invitations-'))
  store = await open()
})

afterEach(() => {
  store.database.close()
  rmSync(folder, { recursive: true })
})

const draft = {
  ...{ recipientId: 'bernd', groupId: 'typescript-hamburg', route: 'profile' },
  text: 'Dear Bernd, you offer TypeScript. Would you like to join our group?',
}

/** Calls the service as a member, and returns the status and the text of its answer on one line. */
async function call(memberId: string, method: string, path: string, body?: object) {
  const response = await routesOver(store).request(path, {
    ...{ method, headers: { 'x-member': memberId } },
    ...(body && { body: JSON.stringify(body) }),
  })
  return `${response.status} ${await response.text()}`
}

test('a table of members of your own does not pass for the schema', async () => {
  const url = `file:${join(folder, 'own.db')}`
  const client = createClient({ url })
  await client.execute('CREATE TABLE members (id INTEGER PRIMARY KEY)')
  client.close()
  await assert.rejects(openStore(url), /members already exists/)
})

test('nobody acts who is not logged in', async () => {
  const { status } = await routesOver(store).request('/invitations/sent')
  assert.equal(status, 401)
})

test('a draft that is not personal is denied for all its reasons', async () => {
  const impersonal = { ...draft, text: 'Hello everybody!' }
  const answer = await call('anna', 'POST', '/invitations/check', impersonal)
  assert.match(answer, /^422 .*"SalutationMissing".*"ProfileReferenceMissing"/)
})

test('nobody learns who wants no invitations', async () => {
  const check = (recipientId: string) =>
    call('anna', 'POST', '/invitations/check', { ...draft, recipientId })
  const answer = await check('deniz')
  assert.match(answer, /^409 .*"RecipientUnavailable"/)
  assert.equal(answer, await check('somebody-who-does-not-exist'))
})

test('an invitation is sent once, delivered once, accepted, and kept', async () => {
  const send = () => call('anna', 'PUT', '/invitations/hello', draft)
  assert.equal(await send(), '201 {"sent":"hello","replayed":false}')
  assert.equal(await send(), '200 {"sent":"hello","replayed":true}')

  const channels: string[] = []
  const transport: Transport = {
    deliver: ({ channel }) => Promise.resolve(void channels.push(channel)),
  }
  const report: Report = (_delivery, problem) => {
    assert.ifError(problem)
  }
  while (await relayOne({ ...store, transport, report })) assert.ok(channels.length <= 2)
  assert.deepEqual(channels.sort(), ['email', 'news'])

  assert.match(await call('bernd', 'GET', '/invitations/received'), /"from":"Anna Schmidt"/)
  assert.match(await call('bernd', 'POST', '/invitations/hello/accept'), /^200 /)

  // After a restart it is all there.
  store.database.close()
  store = await open()
  assert.match(await call('anna', 'GET', '/invitations/sent'), /"status":"Accepted"/)
  assert.match(await call('anna', 'GET', '/members/bernd/groups'), /in the group already/)
})
