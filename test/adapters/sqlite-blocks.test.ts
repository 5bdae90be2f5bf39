import { expect, test } from 'vitest'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import { nodeSqlite } from '../../docs/adapters/sqlite/node-sqlite.js'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { SCHEMA } from '../../docs/adapters/sqlite/test/fixtures.js'

const DatabaseSync = await sqlite()

test.skipIf(!DatabaseSync)(
  'SQLite shows no profile to who has blocked, or was blocked',
  async () => {
    if (!DatabaseSync) return
    const database = new DatabaseSync(':memory:')
    database.exec(`${SCHEMA}
    INSERT INTO members (member_id, display_name) VALUES ('anna', 'A'), ('bernd', 'B'), ('clara', 'C');
    INSERT INTO blocks VALUES ('anna', 'bernd');`)
    const { profiles } = repositoriesIn(nodeSqlite(database))
    const seenBy = async (viewerId: string) =>
      [...(await profiles.findProfiles(['anna', 'bernd', 'clara'], viewerId)).keys()].sort()
    expect(await seenBy('anna')).toEqual(['anna', 'clara'])
    expect(await seenBy('bernd')).toEqual(['bernd', 'clara'])
    expect(await seenBy('clara')).toEqual(['anna', 'bernd', 'clara'])
    database.close()
  },
)
