import { describe, expect, test } from 'vitest'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { proveDriver } from '../../docs/adapters/sqlite/test/driver-cases.js'
import { databaseForEachTest } from '../support/sqlite.js'

const DatabaseSync = await sqlite()

describe.skipIf(!DatabaseSync)('SQLite', () => {
  const opened = databaseForEachTest(DatabaseSync)
  proveDriver('node:sqlite', () => opened.database)

  test('throws the error that has ended the transaction already', async () => {
    const sql = 'INSERT OR ROLLBACK INTO paces (inviter_id) VALUES (NULL)'
    const failing = opened.database.batch([{ sql, parameters: [] }])
    await expect(failing).rejects.toThrow(/NOT NULL/)
    expect(await opened.database.find('SELECT inviter_id FROM paces')).toEqual([])
  })
})
