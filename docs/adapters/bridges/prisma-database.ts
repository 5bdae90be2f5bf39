import type { ClientOtherOps } from '@prisma/client/runtime/client'
import type { Database } from '../postgres/database.js'

type Client = Pick<ClientOtherOps, '$queryRawUnsafe'>

/**
 * Over a `PrismaClient` with `@prisma/adapter-pg`, or over the client of an interactive transaction. Prisma writes
 * instants without a zone, and ignores the zone of those that it finds: in sessions that are not in UTC all would be
 * hours off, so the first query looks, and throws then. A `bigint` is a `BigInt`, such as `count(*)`.
 */
export function prismaDatabase(db: Client): Database {
  let checking: Promise<void> | undefined
  return {
    async query<Row>(sql: string, parameters: unknown[] = []) {
      checking ??= checkZone(db)
      try {
        await checking
      } catch (error) {
        checking = undefined
        throw error
      }
      return { rows: await db.$queryRawUnsafe<Row[]>(sql, ...parameters) }
    },
  }
}

async function checkZone(db: Client): Promise<void> {
  const [row] = await db.$queryRawUnsafe<{ zone: string }[]>(
    `SELECT current_setting('TimeZone') AS zone`,
  )
  if (row?.zone !== 'UTC' && row?.zone !== 'Etc/UTC') {
    throw new Error(`The sessions of Prisma must be in UTC, and are in ${String(row?.zone)}`)
  }
}
