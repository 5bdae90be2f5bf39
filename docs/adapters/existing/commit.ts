import type { InvitationRecord, InvitationRepository, Pace } from 'group-invitations'
import { and, eq, gt, lte, sql, TransactionRollbackError } from 'drizzle-orm'
import { kindOf } from '../postgres/conflicts.js'
import { commitBy, type InTheWay } from '../shared/commit.js'
import { leewayOf } from '../shared/leeway-of.js'
import { claimIn, invitationIn } from '../shared/rows.js'
import type { Database } from './database.js'
import { CLAIM, INVITATION } from './invitation-rows.js'
import { claims, deliveries, invitations, paces } from './invitation-tables.js'
import { existingKeyOf } from './keys.js'

/** Each step waits for others at its row, and all take these rows in one order: pace, pair, identifier. */
export const committing = (database: Database): InvitationRepository['commit'] =>
  commitBy(
    async (record) =>
      (await isStored(database, record)) ? 'stored' : findInTheWay(database, record),
    kindOf,
  )

async function isStored(database: Database, record: InvitationRecord): Promise<boolean> {
  const row = rowOf(record)
  try {
    await database.transaction(async (tx) => {
      const isFree =
        (!record.pace || (await usePace(tx, row, record.pace))) &&
        (await takePair(tx, row)) &&
        (await takeIdentifier(tx, row))
      // Takes back the pace and the pair.
      if (!isFree) tx.rollback()
      if (record.deliveries.length > 0) await tx.insert(deliveries).values([...record.deliveries])
    })
    return true
  } catch (error) {
    if (error instanceof TransactionRollbackError) return false
    throw error
  }
}

type Row = ReturnType<typeof rowOf>

function rowOf({ invitation, textFingerprint }: InvitationRecord) {
  const { inviterId, recipientId, groupId, reference, ...rest } = invitation
  return {
    ...rest,
    inviterId: existingKeyOf(inviterId),
    recipientId: existingKeyOf(recipientId),
    groupId: existingKeyOf(groupId),
    referenceField: reference?.field,
    referenceEntry: reference?.entry,
    textFingerprint,
  } satisfies typeof invitations.$inferInsert
}

async function usePace(tx: Database, row: Row, pace: Pace): Promise<boolean> {
  const sentAtMs = row.sentAt.getTime()
  const used = await tx
    .insert(paces)
    .values({ inviterId: row.inviterId, freeAtMs: sentAtMs + pace.everyMs })
    .onConflictDoUpdate({
      target: paces.inviterId,
      set: {
        freeAtMs: sql`greatest(${paces.freeAtMs}, ${sentAtMs}::bigint) + ${pace.everyMs}::bigint`,
      },
      setWhere: lte(paces.freeAtMs, sentAtMs + leewayOf(pace)),
    })
    .returning()
  return used.length > 0
}

async function takePair(tx: Database, row: Row): Promise<boolean> {
  const { invitationId, sentAt, repeatableAt } = row
  const taken = await tx
    .insert(claims)
    .values(row)
    .onConflictDoUpdate({
      target: [claims.inviterId, claims.recipientId],
      set: { invitationId, sentAt, repeatableAt },
      setWhere: lte(claims.repeatableAt, sentAt),
    })
    .returning()
  return taken.length > 0
}

async function takeIdentifier(tx: Database, row: Row): Promise<boolean> {
  const taken = await tx.insert(invitations).values(row).onConflictDoNothing().returning()
  return taken.length > 0
}

/** In one snapshot, so that identifier, pair and pace are looked up at the same instant. */
function findInTheWay(
  database: Database,
  { invitation, pace }: InvitationRecord,
): Promise<InTheWay> {
  const { invitationId, sentAt } = invitation
  const inviter = existingKeyOf(invitation.inviterId)
  return database.transaction(
    async (tx) => {
      const [stored] = await tx
        .select(INVITATION)
        .from(invitations)
        .where(eq(invitations.invitationId, invitationId))
      const [claim] = await tx
        .select(CLAIM)
        .from(claims)
        .where(
          and(
            eq(claims.inviterId, inviter),
            eq(claims.recipientId, existingKeyOf(invitation.recipientId)),
            gt(claims.repeatableAt, sentAt),
          ),
        )
      const latest = pace && sentAt.getTime() + leewayOf(pace)
      const [used] =
        latest === undefined
          ? []
          : await tx
              .select()
              .from(paces)
              .where(and(eq(paces.inviterId, inviter), gt(paces.freeAtMs, latest)))
      return {
        invitation: stored && invitationIn(stored),
        claim: claim && claimIn(claim),
        freeAt: used && new Date(used.freeAtMs),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
