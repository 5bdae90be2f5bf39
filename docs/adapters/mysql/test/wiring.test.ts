import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { databaseOver } from '../database.js'
import { openService } from '../wiring.js'
import { seed } from './fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { hasMariaDb, type MariaDb, startMariaDb } from './server.js'

describe.skipIf(!hasMariaDb())('what is wired together', () => {
  let server: MariaDb | undefined
  let url: string
  let opened: ReturnType<typeof openService>

  beforeAll(async () => {
    server = await startMariaDb()
    ;({ url } = await freshDatabase(server?.url ?? ''))
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

  test('fails in time if the server falls silent in a transaction', async () => {
    let began = 0
    const writing = databaseOver(opened.pool).transaction(async ({ find }) => {
      await find('SELECT 1')
      server?.setSilent(true)
      began = Date.now()
      await find('SELECT 1')
    })
    try {
      await expect(writing).rejects.toThrow()
      // Nothing more is said to a server that does not answer.
      expect(Date.now() - began).toBeLessThan(6000)
    } finally {
      server?.setSilent(false)
    }
  }, 60_000)

  test('tries again if somebody else holds a row for longer than a statement waits', async () => {
    const { preferences } = opened.repositories
    let isLocked = false
    const holding = databaseOver(opened.pool).transaction(async ({ write }) => {
      await write(`INSERT INTO opt_outs (member_id, scope) VALUES ('clara', 'all')`)
      isLocked = true
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await write(`DELETE FROM opt_outs WHERE member_id = 'clara'`)
    })
    await expect.poll(() => isLocked).toBe(true)
    await preferences.setOptOut('clara', 'all', true)
    await holding
    expect(await preferences.findOptOuts(['clara'], [], [])).toEqual(new Map([['clara', ['all']]]))
  })

  test('stores nothing that does not fit', async () => {
    const { preferences } = opened.repositories
    const tooLong = 'x'.repeat(1021)
    await expect(preferences.setOptOut(tooLong, 'all', true)).rejects.toThrow()
    expect(await preferences.findOptOuts([tooLong.slice(1)], [], [])).toEqual(new Map())
  })

  test('has as many sends in flight as its pool has connections', async () => {
    const events: string[] = []
    const clock = () => {
      events.push('begun')
      return new Date()
    }
    const { pool, service } = openService(url, console.error, {
      policy: { clock },
      pool: { connectionLimit: 1 },
    })
    const send = async () => {
      await service.send(aRequest())
      events.push('done')
    }
    await Promise.all([send(), send(), send(), send()])
    await pool.end()
    expect(events.slice(0, 3)).toContain('done')
  })

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
