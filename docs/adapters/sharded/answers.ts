import type { AnswerRepository, Invitation, InvitationId, MemberId } from 'group-invitations'
import { answersBeside } from '../../examples/memberships-elsewhere.js'
import { answersIn } from '../postgres/answers.js'
import type { Database } from '../postgres/database.js'
import { INVITATION, type InvitationRow, invitationIn } from '../shared/rows.js'
import { findInvitation } from './invitations.js'
import type { Shards } from './shards.js'

/**
 * The status is stored where the invitation is, together with a row of `joinings`. A worker then joins the recipient
 * where the memberships are: no write spans both. The kit is told so: `lacks: ['standings', 'pending', 'banned']`.
 */
export const shardedAnswers = (shards: Shards): AnswerRepository => ({
  async findChanges(invitationIds) {
    const asked = new Map<Database, InvitationId[]>()
    for (const invitationId of invitationIds) {
      for (const database of shards.withInvitation(invitationId)) {
        const ids = asked.get(database) ?? []
        asked.set(database, ids)
        ids.push(invitationId)
      }
    }
    const found = await Promise.all(
      [...asked].map(async ([database, ids]) => answersIn(database).findChanges(ids)),
    )
    return new Map(found.flatMap((changes) => [...changes]))
  },

  findInvitationsOf: (memberId, role, limit, before) =>
    role === 'inviter'
      ? answersIn(shards.of(memberId)).findInvitationsOf(memberId, role, limit, before)
      : findReceived(shards, memberId, limit, before),

  change: (record) => answersBeside(shards.of(record.invitation.inviterId)).change(record),
})

/** A page of each server, merged: each asks its own index, and the page has the rows that come first of all. */
async function findReceived(
  shards: Shards,
  memberId: MemberId,
  limit: number,
  before: InvitationId | undefined,
): Promise<readonly Invitation[]> {
  const place =
    before === undefined ? undefined : await findInvitation(shards.withInvitation(before), before)
  if (before !== undefined && place?.recipientId !== memberId) return []
  const pages = await Promise.all(
    shards.all.map((database) => pageOf(database, memberId, limit, place)),
  )
  return pages.flat().sort(newestFirst).slice(0, limit)
}

async function pageOf(
  database: Database,
  memberId: MemberId,
  limit: number,
  place: Invitation | undefined,
): Promise<Invitation[]> {
  const { rows } = await database.query<InvitationRow>(
    `SELECT ${INVITATION}
       FROM invitations
      WHERE recipient_id = $1 ${place ? 'AND (sent_at, invitation_id) < ($3, $4)' : ''}
      ORDER BY sent_at DESC, invitation_id DESC
      LIMIT $2`,
    [memberId, limit, ...(place ? [place.sentAt, place.invitationId] : [])],
  )
  return rows.map(invitationIn)
}

const newestFirst = (one: Invitation, other: Invitation) =>
  +other.sentAt - +one.sentAt || compare(other.invitationId, one.invitationId)

/** By the bytes, as the collation C of the databases does; the identifiers are ASCII. */
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
