-- The tables of the repositories in this folder, for SQLite 3.38 and newer. Keep the primary keys of claims, invitations,
-- paces and memberships. Instants are milliseconds since 1970 in UTC. The entries of profiles are lists in JSON.

CREATE TABLE members (
  member_id    TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  given_name   TEXT,
  family_name  TEXT,
  locale       TEXT,
  wants        TEXT NOT NULL DEFAULT '[]',
  haves        TEXT NOT NULL DEFAULT '[]',
  other        TEXT NOT NULL DEFAULT '[]',
  url          TEXT
) STRICT;

CREATE TABLE groups (
  group_id TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  url      TEXT,
  -- NULL is approval: a moderator decides who joins.
  admission TEXT CHECK (admission IN ('open', 'approval'))
) STRICT;

CREATE TABLE memberships (
  group_id  TEXT NOT NULL,
  member_id TEXT NOT NULL,
  standing  TEXT NOT NULL CHECK (standing IN ('member', 'moderator', 'pending', 'banned')),
  PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX memberships_of_member ON memberships (member_id);

-- Two rows for each pair, one for each side.
CREATE TABLE contacts (
  member_id  TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (member_id, contact_id)
) STRICT, WITHOUT ROWID;

-- Who has blocked somebody, and who was blocked, see nothing of each other.
CREATE TABLE blocks (
  member_id  TEXT NOT NULL,
  blocked_id TEXT NOT NULL,
  PRIMARY KEY (member_id, blocked_id)
) STRICT, WITHOUT ROWID;

-- One row for each: from everything, from one inviter, or into one group, whose identifier is the scope_id.
CREATE TABLE opt_outs (
  member_id TEXT NOT NULL,
  scope     TEXT NOT NULL CHECK (scope IN ('all', 'inviter', 'group')),
  scope_id  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (member_id, scope, scope_id),
  CHECK ((scope = 'all') = (scope_id = ''))
) STRICT, WITHOUT ROWID;

-- The latest claim of each directed pair. The group is not in the key.
CREATE TABLE claims (
  inviter_id    TEXT NOT NULL,
  recipient_id  TEXT NOT NULL,
  invitation_id TEXT NOT NULL,
  sent_at       INTEGER NOT NULL,
  repeatable_at INTEGER NOT NULL,
  PRIMARY KEY (inviter_id, recipient_id)
) STRICT, WITHOUT ROWID;

-- When the whole burst of an inviter is free again. Without a pace of the policy it stays empty.
CREATE TABLE paces (
  inviter_id TEXT PRIMARY KEY,
  free_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  invitation_id   TEXT PRIMARY KEY,
  inviter_id      TEXT NOT NULL,
  recipient_id    TEXT NOT NULL,
  group_id        TEXT NOT NULL,
  route           TEXT NOT NULL CHECK (route IN ('profile', 'group')),
  subject         TEXT,
  text            TEXT NOT NULL,
  reference_field TEXT CHECK (reference_field IN ('wants', 'haves', 'other')),
  reference_entry TEXT,
  text_fingerprint TEXT,
  sent_at         INTEGER NOT NULL,
  repeatable_at   INTEGER NOT NULL,
  -- The latest decision. NULL: the invitation is open. Nobody writes that it has expired.
  status          TEXT CHECK (status IN ('Declined', 'Accepted', 'Withdrawn')),
  changed_at      INTEGER,
  changed_by_member  TEXT,
  changed_by_network TEXT,
  CHECK ((status IS NULL) = (changed_at IS NULL)),
  CHECK ((changed_by_member IS NOT NULL) + (changed_by_network IS NOT NULL) = (status IS NOT NULL))
) STRICT;

-- Both lists of a member, newest first. The index has their order, so that a page reads its own rows and no others: the
-- identifier is in it because several may be sent at one instant. The first also finds the recent fingerprints.
CREATE INDEX invitations_of_inviter ON invitations (inviter_id, sent_at DESC, invitation_id DESC);
CREATE INDEX invitations_of_recipient ON invitations (recipient_id, sent_at DESC, invitation_id DESC);

-- The outbox. Delete a row when its message was sent, or must not be sent any more.
CREATE TABLE deliveries (
  delivery_id   TEXT PRIMARY KEY,
  invitation_id TEXT NOT NULL,
  channel       TEXT NOT NULL CHECK (channel IN ('email', 'news')),
  attempts      INTEGER NOT NULL DEFAULT 0,
  due_at        INTEGER NOT NULL DEFAULT (unixepoch() * 1000)
) STRICT;

CREATE INDEX deliveries_due ON deliveries (due_at);

-- Deliveries that the relay has given up: a person must look at them.
CREATE TABLE dead_letters (
  delivery_id   TEXT PRIMARY KEY,
  invitation_id TEXT NOT NULL,
  channel       TEXT NOT NULL,
  attempts      INTEGER NOT NULL,
  problem       TEXT NOT NULL,
  died_at       INTEGER NOT NULL DEFAULT (unixepoch() * 1000)
) STRICT;
