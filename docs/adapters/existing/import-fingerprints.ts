import { fingerprintText } from 'group-invitations/content'
import { and, eq, gte, isNull, like } from 'drizzle-orm'
import { driversErrorIn } from '../drizzle/drivers-errors.js'
import type { Database } from './database.js'
import { INVITATION } from './invitation-rows.js'
import { invitations } from './invitation-tables.js'
import { profilesIn } from './profiles.js'

const { invitationId, sentAt, textFingerprint } = invitations

const KEPT_MS = 30 * 86_400_000

/** Stores the fingerprints of the imported texts of the last 30 days, so that copies of them are recognised. */
export async function fingerprintImported(database: Database, now = new Date()): Promise<void> {
  try {
    await fingerprintRecent(database, now)
  } catch (error) {
    // That of Drizzle has the texts in its message.
    throw driversErrorIn(error)
  }
}

async function fingerprintRecent(database: Database, now: Date): Promise<void> {
  const recent = await database
    .select(INVITATION)
    .from(invitations)
    .where(
      and(
        like(invitationId, 'community-invitation-%'),
        gte(sentAt, new Date(now.getTime() - KEPT_MS)),
        isNull(textFingerprint),
      ),
    )
  const profiles = profilesIn(database, '')
  for (const { invitation_id, inviter_id, recipient_id, text } of recent) {
    const found = await profiles.findProfiles([recipient_id], inviter_id)
    await database
      .update(invitations)
      .set({ textFingerprint: fingerprintText(text, found.get(recipient_id)) })
      .where(eq(invitationId, invitation_id))
  }
}
