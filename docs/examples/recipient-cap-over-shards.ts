import type { Database } from '../adapters/postgres/database.js'
import type { Transport } from '../adapters/shared/hand-over.js'
import { count, type ReceivedCounter } from './recipient-cap.js'

/** In a store that is divided by the recipient, while the invitations are divided by the inviter. */
export const RECEIVED = `
  CREATE TABLE received (
    member_id     text NOT NULL,
    invitation_id text NOT NULL,
    sent_at       timestamptz(3) NOT NULL,
    PRIMARY KEY (member_id, invitation_id)
  );
  CREATE INDEX received_lately ON received (member_id, sent_at)`

/** Counts what the relay has noted. Delete rows that are older than the days of the cap. */
export const receivedElsewhere = (database: Database): ReceivedCounter => ({
  countReceived: (memberIds, since) =>
    count(
      database,
      `SELECT member_id, count(*)::integer AS received
         FROM received
        WHERE member_id = ANY($1::text[]) AND sent_at > $2
        GROUP BY member_id`,
      [memberIds, since],
    ),
})

/**
 * Notes an invitation before its message goes out. `commit` cannot: it writes in the inviter's shard, and no write spans
 * both. So the count is late by what waits in the outbox, and a cancelled invitation, which reaches nobody, is not counted.
 *
 * Both deliveries and every retry note the same row. If the note fails, the delivery fails, and is tried again.
 */
export const notingReceived = (database: Database, transport: Transport): Transport => ({
  async deliver(prepared) {
    const { recipientId, invitationId, sentAt } = prepared.invitation
    await database.query(
      `INSERT INTO received (member_id, invitation_id, sent_at) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING`,
      [recipientId, invitationId, sentAt],
    )
    await transport.deliver(prepared)
  },
})
