import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { openService } from '../wiring.js'
import { seed } from './fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { hasMariaDb, type MariaDb, startMariaDb } from './server.js'

describe.skipIf(!hasMariaDb())('what is wired together', () => {
  let server: MariaDb | undefined
  let opened: ReturnType<typeof openService>

  beforeAll(async () => {
    server = await startMariaDb()
    const { url } = await freshDatabase(server?.url ?? '')
    opened = openService(url, console.error)
    await seed(opened.database, NETWORK)
  }, 60_000)

  afterAll(async () => {
    await opened.pool.end()
    await server?.stop()
  })

  const sendAs = (invitationId: string) => opened.service.send(aRequest(), { invitationId })

  test('fails in time while the server is silent, and then sends', async () => {
    server?.setSilent(true)
    const began = Date.now()
    const silent = await Promise.all(Array.from({ length: 12 }, () => sendAs('i-1')))
    const took = Date.now() - began
    server?.setSilent(false)
    expect(silent.map((sent) => sent._unsafeUnwrapErr().type)).toEqual(
      silent.map(() => 'DependencyFailed'),
    )
    expect(took).toBeLessThan(10_000)
    await expect
      .poll(async () => (await sendAs('i-1')).isOk(), { timeout: 20_000, interval: 500 })
      .toBe(true)
  }, 60_000)

  test('answers', async () => {
    const declined = await opened.answerService.decline({ invitationId: 'i-1', memberId: 'bernd' })
    expect(declined._unsafeUnwrap()).toMatchObject({ status: 'Declined', replayed: false })
  })

  test('has the limits that the README names, on each connection', async () => {
    const [settings] = await opened.database.find(
      `SELECT @@tx_isolation AS level, @@max_statement_time AS seconds,
              @@innodb_lock_wait_timeout AS lockWait, @@sql_mode LIKE '%STRICT_TRANS_TABLES%' AS isStrict`,
    )
    expect(settings).toEqual({ level: 'READ-COMMITTED', seconds: 3, lockWait: 1, isStrict: 1 })
  })

  test('has no words of members in its errors', async () => {
    const { text } = aRequest()
    const writing = opened.database.write(
      'INSERT INTO deliveries (delivery_id, invitation_id, channel) VALUES (?, ?, ?)',
      ['d-1', 'i-1', text],
    )
    const error: unknown = await writing.catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { showHidden: true })).not.toContain(text)
  })
})
