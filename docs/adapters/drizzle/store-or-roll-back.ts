import { TransactionRollbackError } from 'drizzle-orm'
import type { Database } from './database.js'

/**
 * Works in a transaction, within one of the caller's in a savepoint. If the work returns `undefined`, all that it has
 * written is rolled back.
 */
export async function storeOrRollBack<Stored extends string | object>(
  database: Database,
  work: (transaction: Database) => Promise<Stored | undefined>,
): Promise<Stored | undefined> {
  try {
    return await database.transaction(
      async (transaction) => (await work(transaction)) ?? transaction.rollback(),
    )
  } catch (error) {
    if (error instanceof TransactionRollbackError) return undefined
    throw error
  }
}
