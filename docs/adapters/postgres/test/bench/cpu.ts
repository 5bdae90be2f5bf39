import { readFileSync } from 'node:fs'
import type { Pool } from 'pg'

// A backend takes a page fault for each page of the shared memory that it has not touched before.
const TOUCH_ALL = `
  SET max_parallel_workers_per_gather = 0;
  SELECT count(text_fingerprint) FROM invitations;
  SELECT count(delivery_id) FROM deliveries;
  SELECT count(sent_at) FROM claims;
  SET enable_seqscan = off;
  SELECT count(group_id) FROM invitations WHERE inviter_id > '' AND sent_at > '2000-01-01';
  SELECT count(*) FROM invitations WHERE recipient_id > '';
  SELECT count(*) FROM invitations WHERE invitation_id > '';
  SELECT count(*) FROM claims WHERE inviter_id > '';
  RESET ALL`

/** The processes of the server that serve a pool. Opens all its connections. */
export async function backendsOf(pool: Pool): Promise<readonly number[]> {
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const pids = await Promise.all(
    clients.map(async (client) => {
      await client.query(TOUCH_ALL)
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      client.release()
      return rows.map(({ pid }) => pid)
    }),
  )
  return pids.flat()
}

/**
 * The CPU time that processes of this machine have used, in microseconds: the first number of `/proc/<pid>/schedstat`,
 * in nanoseconds. A backend has one thread. `/proc/<pid>/stat` counts in hundredths of a second only.
 */
export function cpuOf(pids: readonly number[]): number {
  const times = pids.map((pid) =>
    Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ', 1)[0]),
  )
  return times.reduce((sum, time) => sum + time, 0) / 1000
}

/** The CPU time of this process, in microseconds, system calls included. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
