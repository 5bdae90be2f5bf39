// The tables of postgres/schema.sql, which says what each is for and what to keep. The keys are the names of the
// columns, so that a row of Drizzle is a row of shared/rows.ts.
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp as timestampWith,
} from 'drizzle-orm/pg-core'

const timestamp = () => timestampWith({ withTimezone: true, precision: 3, mode: 'date' })
const timestampNow = () =>
  timestampWith({ withTimezone: true, mode: 'date' }).notNull().defaultNow()

export const members = pgTable('members', {
  member_id: text().primaryKey(),
  display_name: text().notNull(),
  given_name: text(),
  family_name: text(),
  locale: text(),
  wants: text().array().notNull().default([]),
  haves: text().array().notNull().default([]),
  other: text().array().notNull().default([]),
  url: text(),
})

// A check is SQL in Drizzle too, and gets the name that PostgreSQL has given it.
export const groups = pgTable(
  'groups',
  {
    group_id: text().primaryKey(),
    name: text().notNull(),
    url: text(),
    admission: text({ enum: ['open', 'approval'] }),
  },
  (table) => [check('groups_admission_check', sql`${table.admission} IN ('open', 'approval')`)],
)

export const memberships = pgTable(
  'memberships',
  {
    group_id: text().notNull(),
    member_id: text().notNull(),
    standing: text({ enum: ['member', 'moderator', 'pending', 'banned'] }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'memberships_pkey', columns: [table.group_id, table.member_id] }),
    index('memberships_of_member').on(table.member_id),
    check(
      'memberships_standing_check',
      sql`${table.standing} IN ('member', 'moderator', 'pending', 'banned')`,
    ),
  ],
)

export const contacts = pgTable(
  'contacts',
  { member_id: text().notNull(), contact_id: text().notNull() },
  (table) => [primaryKey({ name: 'contacts_pkey', columns: [table.member_id, table.contact_id] })],
)

export const blocks = pgTable(
  'blocks',
  { member_id: text().notNull(), blocked_id: text().notNull() },
  (table) => [primaryKey({ name: 'blocks_pkey', columns: [table.member_id, table.blocked_id] })],
)

export const optOuts = pgTable(
  'opt_outs',
  {
    member_id: text().notNull(),
    scope: text({ enum: ['all', 'inviter', 'group'] }).notNull(),
    scope_id: text().notNull().default(''),
  },
  (table) => [
    primaryKey({
      name: 'opt_outs_pkey',
      columns: [table.member_id, table.scope, table.scope_id],
    }),
    check('opt_outs_scope_check', sql`${table.scope} IN ('all', 'inviter', 'group')`),
    check('opt_outs_check', sql`(${table.scope} = 'all') = (${table.scope_id} = '')`),
  ],
)

export const claims = pgTable(
  'claims',
  {
    inviter_id: text().notNull(),
    recipient_id: text().notNull(),
    invitation_id: text().notNull(),
    sent_at: timestamp().notNull(),
    repeatable_at: timestamp().notNull(),
  },
  (table) => [primaryKey({ name: 'claims_pkey', columns: [table.inviter_id, table.recipient_id] })],
)

export const paces = pgTable('paces', {
  inviter_id: text().primaryKey(),
  free_at: timestamp().notNull(),
})

export const invitations = pgTable(
  'invitations',
  {
    invitation_id: text().primaryKey(),
    inviter_id: text().notNull(),
    recipient_id: text().notNull(),
    group_id: text().notNull(),
    route: text({ enum: ['profile', 'group'] }).notNull(),
    subject: text(),
    text: text().notNull(),
    reference_field: text({ enum: ['wants', 'haves', 'other'] }),
    reference_entry: text(),
    text_fingerprint: text(),
    sent_at: timestamp().notNull(),
    repeatable_at: timestamp().notNull(),
    status: text({ enum: ['Declined', 'Accepted', 'Withdrawn'] }),
    changed_at: timestamp(),
    changed_by_member: text(),
    changed_by_network: text(),
  },
  // `desc()` alone is DESC NULLS LAST in an index of Drizzle, and DESC NULLS FIRST in a query: the index would be of no
  // use. And `on` takes the order out of what it is given: each index needs its own.
  (table) => {
    const newestFirst = () =>
      [table.sent_at.desc().nullsFirst(), table.invitation_id.desc().nullsFirst()] as const
    return [
      index('invitations_of_inviter').on(table.inviter_id, ...newestFirst()),
      index('invitations_of_recipient').on(table.recipient_id, ...newestFirst()),
      check('invitations_route_check', sql`${table.route} IN ('profile', 'group')`),
      check(
        'invitations_reference_field_check',
        sql`${table.reference_field} IN ('wants', 'haves', 'other')`,
      ),
      check(
        'invitations_status_check',
        sql`${table.status} IN ('Declined', 'Accepted', 'Withdrawn')`,
      ),
      check('invitations_check', sql`(${table.status} IS NULL) = (${table.changed_at} IS NULL)`),
      check(
        'invitations_check1',
        sql`num_nonnulls(${table.changed_by_member}, ${table.changed_by_network}) = num_nonnulls(${table.status})`,
      ),
    ]
  },
)

export const deliveries = pgTable(
  'deliveries',
  {
    delivery_id: text().primaryKey(),
    invitation_id: text().notNull(),
    channel: text({ enum: ['email', 'news'] }).notNull(),
    attempts: integer().notNull().default(0),
    due_at: timestampNow(),
  },
  (table) => [
    index('deliveries_due').on(table.due_at),
    check('deliveries_channel_check', sql`${table.channel} IN ('email', 'news')`),
  ],
)

export const deadLetters = pgTable('dead_letters', {
  delivery_id: text().primaryKey(),
  invitation_id: text().notNull(),
  channel: text().notNull(),
  attempts: integer().notNull(),
  problem: text().notNull(),
  died_at: timestampNow(),
})

export const bounces = pgTable('bounces', {
  member_id: text().primaryKey(),
  bounced_at: timestampNow(),
})
