/** Where ORMs keep the driver's error: Drizzle, Prisma (by way of `meta`), TypeORM, Sequelize, Objection. */
const WRAPPED = ['cause', 'meta', 'driverAdapterError', 'driverError', 'original', 'nativeError']

/** The code of the innermost error: the SQLSTATE. Prisma puts a code of its own, such as `P2010`, around it. */
export function codeOf(error: unknown, depth = 8): string | undefined {
  if (typeof error !== 'object' || error === null || depth === 0) return undefined
  // Any object may have any field, and these are only looked at.
  const fields = error as Readonly<Record<string, unknown>>
  for (const key of WRAPPED) {
    const inner = codeOf(fields[key], depth - 1)
    if (inner !== undefined) return inner
  }
  const code = fields['originalCode'] ?? fields['code']
  return typeof code === 'string' ? code : undefined
}
