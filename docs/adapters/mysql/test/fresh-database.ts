import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'

/** The statements that make the adapter's tables. */
export const SCHEMA = readFileSync('docs/adapters/mysql/schema.sql', 'utf8')

/** A database of one's own on a server, with the adapter's tables. */
export async function freshDatabase(serverUrl: string, schema = SCHEMA) {
  const name = `group_invitations_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const connection = await createConnection({ uri: serverUrl, multipleStatements: true })
    try {
      await connection.query(sql)
    } finally {
      await connection.end()
    }
  }
  await run(`CREATE DATABASE ${name}; USE ${name}; ${schema}`)
  const url = new URL(serverUrl)
  url.pathname = name
  return { url: url.href, drop: () => run(`DROP DATABASE ${name}`) }
}
