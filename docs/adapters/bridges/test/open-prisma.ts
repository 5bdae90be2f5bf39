import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientOtherOps } from '@prisma/client/runtime/client'
import type { PoolConfig } from 'pg'
import { nameOf } from '../../postgres/prepared.js'
import { prismaDatabase } from '../prisma-database.js'
import type { OpenBridge } from './open-bridge.js'

const MODULES = 'docs/adapters/node_modules'

// The bridge sends SQL. Only the tests use a model.
const SCHEMA = `
  generator client {
    provider = "prisma-client-js"
    output   = "client"
  }
  datasource db {
    provider = "postgresql"
  }
  model Note {
    invitationId String @id @map("invitation_id")
    @@map("notes")
  }`

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
  const db = prismaClient({ connectionString: url, options })
  return Promise.resolve({
    database: prismaDatabase(db),
    transaction: (work) =>
      db.$transaction((tx) =>
        work(prismaDatabase(tx), (invitationId) => tx.note.create({ data: { invitationId } })),
      ),
    close: () => db.$disconnect(),
  })
}

export function prismaClient(settings: PoolConfig): PrismaClient {
  // Generated when the tests run, so that no compiler sees it.
  const { PrismaClient } = createRequire(import.meta.url)(resolve(generated())) as Generated
  // The one more line by which Prisma names the statements that have a name.
  const names = { statementNameGenerator: ({ sql }: { sql: string }) => nameOf(sql) ?? '' }
  return new PrismaClient({ adapter: new PrismaPg(settings, names) })
}

/** The folder of the client, generated if it is not there yet. Below `node_modules` it finds Prisma’s own code. */
function generated(): string {
  const hash = createHash('sha256').update(SCHEMA).digest('hex').slice(0, 16)
  const folder = join(MODULES, '.prisma', hash)
  if (existsSync(folder)) return join(folder, 'client')
  mkdirSync(join(MODULES, '.prisma'), { recursive: true })
  const draft = mkdtempSync(join(MODULES, '.prisma', 'draft-'))
  writeFileSync(join(draft, 'schema.prisma'), SCHEMA)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(MODULES, 'prisma/build/index.js'), 'generate', '--schema', join(draft, 'schema.prisma')],
    // Without this it fetches an engine, which `generate` does not need.
    { env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`prisma generate failed: ${stderr}`)
  try {
    renameSync(draft, folder)
  } catch {
    // Another process was first.
    rmSync(draft, { recursive: true })
  }
  return join(folder, 'client')
}
