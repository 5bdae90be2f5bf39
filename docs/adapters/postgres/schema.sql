-- The tables of the repositories in this folder. Rename and merge as you like. Keep the primary keys of claims and
-- invitations, which prevent a second invitation, that of paces, which keeps a burst from being sent twice, that of
-- memberships, which keeps a ban, and the milliseconds of the instants.

CREATE TABLE members (
  member_id    text PRIMARY KEY,
  display_name text NOT NULL,
  given_name   text,
  family_name  text,
  locale       text,
  wants        text[] NOT NULL DEFAULT '{}',
  haves        text[] NOT NULL DEFAULT '{}',
  other        text[] NOT NULL DEFAULT '{}',
  url          text
);

CREATE TABLE groups (
  group_id text PRIMARY KEY,
  name     text NOT NULL,
  url      text,
  -- NULL is approval: a moderator decides who joins.
  admission text CHECK (admission IN ('open', 'approval'))
);

CREATE TABLE memberships (
  group_id  text NOT NULL,
  member_id text NOT NULL,
  standing  text NOT NULL CHECK (standing IN ('member', 'moderator', 'pending', 'banned')),
  PRIMARY KEY (group_id, member_id)
);

CREATE INDEX memberships_of_member ON memberships (member_id);

-- Two rows for each pair, one for each side, written in one transaction.
CREATE TABLE contacts (
  member_id  text NOT NULL,
  contact_id text NOT NULL,
  PRIMARY KEY (member_id, contact_id)
);

-- Who has blocked somebody, and who was blocked, see nothing of each other.
CREATE TABLE blocks (
  member_id  text NOT NULL,
  blocked_id text NOT NULL,
  PRIMARY KEY (member_id, blocked_id)
);

-- A table of its own, so that an opt-out outlives the profile. One row for each: from everything, from one inviter, or
-- into one group, whose identifier is the scope_id.
CREATE TABLE opt_outs (
  member_id text NOT NULL,
  scope     text NOT NULL CHECK (scope IN ('all', 'inviter', 'group')),
  scope_id  text NOT NULL DEFAULT '',
  PRIMARY KEY (member_id, scope, scope_id),
  CHECK ((scope = 'all') = (scope_id = ''))
);

-- The latest claim of each directed pair. The group is not in the key: one invitation within 6 months, into any group.
-- The end of the cooldown is stored and never computed again.
CREATE TABLE claims (
  inviter_id    text NOT NULL,
  recipient_id  text NOT NULL,
  invitation_id text NOT NULL,
  sent_at       timestamptz(3) NOT NULL,
  repeatable_at timestamptz(3) NOT NULL,
  PRIMARY KEY (inviter_id, recipient_id)
);

-- How far each inviter has used up the pace of the policy: when the whole burst is free again. Without a pace the table
-- stays empty.
CREATE TABLE paces (
  inviter_id text PRIMARY KEY,
  free_at    timestamptz(3) NOT NULL
);

CREATE TABLE invitations (
  invitation_id   text PRIMARY KEY,
  inviter_id      text NOT NULL,
  recipient_id    text NOT NULL,
  group_id        text NOT NULL,
  route           text NOT NULL CHECK (route IN ('profile', 'group')),
  subject         text,
  text            text NOT NULL,
  reference_field text CHECK (reference_field IN ('wants', 'haves', 'other')),
  reference_entry text,
  text_fingerprint text,
  sent_at         timestamptz(3) NOT NULL,
  repeatable_at   timestamptz(3) NOT NULL,
  -- The latest decision. NULL: the invitation is open. Nobody writes that it has expired.
  status          text CHECK (status IN ('Declined', 'Accepted', 'Withdrawn')),
  changed_at      timestamptz(3),
  changed_by_member  text,
  changed_by_network text,
  CHECK ((status IS NULL) = (changed_at IS NULL)),
  CHECK (num_nonnulls(changed_by_member, changed_by_network) = num_nonnulls(status))
);

-- Both lists of a member, newest first. The index has their order, so that a page reads its own rows and no others: the
-- identifier is in it because several may be sent at one instant. The first also finds the recent fingerprints.
CREATE INDEX invitations_of_inviter ON invitations (inviter_id, sent_at DESC, invitation_id DESC);
CREATE INDEX invitations_of_recipient ON invitations (recipient_id, sent_at DESC, invitation_id DESC);

-- The outbox. Delete a row when its message was sent, or must not be sent any more.
CREATE TABLE deliveries (
  delivery_id   text PRIMARY KEY,
  invitation_id text NOT NULL,
  channel       text NOT NULL CHECK (channel IN ('email', 'news')),
  attempts      integer NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX deliveries_due ON deliveries (due_at);

-- Deliveries that the relay has given up: a person must look at them.
CREATE TABLE dead_letters (
  delivery_id   text PRIMARY KEY,
  invitation_id text NOT NULL,
  channel       text NOT NULL,
  attempts      integer NOT NULL,
  problem       text NOT NULL,
  died_at       timestamptz NOT NULL DEFAULT now()
);

-- Members whose mail has come back. Delete a row when the member has another address.
CREATE TABLE bounces (
  member_id  text PRIMARY KEY,
  bounced_at timestamptz NOT NULL DEFAULT now()
);
