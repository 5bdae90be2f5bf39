import { InvitationPolicy, InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import { repositoriesIn } from '../../repositories.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'

/** A service over a network in which `count` deliveries wait, `n-1.email` first. */
export async function manyDeliveries(pool: Pool, count: number): Promise<InvitationService> {
  const repositories = repositoriesIn(pool)
  const service = new InvitationService(new InvitationPolicy(repositories), repositories)
  await emptyTables(pool)
  await seed(pool, NETWORK)
  const sent = await service.send(aRequest(), { invitationId: 'i-1' })
  if (sent.isErr()) throw new Error(`Not sent: ${sent.error.type}`)
  await pool.query(`
    DELETE FROM deliveries;
    INSERT INTO invitations
    SELECT (json_populate_record(i, json_build_object('invitation_id', 'n-' || n))).*
      FROM invitations AS i, generate_series(1, ${count}) AS n
     WHERE i.invitation_id = 'i-1';
    INSERT INTO deliveries (delivery_id, invitation_id, channel)
    SELECT 'n-' || n || '.email', 'n-' || n, 'email' FROM generate_series(1, ${count}) AS n`)
  return service
}

export const keysOf = (count: number) =>
  Array.from({ length: count }, (_nothing, index) => `n-${index + 1}.email`).sort()
