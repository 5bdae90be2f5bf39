import type { Pace } from 'group-invitations'
import { expect, test } from 'vitest'
import { paceIsKept } from '../../src/rules/pace-is-kept.js'
import { after, aRequest, NOW, someFacts } from '../support/builders.js'

const one: Pace = { burst: 1, everyMs: 1000 }
const three: Pace = { burst: 3, everyMs: 1000 }

test.each<[string, freeAt: Date | undefined, pace: Pace | undefined, retryAt: Date | undefined]>([
  ['nothing is used', undefined, one, undefined],
  ['the burst is free now', NOW, one, undefined],
  ['the burst was free 1 ms ago', after(NOW, -1), one, undefined],
  ['the burst is free in 1 ms', after(NOW, 1), one, after(NOW, 1)],
  ['one of three is free now', after(NOW, 2000), three, undefined],
  ['one of three is free since 1 ms', after(NOW, 1999), three, undefined],
  ['one of three is free in 1 ms', after(NOW, 2001), three, after(NOW, 1)],
  ['a clock was far ahead', after(NOW, 86_400_000), three, after(NOW, 86_398_000)],
  ['the burst has been free since the beginning of time', new Date(-8.64e15), three, undefined],
  ['there is no pace', after(NOW, 86_400_000), undefined, undefined],
])('%s', (_case, inviterFreeAt, pace, retryAt) => {
  const denial = paceIsKept(aRequest(), someFacts({ inviterFreeAt }), pace)
  expect(denial).toEqual(retryAt && { type: 'TooManyInvitations', retryAt })
})

test('without the key nothing is used, as before a delivery', () => {
  expect(someFacts()).not.toHaveProperty('inviterFreeAt')
  expect(paceIsKept(aRequest(), someFacts(), one)).toBeUndefined()
})
