import postgres from 'postgres'
import { postgresJsDatabase } from '../postgres-js-database.js'
import type { OpenBridge } from './open-bridge.js'

export function openPostgresJs(url: string): Promise<OpenBridge> {
  const sql = postgres(url, { onnotice: () => undefined })
  return Promise.resolve({
    database: postgresJsDatabase(sql),
    transaction: async <Result>(work: Parameters<OpenBridge['transaction']>[0]) =>
      // Of a list it would wait for each item, which nothing here returns.
      (await sql.begin((tx) =>
        work(postgresJsDatabase(tx), (id) => tx`INSERT INTO notes VALUES (${id})`),
      )) as Result,
    close: () => sql.end(),
  })
}
