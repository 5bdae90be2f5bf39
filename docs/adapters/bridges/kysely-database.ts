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
    return db.withoutPlugins().executeQuery<Row>(CompiledQuery.raw(sql, parameters))
  },
})
