import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { libsql } from '../libsql.js'
import { SCHEMA } from './fixtures.js'

/** A file with the tables, and two databases over it that share no connection. */
export async function openFile(timeout = 500) {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-libsql-'))
  const file = join(folder, 'network.db')
  const open = () => createClient({ url: `file:${file}`, timeout })
  const client = open()
  await client.execute('PRAGMA journal_mode = WAL')
  await client.executeMultiple(SCHEMA)
  const [one, other] = [libsql(open), libsql(open)]
  return {
    folder,
    file,
    one,
    other,
    /** For what a test does itself. */
    client,
    close: () => {
      for (const each of [client, one, other]) each.close()
      rmSync(folder, { recursive: true })
    },
  }
}
