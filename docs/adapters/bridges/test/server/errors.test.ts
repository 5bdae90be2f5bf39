import { inspect } from 'node:util'
import { InvitationPolicy, InvitationService, toLogRecord } from 'group-invitations'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kindOf } from '../../../postgres/conflicts.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { emptyTables, seed } from '../../../postgres/test/fixtures.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { codeOf } from '../../../shared/code-of.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { BRIDGES } from '../bridges.js'
import { commitsMeet } from '../commits-meet.js'
import { REQUEST, WORDS } from '../draft-with-words.js'
import type { OpenBridge } from '../open-bridge.js'

const database = await openDatabase()
const pool = database.pool()
await pool.query(`
  CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'broken'; END $$`)
afterAll(() => database.close())

beforeEach(async () => {
  await emptyTables(pool)
  await seed(pool, NETWORK)
})

const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [[codeOf(result.reason), kindOf(result.reason)]] : [],
  )

describe.each(BRIDGES)('errors over %s', (_name, open) => {
  let bridge: OpenBridge
  beforeAll(async () => {
    bridge = await open(database.url)
  })
  afterAll(() => bridge.close())

  test('a deadlock is a conflict', async () => {
    let meet: () => void
    const bothHaveOne = new Promise<void>((resolve) => (meet = resolve))
    let locked = 0
    const lockBoth = (...groupIds: readonly [string, string]) =>
      bridge.transaction(async (within) => {
        const rename = 'UPDATE groups SET name = name WHERE group_id = $1'
        await within.query(rename, [groupIds[0]])
        if ((locked += 1) === 2) meet()
        await bothHaveOne
        await within.query(rename, [groupIds[1]])
      })
    const results = await Promise.allSettled([
      lockBoth('chess', 'typescript-hamburg'),
      lockBoth('typescript-hamburg', 'chess'),
    ])
    expect(codesOf(results)).toEqual([['40P01', 'conflict']])
  })

  test('a key that another write got first is a conflict', async () => {
    const take = () => bridge.database.query(`INSERT INTO paces VALUES ('anna', now())`)
    expect(codesOf(await Promise.allSettled([take(), take()]))).toEqual([['23505', 'conflict']])
  })

  test('who commits an identifier later finds the invitation of who was first', async () => {
    const outcome = await commitsMeet(pool, bridge.database)
    expect(outcome).toMatchObject({ type: 'IdTaken', invitation: { recipientId: 'clara' } })
  })

  test('a transaction that has failed is aborted', async () => {
    const problems: unknown[] = []
    const keep = (problem: unknown) => void problems.push(problem)
    const failing = bridge.transaction(async (within) => {
      await within.query('SELECT 1 / 0').catch(keep)
      await within.query('SELECT 1').catch(keep)
    })
    await failing.catch(() => undefined)
    expect(problems.map(kindOf)).toEqual(['failure', 'aborted'])
  })

  describe.each([
    ['a trigger', 'P0001', 'TRIGGER fail BEFORE INSERT ON invitations EXECUTE FUNCTION fail()'],
    // The driver’s error has the whole row, in its `detail`.
    ['a check', '23514', `CONSTRAINT fail CHECK (text = '')`],
  ])('of a sending that fails by %s', (_cause, code, what) => {
    const isTrigger = what.startsWith('TRIGGER')
    beforeEach(() =>
      pool.query(isTrigger ? `CREATE ${what}` : `ALTER TABLE invitations ADD ${what}`),
    )
    afterEach(() =>
      pool.query(
        isTrigger
          ? 'DROP TRIGGER fail ON invitations'
          : 'ALTER TABLE invitations DROP CONSTRAINT fail',
      ),
    )

    test('a log has not a word that members wrote', async () => {
      const repositories = repositoriesIn(bridge.database)
      const service = new InvitationService(new InvitationPolicy(repositories), repositories)
      const problem = (await service.send(REQUEST))._unsafeUnwrapErr()
      expect(problem).toMatchObject({ type: 'DependencyFailed', operation: 'commit' })
      expect([codeOf(problem), kindOf(problem)]).toEqual([code, 'failure'])
      const logged = JSON.stringify(toLogRecord(problem))
      expect(WORDS.filter((word) => logged.includes(word))).toEqual([])
      expect(logged).toMatch(isTrigger ? /broken/ : /violates check constraint/)
      // Not even in a field that `toLogRecord` leaves out.
      const printed = isTrigger ? inspect(problem, { depth: null }) : ''
      expect(WORDS.filter((word) => printed.includes(word))).toEqual([])
    })
  })
})
