import {
  type Invitation,
  type InvitationId,
  type MemberId,
  type MemberProfile,
  type Repositories,
  sanctionFor,
} from 'group-invitations'
import { screenText } from 'group-invitations/content'
import type { Database } from '../adapters/postgres/database.js'
import { maskText } from './masking.js'

/** One complaint for each invitation. A person decides it once, and the measure is carried out afterwards. */
export const COMPLAINTS = `CREATE TABLE complaints (
  invitation_id text PRIMARY KEY,
  inviter_id    text NOT NULL,
  recipient_id  text NOT NULL,
  ground        text NOT NULL CHECK (ground IN ('rules', 'law')),
  explanation   text NOT NULL,
  quotation     text,
  categories    text[] NOT NULL,
  sanction      text CHECK (sanction = 'AccessDeletion'),
  complained_at timestamptz(3) NOT NULL,
  measure       text CHECK (measure IN ('None', 'Withdrawal', 'Freeze', 'AccessDeletion')),
  frozen_until  timestamptz(3),
  provision     text,
  reason        text,
  decided_by    text,
  decided_at    timestamptz(3),
  carried_out_at timestamptz(3),
  CHECK ((measure = 'Freeze') = (frozen_until IS NOT NULL)),
  CHECK (num_nonnulls(measure, provision, reason, decided_by, decided_at) IN (0, 5))
)`

export interface Complaint {
  readonly invitationId: InvitationId
  /** The member who complains, from the session. */
  readonly memberId: MemberId
  /** Against the network's rules, or against the law. */
  readonly ground: 'rules' | 'law'
  /** In the member's own words. Limit its length as that of an invitation. */
  readonly explanation: string
}

/**
 * Stores a complaint of the recipient about an invitation, whatever has become of it. Everybody else gets
 * `InvitationNotFound`, as if there were none. A second complaint changes nothing, and gets the same answer.
 *
 * It writes nothing that the library looks up: until a person has decided, everybody is shown what they were shown before.
 */
export async function complain(
  database: Database,
  { invitations, profiles, groups }: Pick<Repositories, 'invitations' | 'profiles' | 'groups'>,
  { invitationId, memberId, ground, explanation }: Complaint,
  now: Date,
): Promise<'Received' | 'InvitationNotFound'> {
  const invitation = await invitations.findInvitation(invitationId)
  if (invitation?.recipientId !== memberId) return 'InvitationNotFound'
  const { inviterId, groupId } = invitation
  // Each through their own eyes: a recipient who complains may have blocked the inviter already.
  const [inviter, recipient] = await Promise.all(
    [inviterId, memberId].map(async (id) => (await profiles.findProfiles([id], id)).get(id)),
  )
  const group = (await groups.findGroups([groupId])).get(groupId)
  const evidence = screenText(invitation, { recipient, group })
  const finding = { type: 'ProhibitedContent', evidence }
  await database.query(
    `INSERT INTO complaints (invitation_id, inviter_id, recipient_id, ground, explanation, quotation,
                             categories, sanction, complained_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT DO NOTHING`,
    [
      ...[invitationId, inviterId, memberId, ground],
      maskText(
        explanation,
        [inviter, recipient].filter((person) => person !== undefined),
      ),
      inviter && recipient ? quotationOf(invitation, [inviter, recipient]) : null,
      [...new Set(evidence.map(({ category }) => category))],
      sanctionFor(finding) ?? null,
      now,
    ],
  )
  return 'Received'
}

/**
 * Kept with the complaint, since the text may be deleted before anybody decides. Masked, because it is about the words. If
 * one of the two is gone, nobody knows which names to mask: then there is none, and none of an erased text.
 */
function quotationOf({ subject = '', text }: Invitation, people: MemberProfile[]): string | null {
  return text === '' ? null : maskText(`${subject}\n${text}`.trim(), people)
}

/** What has become of a complaint, for the member who made it. `undefined` to everybody else, as if there were none. */
export async function findComplaint(
  database: Database,
  { invitationId, memberId }: Pick<Complaint, 'invitationId' | 'memberId'>,
): Promise<'open' | 'dismissed' | 'upheld' | undefined> {
  const { rows } = await database.query<{ measure: string | null }>(
    'SELECT measure FROM complaints WHERE invitation_id = $1 AND recipient_id = $2',
    [invitationId, memberId],
  )
  const [row] = rows
  if (row === undefined) return undefined
  if (row.measure === null) return 'open'
  return row.measure === 'None' ? 'dismissed' : 'upheld'
}
