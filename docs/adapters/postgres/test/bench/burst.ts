import { InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import { openService } from '../../wiring.js'
import { nextRequest } from './world.js'

/** What has become of sends that all began at once. */
export interface Burst {
  readonly what: string
  readonly sends: number
  readonly failed: number
  readonly ms: number
}

const SENDS = 1000

/**
 * Sends over the 10 connections of the wiring, for which a send waits 3 seconds at most: as it bounds them, and unbounded.
 * Each commit takes 40 ms more, so that all of them together take longer than that, on a machine of any speed.
 */
export async function bursts(connectionString: string, pool: Pool): Promise<Burst[]> {
  await pool.query(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN PERFORM pg_sleep(0.04); RETURN NEW; END $$;
    CREATE TRIGGER dawdling BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION dawdle()`)
  const all = [
    await burst('as wired', ({ service }) => service),
    await burst(
      'unbounded',
      ({ policy, repositories }) => new InvitationService(policy, repositories),
    ),
  ]
  await pool.query('DROP FUNCTION dawdle CASCADE')
  return all

  async function burst(
    what: string,
    serviceIn: (opened: ReturnType<typeof openService<readonly []>>) => InvitationService,
  ): Promise<Burst> {
    const opened = openService(connectionString, () => undefined)
    const service = serviceIn(opened)
    const began = performance.now()
    const sent = await Promise.all(Array.from({ length: SENDS }, () => service.send(nextRequest())))
    const ms = Math.round(performance.now() - began)
    await opened.pool.end()
    return { what, sends: SENDS, failed: sent.filter((each) => each.isErr()).length, ms }
  }
}
