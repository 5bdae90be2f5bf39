import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { deliveriesOf } from 'group-invitations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCHEMA } from '../../postgres/test/fixtures.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { repositoriesIn } from '../repositories.js'

const client = new PGlite()
const asked: [sql: string, parameters: unknown[]][] = []
const logger = { logQuery: (...query: [string, unknown[]]) => void asked.push(query) }
const { answers, invitations } = repositoriesIn(drizzle(client, { logger }))

const HISTORY = 10_000
const PAGE = 50
// So many are sent at one instant, so that a page ends among them.
const AT_ONCE = 7

beforeAll(async () => {
  await client.exec(SCHEMA)
  await client.query(
    `INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, text, sent_at, repeatable_at)
     SELECT 'i-' || n, 'anna', 'recipient-' || n, 'chess', 'profile', '', instant, instant
       FROM generate_series(1, $1) AS n,
            LATERAL (SELECT timestamptz '2020-01-01' + n / $2::int * interval '1 hour' AS instant) AS sent`,
    [HISTORY, AT_ONCE],
  )
  await client.exec('ANALYZE invitations')
}, 60_000)
afterAll(() => client.close())

interface Plan {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

const nodesIn = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesIn)]

test.each([undefined, 'i-200', 'i-5003', `i-${HISTORY}`])(
  'a page after %s reads its own rows, and those of one instant before them',
  async (before) => {
    await answers.findInvitationsOf('anna', 'inviter', PAGE, before)
    const [sql, parameters] = asked.at(-1) ?? ['', []]
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      parameters,
    )
    const nodes = rows.flatMap((row) => nodesIn(row['QUERY PLAN'][0].Plan))
    const types = nodes.map((node) => node['Node Type'])
    expect(types.filter((type) => /Sort|Seq Scan|Bitmap/.test(type))).toEqual([])
    const pages = nodes.filter((node) => node['Index Name'] === 'invitations_of_inviter')
    expect(pages.map((page) => page['Actual Rows'])).toEqual([PAGE])
    expect(pages[0]?.['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(AT_ONCE)
  },
)

test('a burst that reaches further than any instant of PostgreSQL hides no other reason', async () => {
  const invitation = {
    ...aRequest(),
    invitationId: 'j-1',
    sentAt: NOW,
    repeatableAt: after(NOW, 1000),
  }
  const pace = { burst: 100_000, everyMs: 365 * 86_400_000 }
  const record = { invitation, textFingerprint: '', deliveries: deliveriesOf(invitation), pace }
  expect(await invitations.commit(record)).toEqual({ type: 'Committed' })
  const other = { ...invitation, invitationId: 'j-2' }
  expect(await invitations.commit({ ...record, invitation: other })).toMatchObject({
    type: 'PairTaken',
    claim: { invitationId: 'j-1' },
  })
})
