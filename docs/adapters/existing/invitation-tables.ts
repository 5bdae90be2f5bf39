// The tables of migration.sql.
import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const id = (name: string) => bigint(name, { mode: 'bigint' }).notNull()
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const optOuts = pgTable(
  'opt_outs',
  {
    memberId: id('member_id'),
    scope: text({ enum: ['inviter', 'group'] }).notNull(),
    scopeId: id('scope_id'),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.scope, table.scopeId] })],
)

export const claims = pgTable(
  'claims',
  {
    inviterId: id('inviter_id'),
    recipientId: id('recipient_id'),
    invitationId: text('invitation_id').notNull(),
    sentAt: instant('sent_at').notNull(),
    repeatableAt: instant('repeatable_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inviterId, table.recipientId] })],
)

export const paces = pgTable('paces', {
  inviterId: id('inviter_id').primaryKey(),
  freeAtMs: bigint('free_at_ms', { mode: 'number' }).notNull(),
})

export const invitations = pgTable('invitations', {
  invitationId: text('invitation_id').primaryKey(),
  inviterId: id('inviter_id'),
  recipientId: id('recipient_id'),
  groupId: id('group_id'),
  route: text({ enum: ['profile', 'group'] }).notNull(),
  subject: text(),
  text: text().notNull(),
  referenceField: text('reference_field', { enum: ['wants', 'haves', 'other'] }),
  referenceEntry: text('reference_entry'),
  textFingerprint: text('text_fingerprint'),
  sentAt: instant('sent_at').notNull(),
  repeatableAt: instant('repeatable_at').notNull(),
  status: text({ enum: ['Declined', 'Accepted', 'Withdrawn'] }),
  changedAt: instant('changed_at'),
  changedByMember: bigint('changed_by_member', { mode: 'bigint' }),
  changedByNetwork: text('changed_by_network'),
})

export const deliveries = pgTable('deliveries', {
  deliveryId: text('delivery_id').primaryKey(),
  invitationId: text('invitation_id').notNull(),
  channel: text({ enum: ['email', 'news'] }).notNull(),
})
