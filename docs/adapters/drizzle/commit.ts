import { and, eq, gt, lte, max } from 'drizzle-orm'
import type { InvitationRecord, InvitationRepository, Pace } from 'group-invitations'
import { kindOf } from '../postgres/conflicts.js'
import { commitBy, type InTheWay } from '../shared/commit.js'
import { leewayOf } from '../shared/leeway-of.js'
import { claimIn, invitationIn } from '../shared/rows.js'
import type { Database } from './database.js'
import { claims, deliveries, invitations, paces } from './schema.js'
import { storeOrRollBack } from './store-or-roll-back.js'

/** Commits in one transaction. If that is denied, a query after it finds the reason. */
export const committing = (database: Database): InvitationRepository['commit'] =>
  commitBy(async (record) => {
    const stored = await storeOrRollBack(database, (transaction) => store(transaction, record))
    return stored ?? findInTheWay(database, record)
  }, kindOf)

/**
 * Returns `undefined` if something is in the way. Each step waits for commits that it may exclude. All commits take
 * their locks in this order, so that none waits for another in a circle: the pace, the identifier, the pair.
 */
async function store(
  transaction: Database,
  { invitation, textFingerprint, deliveries: outbox, pace }: InvitationRecord,
): Promise<'stored' | undefined> {
  if (pace && !(await usePace(transaction, invitation, pace))) return undefined
  const { invitationId, inviterId, recipientId, sentAt, repeatableAt } = invitation
  const claim = { invitation_id: invitationId, sent_at: sentAt, repeatable_at: repeatableAt }
  const pair = { inviter_id: inviterId, recipient_id: recipientId }

  const isNew = await transaction
    .insert(invitations)
    .values({
      ...claim,
      ...pair,
      group_id: invitation.groupId,
      route: invitation.route,
      subject: invitation.subject,
      text: invitation.text,
      reference_field: invitation.reference?.field,
      reference_entry: invitation.reference?.entry,
      text_fingerprint: textFingerprint,
    })
    .onConflictDoNothing()
    .returning({ invitation_id: invitations.invitation_id })
  if (isNew.length === 0) return undefined

  // Returns no row if the pair has a claim that has not ended.
  const isFree = await transaction
    .insert(claims)
    .values({ ...claim, ...pair })
    .onConflictDoUpdate({
      target: [claims.inviter_id, claims.recipient_id],
      set: claim,
      setWhere: lte(claims.repeatable_at, sentAt),
    })
    .returning({ invitation_id: claims.invitation_id })
  if (isFree.length === 0) return undefined

  await transaction.insert(deliveries).values(
    outbox.map(({ deliveryId, channel }) => ({
      delivery_id: deliveryId,
      invitation_id: invitationId,
      channel,
    })),
  )
  return 'stored'
}

/**
 * The lock lets the commits of an inviter pass one after the other. The first one has no row to lock. It inserts one,
 * and if somebody else was first, that violates the key, and the attempt is made again. An upsert would forget the
 * other use.
 */
async function usePace(
  transaction: Database,
  { inviterId, sentAt }: InvitationRecord['invitation'],
  pace: Pace,
): Promise<boolean> {
  const ofInviter = eq(paces.inviter_id, inviterId)
  const [used] = await transaction.select().from(paces).where(ofInviter).for('no key update')
  if (used && isUsedUp(used.free_at, sentAt, pace)) return false
  const free_at = new Date(Math.max(+(used?.free_at ?? sentAt), +sentAt) + pace.everyMs)
  await (used
    ? transaction.update(paces).set({ free_at }).where(ofInviter)
    : transaction.insert(paces).values({ inviter_id: inviterId, free_at }))
  return true
}

/** In this process: an instant to which a large burst reaches is none that `Date` and PostgreSQL write alike. */
const isUsedUp = (freeAt: Date, sentAt: Date, pace: Pace) => +freeAt - leewayOf(pace) > +sentAt

/** One query, so that identifier, pair and pace are looked up at the same instant. */
async function findInTheWay(
  database: Database,
  { invitation: { invitationId, inviterId, recipientId, sentAt }, pace }: InvitationRecord,
): Promise<InTheWay> {
  // An aggregate without groups has one row, whatever is found: the others are joined to it.
  const used = database
    .select({ free_at: max(paces.free_at).as('free_at') })
    .from(paces)
    .where(eq(paces.inviter_id, inviterId))
    .as('used')
  const [found] = await database
    .select()
    .from(used)
    .leftJoin(invitations, eq(invitations.invitation_id, invitationId))
    .leftJoin(
      claims,
      and(
        eq(claims.inviter_id, inviterId),
        eq(claims.recipient_id, recipientId),
        gt(claims.repeatable_at, sentAt),
      ),
    )
  const freeAt = found?.used.free_at
  return {
    invitation: found?.invitations ? invitationIn(found.invitations) : undefined,
    claim: found?.claims ? claimIn(found.claims) : undefined,
    freeAt: pace && freeAt && isUsedUp(freeAt, sentAt, pace) ? freeAt : undefined,
  }
}
