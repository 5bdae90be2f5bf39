-- Beside the tables of ../postgres/schema.sql. Those of people and groups are used in the database of the network,
-- those of invitations on each server of invitations. All databases have the collation C, so that all sort alike.

-- On each server of invitations: who has accepted, and is still to join.
CREATE TABLE joinings (
  invitation_id text PRIMARY KEY,
  group_id      text NOT NULL,
  member_id     text NOT NULL,
  standing      text NOT NULL CHECK (standing IN ('member', 'pending'))
);

-- In the database of the network: who has joined by which invitation. Delete a row a day later.
CREATE TABLE joined (
  invitation_id text PRIMARY KEY,
  joined_at     timestamptz NOT NULL DEFAULT now()
);
