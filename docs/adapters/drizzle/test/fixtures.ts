import { emptyTables, seed, setStanding, standingOf } from '../../postgres/test/fixtures.js'
import type { Database as Tables } from '../../postgres/database.js'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'
import type { Database } from '../database.js'
import { repositoriesIn } from '../repositories.js'
import { deliveries } from '../schema.js'

/** Fixtures of all ports over a database, whose tables are filled by its client, for one case at a time. */
export const drizzleFixtures =
  (database: Database, client: Tables, another?: Database): FixturesOf =>
  (port) =>
  async () => {
    await emptyTables(client)
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => seed(client, network),
      deliveries: () =>
        database
          .select({
            deliveryId: deliveries.delivery_id,
            invitationId: deliveries.invitation_id,
            channel: deliveries.channel,
          })
          .from(deliveries),
      standingOf: (groupId, memberId) => standingOf(client, groupId, memberId),
      setStanding: (groupId, memberId, standing) =>
        setStanding(client, groupId, memberId, standing),
      ...(another && { another: () => repositoriesIn(another)[port] }),
      close: () => undefined,
    }
  }
