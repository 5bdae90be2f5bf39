import type { ISql, ParameterOrJSON } from 'postgres'
import type { Database } from '../postgres/database.js'
import { nameOf } from '../postgres/prepared.js'

/**
 * Over postgres.js, or over the `sql` of a transaction. Without a transform of columns, with `fetch_types` as it is by
 * default, because lists need it, and not an `sql` that Drizzle has: Drizzle takes the instants out of it.
 */
export const postgresJsDatabase = (sql: ISql): Database => ({
  query: async <Row>(text: string, parameters: unknown[] = []) => ({
    // All that the adapter sends has a type that postgres.js can write.
    rows: await sql.unsafe<Row[]>(text, parameters as ParameterOrJSON<never>[], {
      prepare: nameOf(text) !== undefined,
    }),
  }),
})
