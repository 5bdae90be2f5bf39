-- Makes a job of each delivery, in the transaction that stores the invitation: no row reaches the outbox. Run it after
-- the migrations of graphile-worker (`npx graphile-worker --schema-only`) and after schema.sql of the adapter.
CREATE FUNCTION enqueue_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'deliver_invitation',
    json_build_object(
      'deliveryId', NEW.delivery_id, 'invitationId', NEW.invitation_id, 'channel', NEW.channel
    ),
    job_key => NEW.delivery_id,
    -- One more than TRIES in graphile-worker.ts.
    max_attempts => 15
  );
  RETURN NULL;
END $$;

CREATE TRIGGER enqueue_delivery BEFORE INSERT ON deliveries
  FOR EACH ROW EXECUTE FUNCTION enqueue_delivery();

-- What has been in the outbox.
WITH waiting AS (
  DELETE FROM deliveries RETURNING delivery_id, invitation_id, channel
)
INSERT INTO deliveries (delivery_id, invitation_id, channel) SELECT * FROM waiting;
