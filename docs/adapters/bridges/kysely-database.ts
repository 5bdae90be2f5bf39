import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from '../postgres/database.js'

/** A `Kysely` or a `Transaction`, over any tables. */
interface AnyKysely {
  withoutPlugins(): Pick<Kysely<unknown>, 'executeQuery'>
}

/**
 * Over Kysely, or over a `Transaction` of it. Values and errors are those of node-postgres. Without plugins, because
 * `CamelCasePlugin` would rename the columns of these rows too.
 */
export const kyselyDatabase = (db: AnyKysely): Database => ({
  query<Row>(sql: string, parameters?: unknown[]) {
    // Which rows come is known to the caller alone.
    const query = CompiledQuery.raw(sql, parameters) as CompiledQuery<Row>
    return db.withoutPlugins().executeQuery(query)
  },
})
