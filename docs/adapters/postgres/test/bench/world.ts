import { readFileSync } from 'node:fs'
import { decide, type InvitationRequest, type MemberProfile } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import type { Pool } from 'pg'

const GROUP = 'g-0'

const INVITER: MemberProfile = { displayName: 'Anna Schmidt', wants: [], haves: [], other: [] }

/** So many inviters send in turns, so that no two sends under way are by the same one. */
const INVITERS = 500

/** Has sent a tenth of all past invitations. */
export const BUSIEST = 'i-0'

interface Sample {
  readonly recipient: MemberProfile
  readonly text: string
}

const samplesIn = (file: string): Sample[] =>
  (JSON.parse(readFileSync(`test/corpus/${file}.json`, 'utf8')) as Sample[]).map(
    ({ recipient, text }) => ({ recipient: { ...NO_ENTRIES, ...recipient }, text }),
  )

const NO_ENTRIES = { wants: [], haves: [], other: [] }

export const requestOf = (
  inviterId: string,
  recipientId: string,
  text: string,
): InvitationRequest => ({
  inviterId,
  recipientId,
  groupId: GROUP,
  route: 'profile',
  subject: 'Einladung',
  text,
})

/** Texts that all content rules allow, each to its recipient. */
const samples = samplesIn('honest').filter(({ recipient, text }) =>
  decide(requestOf('i-1', 'r-1', text), {
    now: new Date(),
    inviterProfile: INVITER,
    group: { name: 'Gruppe 0' },
    inviterStanding: 'member',
    recipientStanding: undefined,
    recipientProfile: recipient,
    recipientOptedOut: false,
    areDirectContacts: false,
    claim: undefined,
    recentFingerprints: [],
  }).isOk(),
)

let sends = 0

/** A request for a pair that was not invited yet. No inviter sends a text twice. */
export function nextRequest(): InvitationRequest {
  const place = Math.floor(sends / INVITERS)
  const sample = samples[place]
  if (!sample) throw new RangeError('All inviters have sent all texts')
  const request = requestOf(`i-${sends % INVITERS}`, `r-${place}`, sample.text)
  sends += 1
  return request
}

/** Somebody whom nobody has invited in tables that were just filled. */
export const freshRecipient = (): string => 'r-0'

/**
 * Fills the tables: members, a group, and so many past invitations. The busiest inviter has sent a tenth of them, the
 * others 100 each: half within the last 25 days, half within the 16 months before, without their fingerprints.
 */
export async function fillTables(pool: Pool, past: number): Promise<void> {
  const inviters = Math.max(INVITERS, past / 100)
  await pool.query('TRUNCATE members, groups, memberships, claims, invitations, deliveries')
  await pool.query(`INSERT INTO groups (group_id, name) VALUES ('${GROUP}', 'Gruppe 0')`)
  await pool.query(
    `INSERT INTO members (member_id, display_name)
     SELECT 'i-' || place, $1 FROM generate_series(0, $2::int) AS place`,
    [INVITER.displayName, inviters],
  )
  await pool.query(
    `INSERT INTO memberships (group_id, member_id, standing)
     SELECT $1, 'i-' || place, 'member' FROM generate_series(0, $2::int) AS place`,
    [GROUP, inviters],
  )
  const recipients = samples.map(({ recipient }, place) => ({
    member_id: `r-${place}`,
    display_name: recipient.displayName,
    given_name: recipient.givenName,
    family_name: recipient.familyName,
    locale: recipient.locale,
    wants: recipient.wants,
    haves: recipient.haves,
    other: recipient.other,
  }))
  await pool.query(
    'INSERT INTO members SELECT * FROM json_populate_recordset(NULL::members, $1::json)',
    [JSON.stringify(recipients)],
  )
  await addPast(pool, past)
}

// The place counts the invitations of one inviter.
const ADD_PAST = `
  INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, text, text_fingerprint,
                           sent_at, repeatable_at)
  SELECT 'past-' || n, 'i-' || inviter, 'p-' || place, '${GROUP}', 'profile', 'Hallo',
         CASE WHEN place % 100 < 50 THEN ($2::text[])[1 + n % cardinality($2::text[])] END, sent_at, sent_at + interval '6 months'
    FROM generate_series(0, $1::int - 1) AS n,
         LATERAL (
           SELECT CASE WHEN n < $1::int / 10 THEN 0 ELSE 1 + n % ($1::int * 9 / 1000) END AS inviter,
                  CASE WHEN n < $1::int / 10 THEN n ELSE n / ($1::int * 9 / 1000) END AS place
         ) AS pair,
         LATERAL (
           SELECT date_trunc('milliseconds', now()) - n % 97 * interval '1 minute' - place % 100 *
                  CASE WHEN place % 100 < 50 THEN interval '12 hours' ELSE interval '5 days' END AS sent_at
         ) AS at`

async function addPast(pool: Pool, past: number): Promise<void> {
  const fingerprints = samplesIn('innocent').map(({ recipient, text }) =>
    fingerprintText(text, recipient),
  )
  const client = await pool.connect()
  try {
    await client.query(`SET maintenance_work_mem = '512MB'`)
    // Building an index afterwards takes less than keeping it.
    const { rows } = await client.query<{ definition: string }>(
      `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
        WHERE indrelid = 'invitations'::regclass AND NOT indisprimary`,
    )
    await client.query('DROP INDEX invitations_of_inviter, invitations_of_recipient')
    await client.query(ADD_PAST, [past, fingerprints])
    await client.query(
      `INSERT INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
       SELECT inviter_id, recipient_id, invitation_id, sent_at, repeatable_at FROM invitations`,
    )
    for (const { definition } of rows) await client.query(definition)
    await client.query('VACUUM (ANALYZE)')
  } finally {
    client.release(true)
  }
}
