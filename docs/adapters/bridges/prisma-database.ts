import type { ClientOtherOps } from '@prisma/client/runtime/client'
import type { Database } from '../postgres/database.js'

/**
 * Over a `PrismaClient` with `@prisma/adapter-pg`, or over the client of an interactive transaction. Its sessions must
 * be in UTC: Prisma writes instants without a zone, and ignores the zone of those that it finds. A `bigint` is a
 * `BigInt`, such as `count(*)`.
 */
export const prismaDatabase = (db: Pick<ClientOtherOps, '$queryRawUnsafe'>): Database => ({
  query: async <Row>(sql: string, parameters: unknown[] = []) => ({
    rows: await db.$queryRawUnsafe<Row[]>(sql, ...parameters),
  }),
})
