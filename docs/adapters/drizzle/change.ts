import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type {
  AnswerRepository,
  ChangeOutcome,
  ChangeRecord,
  InvitationStatus,
  NewStanding,
  Standing,
  StatusOrOpen,
} from 'group-invitations'
import { kindOf } from '../postgres/conflicts.js'
import { changeBy, type FoundByChange } from '../shared/change.js'
import { type ChangeRow, changeIn } from '../shared/rows.js'
import type { Database } from './database.js'
import { invitations, memberships } from './schema.js'
import { storeOrRollBack } from './store-or-roll-back.js'

type Changed = Extract<ChangeOutcome, { type: 'Changed' }>

/** Changes in one transaction. If that is denied, a query after it finds the reason. */
export const changing = (database: Database): AnswerRepository['change'] =>
  changeBy(async (record) => {
    const changed = await storeOrRollBack(database, (transaction) => store(transaction, record))
    return changed ?? findReason(database, record)
  }, kindOf)

async function store(
  transaction: Database,
  { change, from, admit }: ChangeRecord,
): Promise<Changed | undefined> {
  const { invitationId, status, changedAt, changedBy } = change
  // Waits for another answer to the same invitation, and then compares the status that it has left.
  const isChanged = await transaction
    .update(invitations)
    .set({
      status,
      changed_at: changedAt,
      changed_by_member: 'memberId' in changedBy ? changedBy.memberId : null,
      changed_by_network: 'network' in changedBy ? changedBy.network : null,
    })
    .where(and(eq(invitations.invitation_id, invitationId), isOneOf(from)))
    .returning({ invitation_id: invitations.invitation_id })
  if (isChanged.length === 0) return undefined
  if (!admit) return { type: 'Changed' }
  const standing = await admitted(transaction, admit)
  return standing === 'banned' ? undefined : { type: 'Changed', standing }
}

/** An open invitation has no status. */
const isOneOf = (from: readonly StatusOrOpen[]) =>
  or(
    from.includes('Open') ? isNull(invitations.status) : undefined,
    inArray(invitations.status, from.filter(isStored)),
  )

const isStored = (status: StatusOrOpen): status is InvitationStatus => status !== 'Open'

/**
 * The standing afterwards. The upsert waits for somebody who bans or joins, and locks the row that they have left also
 * if it does not raise it. So the query after it finds what nobody can change until the end of the transaction.
 */
async function admitted(
  transaction: Database,
  { groupId, memberId, standing }: NewStanding,
): Promise<Standing> {
  const [raised] = await transaction
    .insert(memberships)
    .values({ group_id: groupId, member_id: memberId, standing })
    .onConflictDoUpdate({
      target: [memberships.group_id, memberships.member_id],
      set: { standing },
      setWhere: eq(memberships.standing, 'pending'),
    })
    .returning({ standing: memberships.standing })
  if (raised) return raised.standing
  const [held] = await transaction.select().from(memberships).where(isOf(groupId, memberId))
  if (!held) throw new Error('The membership was locked, and is not there')
  return held.standing
}

const isOf = (groupId: string, memberId: string) =>
  and(eq(memberships.group_id, groupId), eq(memberships.member_id, memberId))

/** One query, so that status and standing are looked up at the same instant. */
async function findReason(
  database: Database,
  { change: { invitationId }, admit }: ChangeRecord,
): Promise<FoundByChange | undefined> {
  const [found] = await database
    .select()
    .from(invitations)
    // Without `admit` there is nobody of this name.
    .leftJoin(memberships, isOf(admit?.groupId ?? '', admit?.memberId ?? ''))
    .where(eq(invitations.invitation_id, invitationId))
  return (
    found && {
      // The checks of the table: who has a status has the rest.
      change:
        found.invitations.status === null ? undefined : changeIn(found.invitations as ChangeRow),
      standing: found.memberships?.standing,
    }
  )
}
