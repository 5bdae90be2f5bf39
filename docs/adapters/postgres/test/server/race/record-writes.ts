import type { Standing, StatusOrOpen } from 'group-invitations'
import type { Pool } from 'pg'
import type { Write } from '../../../../../../test/support/race/check-writes.js'

// The triggers run at the commit, when the transaction has all its locks: so the writes of a row are in their true order.
const TRIGGERS = `
  CREATE TABLE writes (
    place bigint GENERATED ALWAYS AS IDENTITY, transaction text DEFAULT txid_current()::text,
    by_answer boolean DEFAULT current_setting('application_name') = 'answers',
    type text, key text, other text, before text, after text
  );
  CREATE FUNCTION record_membership() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO writes (type, key, other, before, after)
    VALUES ('membership', coalesce(NEW.group_id, OLD.group_id), coalesce(NEW.member_id, OLD.member_id),
            OLD.standing, NEW.standing);
    RETURN NULL;
  END $$;
  CREATE FUNCTION record_status() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO writes (type, key, before, after)
    VALUES ('status', OLD.invitation_id, coalesce(OLD.status, 'Open'),
            CASE TG_OP WHEN 'UPDATE' THEN coalesce(NEW.status, 'Open') END);
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER recording AFTER INSERT OR UPDATE OR DELETE ON memberships
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_membership();
  CREATE CONSTRAINT TRIGGER recording AFTER UPDATE OR DELETE ON invitations
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_status();`

/** Lets the database record each write of a membership or a status. */
export async function recordWrites(pool: Pool): Promise<void> {
  await pool.query(TRIGGERS)
}

interface Row {
  readonly transaction: string
  readonly by_answer: boolean
  readonly type: 'membership' | 'status'
  readonly key: string
  readonly other: string | null
  readonly before: string | null
  readonly after: string | null
}

/** All writes since then, in the order of the commits. */
export async function recordedWrites(pool: Pool): Promise<Write[]> {
  const { rows } = await pool.query<Row>('SELECT * FROM writes ORDER BY place')
  return rows.map(({ transaction, by_answer: byAnswer, type, key, other, before, after }) => {
    // The tables' own checks allow no other values.
    const statuses = { before: before as StatusOrOpen, after: after as StatusOrOpen | null }
    const standings = { before: before as Standing | null, after: after as Standing | null }
    return type === 'status'
      ? { type, transaction, byAnswer, invitationId: key, ...statuses }
      : { type, transaction, byAnswer, groupId: key, memberId: other ?? '', ...standings }
  })
}
