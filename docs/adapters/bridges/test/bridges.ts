import { openDrizzle } from './open-drizzle.js'
import { openKnex } from './open-knex.js'
import { openKysely } from './open-kysely.js'
import { openPostgresJs } from './open-postgres-js.js'
import { openPrisma } from './open-prisma.js'
import { openTypeorm } from './open-typeorm.js'

export const BRIDGES = [
  ['Kysely', openKysely],
  ['Drizzle', openDrizzle],
  ['Prisma', openPrisma],
  ['TypeORM', openTypeorm],
  ['Knex', openKnex],
  ['postgres.js', openPostgresJs],
] as const
