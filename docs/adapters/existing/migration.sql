-- What group-invitations adds to the network's tables. Nothing of the network's is changed, except for one index.
--
-- No foreign keys: the network's job that erases users knows nothing of these tables, and a claim or an opt-out must
-- outlive what it names.

-- 1. One membership at a time. No lock can do this: each writer of memberships, also those that nobody remembers, would
-- have to take it before it looks. The index holds against all of them. A writer that comes second gets a unique
-- violation (23505), and has to look again. Rows of the earlier feature (invited) may stand beside.
--
-- On a live database build it with CONCURRENTLY, outside of a transaction. It fails if somebody has two memberships now.
-- Let a person decide which of them is true:
--   SELECT community_id, user_id, array_agg(state || ' ' || role) FROM community_members
--    WHERE left_at IS NULL AND state IN ('requested', 'active', 'blocked')
--    GROUP BY community_id, user_id HAVING count(*) > 1;
CREATE UNIQUE INDEX community_members_one_current ON community_members (community_id, user_id)
  WHERE left_at IS NULL AND state IN ('requested', 'active', 'blocked');

-- 2. The library's tables. They are those of ../postgres/schema.sql, with the network's keys.

-- From one inviter, or into one group. The opt-out from everything stays in notification_settings, where the network's
-- settings page shows and writes it: with two places for one switch, one of them would be wrong.
CREATE TABLE opt_outs (
  member_id bigint NOT NULL,
  scope     text NOT NULL CHECK (scope IN ('inviter', 'group')),
  scope_id  bigint NOT NULL,
  PRIMARY KEY (member_id, scope, scope_id)
);

CREATE TABLE claims (
  inviter_id    bigint NOT NULL,
  recipient_id  bigint NOT NULL,
  invitation_id text NOT NULL,
  sent_at       timestamptz(3) NOT NULL,
  repeatable_at timestamptz(3) NOT NULL,
  PRIMARY KEY (inviter_id, recipient_id)
);

-- In milliseconds since 1970, so that the pace is computed in whole numbers.
CREATE TABLE paces (
  inviter_id bigint PRIMARY KEY,
  free_at_ms bigint NOT NULL
);

CREATE TABLE invitations (
  invitation_id      text PRIMARY KEY,
  inviter_id         bigint NOT NULL,
  recipient_id       bigint NOT NULL,
  group_id           bigint NOT NULL,
  route              text NOT NULL CHECK (route IN ('profile', 'group')),
  subject            text,
  text               text NOT NULL,
  reference_field    text CHECK (reference_field IN ('wants', 'haves', 'other')),
  reference_entry    text,
  text_fingerprint   text,
  sent_at            timestamptz(3) NOT NULL,
  repeatable_at      timestamptz(3) NOT NULL,
  status             text CHECK (status IN ('Declined', 'Accepted', 'Withdrawn')),
  changed_at         timestamptz(3),
  changed_by_member  bigint,
  changed_by_network text,
  CHECK ((status IS NULL) = (changed_at IS NULL)),
  CHECK (num_nonnulls(changed_by_member, changed_by_network) = num_nonnulls(status))
);

CREATE INDEX invitations_of_inviter ON invitations (inviter_id, sent_at DESC, invitation_id DESC);
CREATE INDEX invitations_of_recipient ON invitations (recipient_id, sent_at DESC, invitation_id DESC);

-- As in ../postgres, so that its relay.ts and dead-letters.ts work over them as they are.
CREATE TABLE deliveries (
  delivery_id   text PRIMARY KEY,
  invitation_id text NOT NULL,
  channel       text NOT NULL CHECK (channel IN ('email', 'news')),
  attempts      integer NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX deliveries_due ON deliveries (due_at);

CREATE TABLE dead_letters (
  delivery_id   text PRIMARY KEY,
  invitation_id text NOT NULL,
  channel       text NOT NULL,
  attempts      integer NOT NULL,
  problem       text NOT NULL,
  died_at       timestamptz NOT NULL DEFAULT now()
);

-- 3. The invitations of the earlier feature whose cooldown has not ended. Switch the feature off first. It is counted
-- forward from the sending, in UTC and in calendar months: 31 August ends on 28 (29) February. So months are added to
-- the timestamp without a zone; added to a timestamptz, they would be those of the session's zone.
WITH sent AS (
  -- Cut and not rounded to milliseconds, so that both instants are cut alike.
  SELECT *, date_trunc('milliseconds', created_at) AS sent_at FROM community_invitations
), living AS (
  SELECT * FROM sent WHERE sent_at + interval '6 months' > now() AT TIME ZONE 'UTC'
)
INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, text, sent_at, repeatable_at,
                         status, changed_at, changed_by_member, changed_by_network)
SELECT 'community-invitation-' || id, inviter_id, invitee_id, community_id,
       -- The earlier feature asked for no friendship.
       'profile',
       -- An empty text means that it was erased, and such an invitation cannot be accepted.
       coalesce(nullif(btrim(message, E' \t\r\n'), ''), '–'),
       sent_at AT TIME ZONE 'UTC', (sent_at + interval '6 months') AT TIME ZONE 'UTC',
       became,
       -- Some answers have no date.
       CASE WHEN became IS NOT NULL THEN coalesce(responded_at AT TIME ZONE 'UTC', now()) END,
       -- Nobody knows who revoked: the inviter or a moderator.
       CASE WHEN became IN ('Accepted', 'Declined') THEN invitee_id END,
       CASE WHEN became = 'Withdrawn' THEN 'imported' END
  FROM living,
       LATERAL (SELECT CASE status WHEN 'accepted' THEN 'Accepted'
                                   WHEN 'declined' THEN 'Declined'
                                   WHEN 'revoked' THEN 'Withdrawn' END) AS change (became);

-- The latest of each pair, whatever became of it.
INSERT INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
SELECT DISTINCT ON (inviter_id, recipient_id) inviter_id, recipient_id, invitation_id, sent_at, repeatable_at
  FROM invitations
 ORDER BY inviter_id, recipient_id, sent_at DESC, invitation_id DESC;

-- 4. Then run fingerprintImported of import-fingerprints.ts once: it recognises copies of the texts of the last 30 days.
