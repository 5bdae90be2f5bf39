// The network's tables in Drizzle, as its own code has them.
import { bigint, boolean, integer, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core'

const id = (name: string) => bigint(name, { mode: 'bigint' })
const key = () => id('id').primaryKey().generatedByDefaultAsIdentity()

export const users = pgTable('users', {
  id: key(),
  username: varchar({ length: 60 }).notNull(),
  email: varchar({ length: 255 }).notNull(),
  firstName: varchar('first_name', { length: 100 }),
  lastName: varchar('last_name', { length: 100 }),
  language: varchar({ length: 10 }),
  suspendedAt: timestamp('suspended_at'),
  deletedAt: timestamp('deleted_at'),
})

export const profileInterests = pgTable('profile_interests', {
  id: key(),
  userId: id('user_id').notNull(),
  kind: varchar({ enum: ['seeking', 'offering', 'other'] }).notNull(),
  position: integer().notNull(),
  label: varchar({ length: 120 }).notNull(),
})

export const userBlocks = pgTable('user_blocks', {
  blockerId: id('blocker_id').notNull(),
  blockedId: id('blocked_id').notNull(),
})

export const friendships = pgTable('friendships', {
  userLow: id('user_low').notNull(),
  userHigh: id('user_high').notNull(),
  requestedBy: id('requested_by').notNull(),
  status: varchar({ enum: ['requested', 'accepted', 'ended'] }).notNull(),
})

export const notificationSettings = pgTable('notification_settings', {
  userId: id('user_id').primaryKey(),
  communityInvites: boolean('community_invites').notNull().default(true),
  mentions: boolean().notNull().default(true),
  digest: varchar({ length: 10 }).notNull().default('weekly'),
})

export const communities = pgTable('communities', {
  id: key(),
  slug: varchar({ length: 80 }).notNull(),
  title: varchar({ length: 200 }).notNull(),
  visibility: varchar({ enum: ['public', 'private', 'secret'] }).notNull(),
  joinPolicy: varchar('join_policy', { enum: ['open', 'request', 'invite_only'] }).notNull(),
  archivedAt: timestamp('archived_at'),
})

export const communityMembers = pgTable('community_members', {
  id: key(),
  communityId: id('community_id').notNull(),
  userId: id('user_id').notNull(),
  role: varchar({
    enum: ['owner', 'admin', 'editor', 'subscriber', 'follower', 'integration'],
  }).notNull(),
  state: varchar({ enum: ['invited', 'requested', 'active', 'left', 'blocked'] }).notNull(),
  joinedAt: timestamp('joined_at'),
  leftAt: timestamp('left_at'),
})
