import { initDatabase } from '../../../postgres/test/server/server.js'
import { SCHEMA } from '../../../postgres/test/fixtures.js'
import { type PostgresNode, postgresNode } from './node.js'

/** A primary and its two standbys. */
export interface PostgresCluster {
  readonly primary: PostgresNode
  readonly standbys: readonly [PostgresNode, PostgresNode]
}

/**
 * Starts s1 with the standbys s2 and s3, and makes the tables. The setting is the same on all three, and a server is no
 * standby of its own: so a promoted one has it at once, and commits nothing before a standby follows it.
 */
export async function startCluster(synchronousStandbyNames: string): Promise<PostgresCluster> {
  const primary = await postgresNode('s1', initDatabase)
  await primary.start()
  await set(primary, 'synchronous_standby_names', synchronousStandbyNames)
  const standby = async (name: string) => {
    const node = await postgresNode(name, (run, data) => {
      run('pg_basebackup', '-R', '-X', 'stream', '-c', 'fast', '-d', primary.url, '-D', data)
    })
    await node.start()
    return node
  }
  const standbys = [await standby('s2'), await standby('s3')] as const
  await until('both standbys follow', async () => {
    const { rows } = await primary.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'`,
    )
    return rows[0]?.count === '2'
  })
  await primary.query(SCHEMA)
  return { primary, standbys }
}

/**
 * Makes the standby the primary that has received most, and lets the other one follow it. The old primary must be gone:
 * else a commit may be answered that the standby has received after it was asked.
 */
export async function failOver({ standbys }: PostgresCluster): Promise<Following> {
  await until('what was on its way has arrived', async () => {
    const receivers = await Promise.all(
      standbys.map((node) => node.query('SELECT FROM pg_stat_wal_receiver')),
    )
    return receivers.every(({ rows }) => rows.length === 0)
  })
  const [one, other] = standbys
  const isOneAhead = (await receivedBy(one)) >= (await receivedBy(other))
  const [primary, standby] = isOneAhead ? [one, other] : [other, one]
  await primary.query('SELECT pg_promote()')
  const { port } = new URL(primary.url)
  await set(standby, 'primary_conninfo', `host=127.0.0.1 port=${port} user=postgres`)
  return { primary, standby }
}

export interface Following {
  readonly primary: PostgresNode
  readonly standby: PostgresNode
}

/** Waits until the standby has all that the primary has. */
export async function untilCaughtUp({ primary, standby }: Following): Promise<void> {
  const { rows } = await primary.query<{ at: string }>('SELECT pg_current_wal_lsn() AS at')
  await until(`${standby.name} has caught up`, async () => {
    const held = await standby.query<{ has: boolean }>(
      'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS has',
      [rows[0]?.at],
    )
    return held.rows[0]?.has ?? false
  })
}

export async function set(node: PostgresNode, name: string, value: string): Promise<void> {
  await node.query(`ALTER SYSTEM SET ${name} = '${value}'`)
  await node.query('SELECT pg_reload_conf()')
}

/** How far it has received, in bytes. */
async function receivedBy(node: PostgresNode): Promise<number> {
  const { rows } = await node.query<{ at: string }>(
    `SELECT pg_last_wal_receive_lsn() - '0/0'::pg_lsn AS at`,
  )
  return Number(rows[0]?.at)
}

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Within 30 s it was not so that ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
