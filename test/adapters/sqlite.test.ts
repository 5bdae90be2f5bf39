import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivery } from 'group-invitations'
import { test } from 'vitest'
import { rowsOf } from '../../docs/adapters/sqlite/database.js'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import type { FixturesOf } from '../support/contracts-of.js'
import { proveAdapters } from '../support/prove-adapters.js'
import {
  type OpenDatabase,
  SCHEMA,
  seed,
  setStanding,
  sqlite,
  standingOf,
} from '../support/sqlite.js'

const DatabaseSync = await sqlite()
if (DatabaseSync) proveAdapters('SQLite', fixturesOver(DatabaseSync))
else {
  test.skip(`SQLite comes with Node 22, and this is ${process.version}: npm run test:sqlite`, () =>
    undefined)
}

function fixturesOver(Open: OpenDatabase): FixturesOf {
  return (port) => () => {
    const folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
    const file = join(folder, 'network.db')
    const database = new Open(file)
    const opened = [database]
    database.exec(SCHEMA)
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => {
        seed(database, network)
      },
      deliveries: () =>
        rowsOf<Delivery>(
          database.prepare(
            'SELECT delivery_id AS deliveryId, invitation_id AS invitationId, channel FROM deliveries',
          ),
        ),
      standingOf: (groupId, memberId) => standingOf(database, groupId, memberId),
      setStanding: (groupId, memberId, standing) => {
        setStanding(database, groupId, memberId, standing)
      },
      another: () => {
        const second = new Open(file)
        opened.push(second)
        return repositoriesIn(second)[port]
      },
      close: () => {
        for (const each of opened) each.close()
        rmSync(folder, { recursive: true })
      },
    }
  }
}
