import type { ChangeRecord, InvitationChange, InvitationStatus, Standing } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../database.js'
import { repositoriesIn } from '../../repositories.js'
import { after, aRequest, NOW } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed, setStanding, standingOf } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

const GROUP = 'typescript-hamburg'
const { answers } = repositoriesIn(pool)
const INVITATION = {
  ...aRequest(),
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: after(NOW, 1e10),
}

beforeEach(async () => {
  await emptyTables(pool)
  await seed(pool, { ...NETWORK, invitations: [INVITATION] })
})

const changeTo = (status: InvitationStatus): InvitationChange => ({
  invitationId: 'i-1',
  status,
  changedAt: after(NOW, 1),
  changedBy: status === 'Withdrawn' ? { network: 'spam' } : { memberId: 'bernd' },
})

function accepting(standing: 'member' | 'pending' = 'member'): ChangeRecord {
  return {
    change: changeTo('Accepted'),
    from: ['Open', 'Declined'],
    invitation: INVITATION,
    admit: { groupId: GROUP, memberId: 'bernd', standing },
  }
}

const declining: ChangeRecord = {
  change: changeTo('Declined'),
  from: ['Open'],
  invitation: INVITATION,
}

const withdrawing: ChangeRecord = {
  change: changeTo('Withdrawn'),
  from: ['Open', 'Declined'],
  invitation: INVITATION,
}

async function stored() {
  const changes = await answers.findChanges(['i-1'])
  return {
    status: changes.get('i-1')?.status ?? 'Open',
    standing: await standingOf(pool, GROUP, 'bernd'),
  }
}

async function untilWaiting(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await pool.query(waiting)).rows.length === 0) await Promise.resolve()
}

/** What somebody else does in a transaction, for which the change waits. */
interface Rival {
  readonly work: (client: Database) => PromiseLike<unknown>
  readonly standing?: Standing
}

const change = (record: ChangeRecord) => (client: Database) =>
  Promise.resolve(repositoriesIn(client).answers.change(record))
const stand = (standing: Standing | undefined) => (client: Database) =>
  setStanding(client, GROUP, 'bernd', standing)

describe.each(['read committed', 'repeatable read', 'serializable'])('in %s, a change', (level) => {
  const over = database.pool(`-c default_transaction_isolation=${level.replace(' ', '\\ ')}`)
  const own = repositoriesIn(over).answers

  /** Begins while the rival's transaction is open, and waits for its end. */
  async function against({ work, standing }: Rival, end: string, record: ChangeRecord) {
    await stand(standing)(pool)
    const rival = await pool.connect()
    try {
      await rival.query('BEGIN')
      await work(rival)
      const changing = Promise.resolve(own.change(record))
      await untilWaiting()
      await rival.query(end)
      return await changing
    } finally {
      rival.release()
    }
  }

  test.each<[name: string, rival: Rival, record: ChangeRecord, outcome: object, left: object]>([
    [
      'accepts what was declined meanwhile',
      { work: change(declining) },
      accepting(),
      { type: 'Changed', standing: 'member' },
      { status: 'Accepted', standing: 'member' },
    ],
    [
      'accepts nothing that was withdrawn meanwhile, and admits nobody',
      { work: change(withdrawing) },
      accepting(),
      { type: 'NotChanged', change: changeTo('Withdrawn') },
      { status: 'Withdrawn', standing: undefined },
    ],
    [
      'declines nothing that was accepted meanwhile',
      { work: change(accepting()) },
      declining,
      { type: 'NotChanged', change: changeTo('Accepted') },
      { status: 'Accepted', standing: 'member' },
    ],
    [
      'accepts once',
      { work: change(accepting()) },
      accepting('pending'),
      { type: 'NotChanged', change: changeTo('Accepted') },
      { status: 'Accepted', standing: 'member' },
    ],
    [
      'admits nobody who was banned meanwhile, and leaves the invitation open',
      { work: stand('banned') },
      accepting(),
      { type: 'NotAdmitted' },
      { status: 'Open', standing: 'banned' },
    ],
    [
      'admits no member who was banned meanwhile',
      { standing: 'member', work: stand('banned') },
      accepting(),
      { type: 'NotAdmitted' },
      { status: 'Open', standing: 'banned' },
    ],
    [
      'raises somebody who has asked to join meanwhile',
      { work: stand('pending') },
      accepting(),
      { type: 'Changed', standing: 'member' },
      { status: 'Accepted', standing: 'member' },
    ],
    [
      'lowers nobody who was admitted meanwhile',
      { standing: 'pending', work: stand('member') },
      accepting('pending'),
      { type: 'Changed', standing: 'member' },
      { status: 'Accepted', standing: 'member' },
    ],
    [
      'lowers no moderator of a moment ago',
      { standing: 'member', work: stand('moderator') },
      accepting(),
      { type: 'Changed', standing: 'moderator' },
      { status: 'Accepted', standing: 'moderator' },
    ],
    [
      'admits somebody whose ban was lifted meanwhile',
      { standing: 'banned', work: stand(undefined) },
      accepting(),
      { type: 'Changed', standing: 'member' },
      { status: 'Accepted', standing: 'member' },
    ],
  ])('%s', async (_name, rival, record, outcome, left) => {
    expect(await against(rival, 'COMMIT', record)).toEqual(outcome)
    expect(await stored()).toEqual(left)
  })

  test.each<[name: string, work: Rival['work']]>([
    ['declined', change(declining)],
    ['accepted', change(accepting('pending'))],
    ['withdrawn', change(withdrawing)],
    ['banned', stand('banned')],
  ])('accepts if %s was taken back', async (_name, work) => {
    const outcome = await against({ work }, 'ROLLBACK', accepting())
    expect(outcome).toEqual({ type: 'Changed', standing: 'member' })
    expect(await stored()).toEqual({ status: 'Accepted', standing: 'member' })
  })

  test('tries again after a deadlock', async () => {
    const rival = await pool.connect()
    await rival.query('BEGIN')
    // It must be the change that the server ends, so this one looks for a deadlock later.
    await rival.query(`SET LOCAL deadlock_timeout = '30s'`)
    await stand('pending')(rival)
    const changing = Promise.resolve(own.change(accepting()))
    await untilWaiting()
    await change(declining)(rival)
    await rival.query('COMMIT')
    rival.release()
    expect(await changing).toEqual({ type: 'Changed', standing: 'member' })
    expect(await stored()).toEqual({ status: 'Accepted', standing: 'member' })
  })
})

