import type { AnswerRepository, AnswerService, InvitationId, MemberId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'
import { freeze } from './inviter-freeze.js'
import { deleteAccess } from './removing-a-member.js'
import { type DecidedRow, type Statement, statementOf } from './statement-of-reasons.js'

/** What your service does. Both must be safe to repeat. */
export interface Staff {
  endAccess(memberId: MemberId): Promise<void>
  /** Sends the statement to the inviter, unless there is no way to reach them. Once for each key. */
  inform(memberId: MemberId, statement: Statement, idempotencyKey: string): Promise<void>
}

/**
 * Carries out what was decided, and returns the problems. What has failed stays for the next run. A worker calls it, so
 * that no decision is lost between its storage and its measure.
 */
export async function carryOutAll(
  database: Database,
  service: AnswerService,
  answers: Pick<AnswerRepository, 'findInvitationsOf'>,
  staff: Staff,
  now: Date,
): Promise<readonly unknown[]> {
  const { rows } = await database.query<DecidedRow>(
    `SELECT * FROM complaints
      WHERE measure <> 'None' AND carried_out_at IS NULL ORDER BY decided_at, invitation_id`,
  )
  const problems: unknown[] = []
  for (const row of rows) {
    try {
      const memberId = row.inviter_id
      if (row.measure === 'Freeze') await freeze(database, memberId, row.frozen_until)
      else await withdraw(service, row.invitation_id)
      if (row.measure === 'AccessDeletion') {
        await deleteAccess((id) => staff.endAccess(id), service, answers, { memberId, now })
      }
      await staff.inform(memberId, statementOf(row), row.invitation_id)
      await database.query('UPDATE complaints SET carried_out_at = $2 WHERE invitation_id = $1', [
        ...[row.invitation_id, now],
      ])
    } catch (problem) {
      problems.push(problem)
    }
  }
  return problems
}

/** The reason is stored, and disclosed to nobody. An accepted invitation stays accepted, and one that is gone is gone. */
async function withdraw(service: AnswerService, invitationId: InvitationId): Promise<void> {
  const done = await service.withdraw({ invitationId, network: 'complaint-upheld' })
  if (done.isErr() && done.error.type === 'DependencyFailed') {
    throw new Error(`${invitationId} may still be open`, { cause: done.error })
  }
}
