-- The tables of the repositories in this folder, for MySQL 8.0.16 and later, and for MariaDB 10.6 and later. Rename and
-- merge as you like. Keep the primary keys of claims and invitations, which prevent a second invitation, that of paces,
-- which keeps a burst from being sent twice, that of memberships, which keeps a ban, and the milliseconds of the instants.
--
-- Identifiers are VARBINARY: bytes are compared exactly, without case, accents and trailing blanks. The collations of
-- text that also do so have no name that both servers know. 255 code points are up to 1,020 bytes, and three such columns
-- are all that a key may have. If yours are BIGINT or CHAR(36) CHARACTER SET ascii, use those.
--
-- Instants are in UTC, whatever the time zones of the server and of the driver.

CREATE TABLE members (
  member_id    VARBINARY(1020) PRIMARY KEY,
  display_name TEXT NOT NULL,
  given_name   TEXT,
  family_name  TEXT,
  locale       TEXT,
  wants        JSON NOT NULL DEFAULT (JSON_ARRAY()),
  haves        JSON NOT NULL DEFAULT (JSON_ARRAY()),
  other        JSON NOT NULL DEFAULT (JSON_ARRAY()),
  url          TEXT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A reserved word of MySQL, so it is quoted everywhere.
CREATE TABLE `groups` (
  group_id VARBINARY(1020) PRIMARY KEY,
  name     TEXT NOT NULL,
  url      TEXT,
  -- NULL is approval: a moderator decides who joins.
  admission ENUM('open', 'approval')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE memberships (
  group_id  VARBINARY(1020) NOT NULL,
  member_id VARBINARY(1020) NOT NULL,
  standing  ENUM('member', 'moderator', 'pending', 'banned') NOT NULL,
  PRIMARY KEY (group_id, member_id),
  INDEX memberships_of_member (member_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Two rows for each pair, one for each side, written in one transaction.
CREATE TABLE contacts (
  member_id  VARBINARY(1020) NOT NULL,
  contact_id VARBINARY(1020) NOT NULL,
  PRIMARY KEY (member_id, contact_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who has blocked somebody, and who was blocked, see nothing of each other.
CREATE TABLE blocks (
  member_id  VARBINARY(1020) NOT NULL,
  blocked_id VARBINARY(1020) NOT NULL,
  PRIMARY KEY (member_id, blocked_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A table of its own, so that an opt-out outlives the profile. One row for each: from everything, from one inviter, or
-- into one group, whose identifier is the scope_id.
CREATE TABLE opt_outs (
  member_id VARBINARY(1020) NOT NULL,
  scope     ENUM('all', 'inviter', 'group') NOT NULL,
  scope_id  VARBINARY(1020) NOT NULL DEFAULT '',
  PRIMARY KEY (member_id, scope, scope_id),
  CHECK ((scope = 'all') = (scope_id = ''))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The latest claim of each directed pair. The group is not in the key: one invitation within 6 months, into any group.
-- The end of the cooldown is stored and never computed again.
CREATE TABLE claims (
  inviter_id    VARBINARY(1020) NOT NULL,
  recipient_id  VARBINARY(1020) NOT NULL,
  invitation_id VARBINARY(64) NOT NULL,
  sent_at       DATETIME(3) NOT NULL,
  repeatable_at DATETIME(3) NOT NULL,
  PRIMARY KEY (inviter_id, recipient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How far each inviter has used up the pace of the policy: when the whole burst is free again, in milliseconds since 1970.
-- A large burst of a slow pace goes on after the year 9999, with which DATETIME ends. Without a pace the table stays empty.
CREATE TABLE paces (
  inviter_id VARBINARY(1020) PRIMARY KEY,
  free_at    BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Both lists of a member have an index in their order, so that a page reads its own rows and no others: the identifier is
-- in it because several may be sent at one instant. The first also finds the recent fingerprints.
CREATE TABLE invitations (
  invitation_id   VARBINARY(64) PRIMARY KEY,
  inviter_id      VARBINARY(1020) NOT NULL,
  recipient_id    VARBINARY(1020) NOT NULL,
  group_id        VARBINARY(1020) NOT NULL,
  route           ENUM('profile', 'group') NOT NULL,
  subject         TEXT,
  text            TEXT NOT NULL,
  reference_field ENUM('wants', 'haves', 'other'),
  reference_entry TEXT,
  text_fingerprint TEXT,
  sent_at         DATETIME(3) NOT NULL,
  repeatable_at   DATETIME(3) NOT NULL,
  -- The latest decision. NULL: the invitation is open. Nobody writes that it has expired.
  status          ENUM('Declined', 'Accepted', 'Withdrawn'),
  changed_at      DATETIME(3),
  changed_by_member  VARBINARY(1020),
  changed_by_network TEXT,
  INDEX invitations_of_inviter (inviter_id, sent_at, invitation_id),
  INDEX invitations_of_recipient (recipient_id, sent_at, invitation_id),
  CHECK ((status IS NULL) = (changed_at IS NULL)),
  CHECK ((changed_by_member IS NOT NULL) + (changed_by_network IS NOT NULL) = (status IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The outbox. Delete a row when its message was sent, or must not be sent any more.
CREATE TABLE deliveries (
  delivery_id   VARBINARY(70) PRIMARY KEY,
  invitation_id VARBINARY(64) NOT NULL,
  channel       ENUM('email', 'news') NOT NULL,
  attempts      INT NOT NULL DEFAULT 0,
  due_at        DATETIME(3) NOT NULL DEFAULT (UTC_TIMESTAMP(3)),
  INDEX deliveries_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Deliveries that the relay has given up: a person must look at them.
CREATE TABLE dead_letters (
  delivery_id   VARBINARY(70) PRIMARY KEY,
  invitation_id VARBINARY(64) NOT NULL,
  channel       ENUM('email', 'news') NOT NULL,
  attempts      INT NOT NULL,
  problem       TEXT NOT NULL,
  died_at       DATETIME(3) NOT NULL DEFAULT (UTC_TIMESTAMP(3))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