describe('a change', () => {
  function counted() {
    const statements: string[] = []
    const counting = {
      query: (sql: string, parameters?: unknown[]) => {
        statements.push(sql)
        return pool.query(sql, parameters)
      },
    }
    // It counts what goes to the pool, and answers as the pool does.
    return { statements, answers: repositoriesIn(counting as never).answers }
  }

  test.each([
    ['accept', accepting()],
    ['decline', declining],
    ['withdraw', withdrawing],
  ])('is one statement if it succeeds, and two if it is denied: %s', async (_name, record) => {
    const { statements, answers } = counted()
    expect(await answers.change(record)).toMatchObject({ type: 'Changed' })
    expect(statements).toHaveLength(1)
    const again = await answers.change({ ...record, from: ['Open'] })
    expect(again).toEqual({ type: 'NotChanged', change: record.change })
    expect(statements).toHaveLength(3)
  })

  test('is two statements if the recipient is banned', async () => {
    await stand('banned')(pool)
    const { statements, answers } = counted()
    expect(await answers.change(accepting())).toEqual({ type: 'NotAdmitted' })
    expect(statements).toHaveLength(2)
  })

  test('is not changed for a banned recipient, if the status does not allow it either', async () => {
    await stand('banned')(pool)
    await answers.change(withdrawing)
    const outcome = await answers.change(accepting())
    expect(outcome).toEqual({ type: 'NotChanged', change: withdrawing.change })
  })

  test('tries again if the ban that has prevented it is gone when it asks for the reason', async () => {
    await stand('banned')(pool)
    let isLifted = false
    const between = {
      async query(sql: string, parameters?: unknown[]) {
        const isQuestion = sql.includes('(SELECT standing')
        if (isQuestion && !isLifted) await stand(undefined)(pool)
        isLifted ||= isQuestion
        return pool.query(sql, parameters)
      },
    }
    const outcome = await repositoriesIn(between as never).answers.change(accepting())
    expect(outcome).toEqual({ type: 'Changed', standing: 'member' })
    expect(isLifted).toBe(true)
  })

  test('fails for an invitation that is not there any more, and admits nobody', async () => {
    await pool.query('DELETE FROM invitations')
    for (const record of [accepting(), declining]) {
      await expect(answers.change(record)).rejects.toThrow(`There is no invitation 'i-1'`)
    }
    expect(await standingOf(pool, GROUP, 'bernd')).toBeUndefined()
  })

  test('stores nothing if its connection is lost while it waits', async () => {
    const rival = await pool.connect()
    await rival.query('BEGIN')
    await stand('member')(rival)
    const changing = Promise.resolve(answers.change(accepting()))
    const failed = expect(changing).rejects.toThrow()
    await untilWaiting()
    await rival.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    await failed
    await rival.query('ROLLBACK')
    rival.release()
    expect(await stored()).toEqual({ status: 'Open', standing: undefined })
    expect(await answers.change(accepting())).toEqual({ type: 'Changed', standing: 'member' })
  })
})

describe('a foreign key from deliveries', () => {
  beforeAll(() =>
    pool.query(
      'ALTER TABLE deliveries ADD FOREIGN KEY (invitation_id) REFERENCES invitations ON DELETE CASCADE',
    ),
  )
  test('does not keep an answer waiting', async () => {
    const rival = await pool.connect()
    await rival.query('BEGIN')
    await rival.query(`INSERT INTO deliveries VALUES ('i-1.news', 'i-1', 'news')`)
    try {
      const impatient = repositoriesIn(database.pool('-c statement_timeout=1000')).answers
      expect(await impatient.change(accepting())).toMatchObject({ type: 'Changed' })
    } finally {
      await rival.query('ROLLBACK')
      rival.release()
    }
  })
})
