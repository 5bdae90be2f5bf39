import postgres from 'postgres'
import { postgresJsDatabase } from '../postgres-js-database.js'
import type { OpenBridge } from './open-bridge.js'

// The fixtures hand over JSON as it is written, which postgres.js would write once more. The adapter hands over none.
const json = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => value,
  parse: (written: string): unknown => JSON.parse(written),
}

export function openPostgresJs(url: string): Promise<OpenBridge> {
  const sql = postgres(url, { onnotice: () => undefined, types: { json } })
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
