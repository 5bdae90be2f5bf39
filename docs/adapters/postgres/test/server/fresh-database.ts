import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { SCHEMA } from '../fixtures.js'

/** A database of one's own on a server, with the adapter's tables. */
export interface FreshDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** Makes a database on a server, beside whatever else is there. */
export async function freshDatabase(serverUrl: string, schema = SCHEMA): Promise<FreshDatabase> {
  const name = `group_invitations_${randomUUID().replaceAll('-', '')}`
  await run(
    serverUrl,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`,
  )
  const url = new URL(serverUrl)
  url.pathname = name
  await run(url.href, schema)
  return {
    url: url.href,
    drop: () => run(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
