import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { drizzleDatabase } from '../drizzle-database.js'

test('a Drizzle over another driver is a mistake of the wiring', () => {
  // It connects with its first query.
  const db = drizzle(postgres('postgres://nobody@127.0.0.1:1/none'))
  expect(() => drizzleDatabase(db)).toThrow(TypeError)
})
