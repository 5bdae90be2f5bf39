import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket, TypeCast } from 'mysql2/promise'

// In milliseconds, for each statement: later than the limit of the server, and for a server that is silent.
const TIMEOUT = 4000

export interface Statements {
  find<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Returns the number of rows that its conditions have met. */
  write(sql: string, parameters?: readonly unknown[]): Promise<number>
}

/** Each statement is a transaction of its own. */
export interface Database extends Statements {
  transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>
}

/** Over a pool with any settings of its own: neither its time zone nor its type casts matter. */
export const databaseOver = (pool: Pool): Database => ({
  find: (...statement) => onConnection(pool, ({ find }) => find(...statement)),
  write: (...statement) => onConnection(pool, ({ write }) => write(...statement)),
  transaction: (work) =>
    onConnection(pool, async (statements) => {
      await statements.write('START TRANSACTION')
      try {
        const result = await work(statements)
        await statements.write('COMMIT')
        return result
      } catch (error) {
        if (isAnswer(error)) await statements.write('ROLLBACK')
        throw error
      }
    }),
})

async function onConnection<Result>(
  pool: Pool,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.getConnection()
  try {
    const result = await work(statementsOn(connection))
    connection.release()
    return result
  } catch (error) {
    // After a conflict it is as good as before. After anything but an answer its state is unknown.
    if (isAnswer(error)) connection.release()
    else connection.destroy()
    throw error
  }
}

/** Whether the server has answered with this error, and awaits the next statement. */
const isAnswer = (error: unknown) => error instanceof Error && 'sqlState' in error

function statementsOn(connection: PoolConnection): Statements {
  async function run<Answer extends RowDataPacket[] | ResultSetHeader>(
    sql: string,
    parameters: readonly unknown[] = [],
  ) {
    try {
      const values = parameters.map(columnOf)
      const [answer] = await connection.query<Answer>({ sql, values, typeCast, timeout: TIMEOUT })
      return answer
    } catch (error) {
      // It has the statement with its parameters, and with them what members have written.
      if (error instanceof Error && 'sql' in error) delete error.sql
      throw error
    }
  }
  return {
    async find<Row>(sql: string, parameters?: readonly unknown[]) {
      // The statement returns rows of this form.
      return (await run<RowDataPacket[]>(sql, parameters)) as Row[]
    },
    async write(sql, parameters) {
      return (await run<ResultSetHeader>(sql, parameters)).affectedRows
    },
  }
}

/** The driver itself would write an instant in the time zone of the pool. A list of lists are rows. */
function columnOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(columnOf)
  if (!(value instanceof Date)) return value
  return value.toISOString().replace('T', ' ').replace('Z', '')
}

/** Identifiers are bytes, which are strings in UTF-8. */
const typeCast: TypeCast = (field, next) => {
  if (field.type === 'VAR_STRING') return field.string('utf8')
  if (field.type !== 'DATETIME') return next()
  const text = field.string()
  return text === null ? null : new Date(`${text.replace(' ', 'T')}Z`)
}
