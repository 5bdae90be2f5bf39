import { describe } from 'vitest'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { proveDriver } from '../../docs/adapters/sqlite/test/driver-cases.js'
import { databaseForEachTest } from '../support/sqlite.js'

const DatabaseSync = await sqlite()

describe.skipIf(!DatabaseSync)('SQLite', () => {
  const opened = databaseForEachTest(DatabaseSync)
  proveDriver('node:sqlite', () => opened.database)
})
