import { expect, test } from 'vitest'
import { forwardUntil } from '../forward-until.js'

test.each([
  ['there is nothing', () => Promise.resolve(0)],
  ['it fails', () => Promise.reject(new Error('no database'))],
])('pauses if %s, until it is stopped', async (_case, forward) => {
  const stop = new AbortController()
  let calls = 0
  const forwarding = forwardUntil(
    stop.signal,
    () => {
      calls += 1
      // Without a pause no timer would come.
      if (calls > 10) stop.abort()
      return forward()
    },
    () => undefined,
  )
  // A pause is a quarter of a second at least.
  setTimeout(() => {
    stop.abort()
  }, 200)
  await forwarding
  expect(calls).toBe(1)
})

test('does not pause as long as there is something', async () => {
  const stop = new AbortController()
  const began = Date.now()
  let calls = 0
  const forward = () => {
    calls += 1
    if (calls === 20) stop.abort()
    return Promise.resolve(1)
  }
  await forwardUntil(stop.signal, forward, () => undefined)
  expect([calls, Date.now() - began < 1000]).toEqual([20, true])
})
