import { randomUUID } from 'node:crypto'
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths } from 'date-fns/addMonths'
import type { Invitation, InvitationRequest } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import type { Database } from '../../database.js'
import { prepared } from '../../prepared.js'

const utc = (value: Date | number | string) => new UTCDateMini(value)

// One round trip: what is known of both members decides whether the claim, and so everything else, is written.
const SEND = prepared(`
  WITH facts AS (
    SELECT EXISTS (SELECT FROM members WHERE member_id = $2) AS has_inviter,
           EXISTS (SELECT FROM groups WHERE group_id = $6) AS has_group,
           (SELECT standing FROM memberships WHERE group_id = $6 AND member_id = $2) AS inviter_standing,
           (SELECT standing FROM memberships WHERE group_id = $6 AND member_id = $3) AS recipient_standing,
           EXISTS (
             SELECT FROM members
              WHERE member_id = $3
                AND NOT EXISTS (
                  SELECT FROM blocks WHERE (member_id, blocked_id) IN (($2, $3), ($3, $2))
                )
           ) AS has_recipient,
           EXISTS (
             SELECT FROM opt_outs
              WHERE member_id = $3 AND (scope, scope_id) IN (('all', ''), ('inviter', $2), ('group', $6))
           ) AS has_opted_out,
           $7 = 'profile' OR EXISTS (
             SELECT FROM contacts WHERE member_id = $2 AND contact_id = $3
           ) AS is_on_a_route
  ), claim AS (
    INSERT INTO claims AS held (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at)
    SELECT $1, $2, $3, $4, $5
      FROM facts
     WHERE has_inviter AND has_group AND inviter_standing IN ('member', 'moderator')
       AND has_recipient AND recipient_standing IS NULL AND NOT has_opted_out AND is_on_a_route
        ON CONFLICT (inviter_id, recipient_id) DO UPDATE
       SET invitation_id = excluded.invitation_id,
           sent_at = excluded.sent_at,
           repeatable_at = excluded.repeatable_at
     WHERE held.repeatable_at <= excluded.sent_at
    RETURNING invitation_id, inviter_id, recipient_id, sent_at, repeatable_at
  ), invitation AS (
    INSERT INTO invitations (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at, group_id,
                             route, subject, text, text_fingerprint)
    SELECT claim.*, $6, $7, $8, $9, $10 FROM claim
  ), outbox AS (
    INSERT INTO deliveries (delivery_id, invitation_id, channel)
    SELECT invitation_id || '.' || channel, invitation_id, channel
      FROM claim, (VALUES ('email'), ('news')) AS channels (channel)
  )
  SELECT facts.*, EXISTS (SELECT FROM claim) AS is_sent FROM facts`)

interface Facts {
  readonly is_sent: boolean
}

/**
 * Sends as a good team would write it for this one purpose: the rules on people in one statement, those on the form
 * before it. No denial is named here; finding the reason takes another query, which is not measured.
 */
export async function sendByHand(
  database: Database,
  request: InvitationRequest,
): Promise<Invitation | undefined> {
  const { inviterId, recipientId, groupId, route } = request
  const text = normalized(request.text)
  const subject = normalized(request.subject ?? '') || undefined
  if (inviterId === recipientId || !isShort(text, 500) || text === '') return undefined
  if (subject !== undefined && !isShort(subject, 120)) return undefined
  const sentAt = new Date()
  const repeatableAt = new Date(+addMonths(sentAt, 6, { in: utc }))
  const invitationId = randomUUID()
  const values = [invitationId, inviterId, recipientId, sentAt, repeatableAt, groupId, route]
  const { rows } = await database.query<Facts>(SEND, [
    ...values,
    subject ?? null,
    text,
    fingerprintText(text),
  ])
  if (!rows[0]?.is_sent) return undefined
  return {
    invitationId,
    inviterId,
    recipientId,
    groupId,
    route,
    subject,
    text,
    sentAt,
    repeatableAt,
  }
}

const normalized = (text: string) => text.replaceAll('\r\n', '\n').trim().normalize('NFC')

/** In characters as people count them. One has at least one unit. */
const isShort = (text: string, limit: number) =>
  text.length <= limit || [...new Intl.Segmenter().segment(text)].length <= limit
