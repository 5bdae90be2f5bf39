import { afterAll, expect, test } from 'vitest'
import { growthAt } from '../bench/growth.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

test('the statements of a send read no more pages with 40,000 past invitations than with 5,000', async () => {
  const few = await growthAt(pool, 5000)
  const many = await growthAt(pool, 40_000)
  expect(many.map(({ statement, inviter }) => [statement, inviter])).toEqual(
    few.map(({ statement, inviter }) => [statement, inviter]),
  )
  // An index may be a page higher, and what was taken back is still in the way.
  const grown = many.filter(({ buffers }, place) => buffers > (few[place]?.buffers ?? 0) + 20)
  expect(grown).toEqual([])
  expect(Math.max(...many.map(({ buffers }) => buffers))).toBeLessThan(200)
})
