import { type EntityManager, QueryFailedError } from 'typeorm'
import type { Database } from '../postgres/database.js'

/**
 * Over a `DataSource`, or over the `EntityManager` of a transaction. UPDATE and DELETE return their rows with a number.
 * An error of TypeORM carries all parameters: the driver's own is thrown instead.
 */
export const typeormDatabase = (db: Pick<EntityManager, 'query'>): Database => ({
  async query<Row>(sql: string, parameters?: unknown[]) {
    try {
      const result = await db.query<Result<Row>>(sql, parameters)
      return { rows: isCounted(result) ? result[0] : result }
    } catch (error) {
      throw error instanceof QueryFailedError ? error.driverError : error
    }
  },
})

type Counted<Row> = [rows: Row[], affected: number]
type Result<Row> = Row[] | Counted<Row>

const isCounted = <Row>(result: Result<Row>): result is Counted<Row> => Array.isArray(result[0])
