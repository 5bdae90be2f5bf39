import { expect, test } from 'vitest'
import { pauseAbout } from '../pause.js'

async function lengthOf(milliseconds: number, stop: AbortSignal): Promise<number> {
  const began = performance.now()
  await pauseAbout(milliseconds, stop)
  return performance.now() - began
}

test('waits half as long to one and a half times as long, and never twice alike', async () => {
  const { signal } = new AbortController()
  const lengths = await Promise.all(Array.from({ length: 20 }, () => lengthOf(200, signal)))
  // A timer may be a millisecond early.
  expect(Math.min(...lengths)).toBeGreaterThan(98)
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(20)
})

test('ends when it is stopped, also if that was before', async () => {
  const stop = new AbortController()
  const pausing = lengthOf(60_000, stop.signal)
  stop.abort()
  expect(await pausing).toBeLessThan(5000)
  expect(await lengthOf(60_000, stop.signal)).toBeLessThan(5000)
})
