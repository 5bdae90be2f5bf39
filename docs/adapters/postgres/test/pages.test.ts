import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersIn } from '../answers.js'
import type { Database } from '../database.js'
import { SCHEMA } from './fixtures.js'

const database = new PGlite()

const HISTORY = 20_000
const PAGE = 50
// So many are sent at one instant, so that a page ends among them.
const AT_ONCE = 7

beforeAll(async () => {
  await database.exec(SCHEMA)
  // Anna has sent half of them, and has got the other half.
  await database.query(
    `INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, text, sent_at, repeatable_at)
     SELECT 'i-' || n,
            CASE WHEN n % 2 = 0 THEN 'anna' ELSE 'inviter-' || n END,
            CASE WHEN n % 2 = 1 THEN 'anna' ELSE 'recipient-' || n END,
            'chess', 'profile', '', instant, instant
       FROM generate_series(1, $1) AS n,
            LATERAL (SELECT timestamptz '2020-01-01' + n / $2::int * interval '1 hour' AS instant) AS sent`,
    [HISTORY, AT_ONCE],
  )
  await database.exec('ANALYZE invitations')
}, 60_000)
afterAll(() => database.close())

interface Plan {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Parent Relationship'?: string
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** The nodes of the plan by which the statement of `work` was run. */
async function planOf(work: (over: Database) => PromiseLike<unknown>): Promise<readonly Plan[]> {
  const nodes: Plan[] = []
  const explaining: Database = {
    async query<Row>(sql: string, parameters?: unknown[]) {
      const { rows } = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
        parameters,
      )
      for (const row of rows) nodes.push(...nodesIn(row['QUERY PLAN'][0].Plan))
      return { rows: [] as Row[] }
    },
  }
  await work(explaining)
  return nodes
}

const nodesIn = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesIn)]

test.each([
  ['inviter', undefined],
  ['inviter', 'i-200'],
  ['inviter', `i-${HISTORY}`],
  ['recipient', undefined],
  ['recipient', 'i-201'],
  ['recipient', `i-${HISTORY - 1}`],
] as const)(
  'a page of what one %s has sent or got reads its own rows only, after %s too',
  async (role, before) => {
    const nodes = await planOf(async (over) =>
      answersIn(over).findInvitationsOf('anna', role, PAGE, before),
    )
    const types = nodes.map((node) => node['Node Type'])
    expect(types.filter((type) => /Sort|Seq Scan|Bitmap/.test(type))).toEqual([])
    const [page, ...others] = nodes.filter(
      (node) => node['Index Name'] === `invitations_of_${role}`,
    )
    expect(page?.['Actual Rows']).toBe(PAGE)
    expect(page?.['Rows Removed by Filter']).toBeUndefined()
    expect(others).toEqual([])
    // The rest is the place at which a later page begins.
    const place = before === undefined ? [] : [1]
    const inner = nodes.filter((node) => node['Parent Relationship'] === 'InitPlan')
    expect(inner.map((node) => node['Actual Rows'])).toEqual(place)
  },
)

test.each(['inviter', 'recipient'] as const)(
  'all pages together are the whole history of the %s, each invitation once',
  async (role) => {
    const answers = answersIn(database)
    const seen: string[] = []
    let before: string | undefined
    for (;;) {
      const page = await answers.findInvitationsOf('anna', role, 1000, before)
      seen.push(...page.map(({ invitationId }) => invitationId))
      before = page.at(-1)?.invitationId
      if (before === undefined) break
    }
    expect(seen).toHaveLength(HISTORY / 2)
    expect(new Set(seen).size).toBe(HISTORY / 2)
    const { rows } = await database.query<{ invitation_id: string }>(
      `SELECT invitation_id FROM invitations WHERE ${role}_id = 'anna' ORDER BY sent_at DESC, invitation_id DESC`,
    )
    expect(seen).toEqual(rows.map((row) => row.invitation_id))
  },
)
