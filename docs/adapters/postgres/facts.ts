import type { EnforcementOptions, LoadFacts, RecentFingerprint, Standing } from 'group-invitations'
import { RECENT_FINGERPRINT_DAYS, RECENT_FINGERPRINT_LIMIT } from 'group-invitations/content'
import { type GroupRow, groupIn, type MemberRow, profileIn } from '../shared/network-rows.js'
import { type ClaimRow, claimIn } from '../shared/rows.js'
import type { Database } from './database.js'
import { prepared } from './prepared.js'
import { isVisible } from './profiles.js'

/** If a row is not found, all its columns are `null`. */
type Found<Row> = Row | { readonly [Column in keyof Row]: null }

type FactsRow = Found<ClaimRow> & {
  inviter: MemberRow | null
  recipient: MemberRow | null
  group: GroupRow | null
  inviter_standing: Standing | null
  recipient_standing: Standing | null
  has_opted_out: boolean
  are_contacts: boolean
  free_at: Date | null
  fingerprint_recipients?: string[] | null
  fingerprints?: string | null
}

const factsWith = (columns = '', fingerprints = '') => `
  SELECT to_json(inviter) AS inviter, to_json(recipient) AS recipient, to_json(groups) AS "group",
         claims.invitation_id, claims.sent_at, claims.repeatable_at, paces.free_at,
         (SELECT standing FROM memberships WHERE group_id = $3 AND member_id = $1) AS inviter_standing,
         (SELECT standing FROM memberships WHERE group_id = $3 AND member_id = $2) AS recipient_standing,
         EXISTS (
           SELECT FROM opt_outs
            WHERE member_id = $2 AND (scope, scope_id) IN (('all', ''), ('inviter', $1), ('group', $3))
         ) AS has_opted_out,
         EXISTS (SELECT FROM contacts WHERE member_id = $1 AND contact_id = $2) AS are_contacts${columns}
    FROM (VALUES (1)) AS always
    LEFT JOIN members AS inviter ON inviter.member_id = $1
    LEFT JOIN members AS recipient ON recipient.member_id = $2 AND ${isVisible('$2', '$1')}
    LEFT JOIN groups ON groups.group_id = $3
    LEFT JOIN claims ON claims.inviter_id = $1 AND claims.recipient_id = $2
    LEFT JOIN paces ON paces.inviter_id = $1${fingerprints}`

// Joined by line breaks, which no fingerprint has. To parse an array of 50 takes this process longer than all the rest
// of a send, and to write them as JSON the server.
const FINGERPRINTS = `
    CROSS JOIN (
      SELECT string_agg(text_fingerprint, E'\\n') AS fingerprints,
             json_agg(recipient_id) AS fingerprint_recipients
        FROM (
          SELECT recipient_id, text_fingerprint
            FROM invitations
           WHERE inviter_id = $1 AND sent_at >= $4 AND text_fingerprint IS NOT NULL
           ORDER BY sent_at DESC
           LIMIT $5
        ) AS recent
    ) AS lately`

const FACTS = prepared(factsWith(', fingerprints, fingerprint_recipients', FINGERPRINTS))
const FACTS_WITHOUT_FINGERPRINTS = prepared(factsWith())

/**
 * Loads all facts of one evaluation with one query, for `options.loadFacts` of the policy. Give both the same
 * `enforcement`: without `MassMessage` no fingerprints are loaded.
 */
export const factsIn =
  (database: Database, { MassMessage }: EnforcementOptions = {}): LoadFacts =>
  async ({ inviterId, recipientId, groupId }, now) => {
    const since = new Date(+now - RECENT_FINGERPRINT_DAYS * 24 * 60 * 60 * 1000)
    const ids = [inviterId, recipientId, groupId]
    const { rows } =
      MassMessage === 'off'
        ? await database.query<FactsRow>(FACTS_WITHOUT_FINGERPRINTS, ids)
        : await database.query<FactsRow>(FACTS, [...ids, since, RECENT_FINGERPRINT_LIMIT])
    const [row] = rows
    if (!row) throw new Error('The query for the facts returned no row')
    return {
      now,
      inviterProfile: row.inviter === null ? undefined : profileIn(row.inviter),
      group: row.group === null ? undefined : groupIn(row.group),
      inviterStanding: row.inviter_standing ?? undefined,
      recipientStanding: row.recipient_standing ?? undefined,
      recipientProfile: row.recipient === null ? undefined : profileIn(row.recipient),
      recipientOptedOut: row.has_opted_out,
      areDirectContacts: row.are_contacts,
      inviterFreeAt: row.free_at ?? undefined,
      claim: row.invitation_id === null ? undefined : claimIn(row),
      recentFingerprints: fingerprintsIn(row),
    }
  }

/** Both lists have the same order. */
function fingerprintsIn({ fingerprints, fingerprint_recipients }: FactsRow): RecentFingerprint[] {
  const recipients = fingerprint_recipients ?? []
  return (fingerprints?.split('\n') ?? []).map((textFingerprint, place) => ({
    // The policy checks that each is there, with all facts.
    recipientId: recipients[place] as string,
    textFingerprint,
  }))
}
