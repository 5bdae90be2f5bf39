import type { Database } from './database.js'
import { type Transport, Undeliverable } from '../shared/hand-over.js'

/** The address to which a mail comes back, for the `envelope` of nodemailer: it names the delivery. */
export const returnPathOf = (deliveryId: string, domain: string) =>
  `bounces+${deliveryId}@${domain}`

/** Keeps that the mail of a delivery has come back. The invitation and its claim stay as they are. */
export async function recordBounce(database: Database, deliveryId: string): Promise<void> {
  await database.query(
    `INSERT INTO bounces (member_id)
     SELECT recipient_id FROM invitations WHERE invitation_id = $1
         ON CONFLICT DO NOTHING`,
    [deliveryId.replace(/\.email$/, '')],
  )
}

/** Lets no e-mail go out to a member whose mail has come back. News still reach them. */
export const heedingBounces = (database: Database, transport: Transport): Transport => ({
  async deliver(prepared) {
    if (prepared.channel === 'email') {
      const { rows } = await database.query('SELECT FROM bounces WHERE member_id = $1', [
        prepared.invitation.recipientId,
      ])
      if (rows.length > 0) throw new Undeliverable('An earlier mail to this member has come back')
    }
    await transport.deliver(prepared)
  },
})
