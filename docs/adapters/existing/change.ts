import type { AnswerRepository, InvitationChange } from 'group-invitations'
import { eq } from 'drizzle-orm'
import { kindOf } from '../postgres/conflicts.js'
import { changeBy } from '../shared/change.js'
import { changeIn, type ChangeRow } from '../shared/rows.js'
import { admitIn } from './admit.js'
import type { Database } from './database.js'
import { CHANGE } from './invitation-rows.js'
import { invitations } from './invitation-tables.js'
import { existingKeyOf } from './keys.js'

/**
 * Locks the invitation, then the membership, and looks at both before it writes: nobody else can change them until it
 * ends. Write rows of your own, such as a message to the inviter, in this transaction too.
 */
export const changing = (database: Database): AnswerRepository['change'] =>
  changeBy(
    ({ change, from, admit }) =>
      database.transaction(async (tx) => {
        const isThis = eq(invitations.invitationId, change.invitationId)
        // Foreign keys, if you add some, do not wait for this lock.
        const [held] = await tx.select(CHANGE).from(invitations).where(isThis).for('no key update')
        if (!held) return undefined
        // The table demands an instant and an actor for each status.
        const before = held.status === null ? undefined : changeIn(held as ChangeRow)
        if (!from.includes(before?.status ?? 'Open')) return { change: before }
        const standing = admit && (await admitIn(tx, admit, change.changedAt))
        if (standing === 'banned') return { change: before, standing }
        await tx.update(invitations).set(columnsOf(change)).where(isThis)
        return { type: 'Changed', standing } as const
      }),
    kindOf,
  )

function columnsOf({ status, changedAt, changedBy }: InvitationChange) {
  const isMember = 'memberId' in changedBy
  return {
    status,
    changedAt,
    changedByMember: isMember ? existingKeyOf(changedBy.memberId) : null,
    changedByNetwork: isMember ? null : changedBy.network,
  }
}
