import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientOtherOps } from '@prisma/client/runtime/client'
import { nameOf } from '../../postgres/prepared.js'
import { prismaDatabase } from '../prisma-database.js'
import type { OpenBridge } from './open-bridge.js'

const SCHEMA = 'docs/adapters/bridges/test/schema.prisma'
const GENERATED = 'docs/adapters/node_modules/.prisma/client'

/** What the tests use of the client that Prisma generates. */
interface TransactionClient extends Pick<ClientOtherOps, '$queryRawUnsafe'> {
  readonly note: { create(row: { data: { invitationId: string } }): Promise<unknown> }
}

interface PrismaClient extends TransactionClient {
  $transaction<Result>(work: (tx: TransactionClient) => Promise<Result>): Promise<Result>
  $disconnect(): Promise<void>
}

type Generated = Record<'PrismaClient', new (options: { adapter: PrismaPg }) => PrismaClient>

/** `options` as `psql -c` would set them. */
export function openPrisma(url: string, options = '-c timezone=UTC'): Promise<OpenBridge> {
  generate()
  // Generated when the tests run, so that no compiler sees it.
  const { PrismaClient } = createRequire(import.meta.url)('@prisma/client') as Generated
  const adapter = new PrismaPg(
    { connectionString: url, options },
    { statementNameGenerator: ({ sql }) => nameOf(sql) ?? '' },
  )
  const db = new PrismaClient({ adapter })
  return Promise.resolve({
    database: prismaDatabase(db),
    transaction: (work) =>
      db.$transaction((tx) =>
        work(prismaDatabase(tx), (invitationId) => tx.note.create({ data: { invitationId } })),
      ),
    close: () => db.$disconnect(),
  })
}

/** Below `node_modules`, and only if it is not there yet. */
function generate(): void {
  const generated = `${GENERATED}/schema.prisma`
  if (existsSync(generated) && readFileSync(generated, 'utf8') === readFileSync(SCHEMA, 'utf8'))
    return
  const { status, stderr } = spawnSync(
    process.execPath,
    ['docs/adapters/node_modules/prisma/build/index.js', 'generate', '--schema', SCHEMA],
    // Without this it fetches an engine, which `generate` does not need.
    { env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`prisma generate failed: ${stderr}`)
}
