import { repeatableAt } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { everyHour, randomInstants } from '../instants.js'
import { windowsByPostgres } from '../windows-by-postgres.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
afterAll(() => database.close())

test('the server adds six months as the library does, to every hour of eight years and at random', async () => {
  const instants = [...everyHour, ...randomInstants]
  const ends = instants.map((instant) => +repeatableAt(new Date(instant)))
  expect(await windowsByPostgres(database.pool(), instants)).toEqual(ends)
})
