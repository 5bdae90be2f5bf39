import { expect, test } from 'vitest'
import { atMost } from '../in-flight.js'

test('lets so many run at once, the others in turn, whatever becomes of them', async () => {
  const inTurn = atMost(3)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (index: number) => async () => {
    begun.push(index)
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setTimeout(resolve, index % 3))
    running -= 1
    if (index % 2 === 0) throw new Error(`no ${index}`)
    return index
  }
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_nothing, index) => inTurn(work(index))),
  )
  expect(most).toBe(3)
  expect(begun).toEqual(Array.from({ length: 20 }, (_nothing, index) => index))
  expect(
    results.map((result) =>
      result.status === 'fulfilled' ? result.value : (result.reason as Error),
    ),
  ).toEqual(
    Array.from({ length: 20 }, (_nothing, index) => (index % 2 ? index : new Error(`no ${index}`))),
  )
  // All turns are free again.
  running = most = 0
  await Promise.all([1, 3, 5, 7].map((index) => inTurn(work(index))))
  expect(most).toBe(3)
})
