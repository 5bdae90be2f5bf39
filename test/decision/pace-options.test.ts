import { decide, InvitationPolicy, type PaceOptions } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { paceWith } from '../../src/decision/pace-options.js'
import { aRequest, someFacts } from '../support/builders.js'

const every = { minutes: 72 }

test('a burst at once, then one every so many minutes', () => {
  expect(paceWith({ burst: 20, every })).toStrictEqual({ burst: 20, everyMs: 4_320_000 })
})

test('no pace is none', () => {
  expect(paceWith(undefined)).toBeUndefined()
})

test.each([1, 2, 99_999, 100_000])('%i at once is a burst', (burst) => {
  expect(paceWith({ burst, every })).toMatchObject({ burst })
})

test.each([
  ['less than a millisecond is one', 1e-9, 1],
  ['the least that there is', Number.MIN_VALUE, 1],
  ['half a millisecond is rounded up', 0.5 / 60_000, 1],
  ['a millisecond', 1 / 60_000, 1],
  ['less than one and a half is rounded down', 1.49 / 60_000, 1],
  ['more than one and a half is rounded up', 1.51 / 60_000, 2],
  ['a third of a minute', 1 / 3, 20_000],
  ['a minute', 1, 60_000],
  ['a year', 525_600, 31_536_000_000],
])('%s', (_case, minutes, everyMs) => {
  expect(paceWith({ burst: 1, every: { minutes } })).toEqual({ burst: 1, everyMs })
})

test('fields of a class are no options, and pollution is none either', () => {
  class Pace {
    get burst() {
      return 1
    }
    get every() {
      return every
    }
  }
  expect(() => paceWith(new Pace())).toThrow(
    new TypeError('options.pace.burst must be a property of the options themselves'),
  )
})

const A_BURST = 'options.pace.burst must be a whole number from 1 to 100,000'
const MINUTES = 'options.pace.every.minutes must be a number of more than 0, at most 525,600'

/** Each wrong pace, and the complaint about it. */
const wrong: readonly [complaint: string, pace: unknown][] = [
  ...[null, 7, '20', [], new Map(), () => 1].map((pace): [string, unknown] => [
    'options.pace must be an object',
    pace,
  ]),
  ...[undefined, null, '20', 20n, true, 0, -1, 0.5, 1.5, 100_001, Number.NaN, Infinity].map(
    (burst): [string, unknown] => [A_BURST, { burst, every }],
  ),
  [A_BURST, { every }],
  ...[null, undefined, {}, { minutes: undefined }].map((none): [string, unknown] => [
    MINUTES,
    { burst: 1, every: none },
  ]),
  [MINUTES, { burst: 1 }],
  ...[null, '72', 72n, true, 0, -0, -1, 525_600.0001, Number.NaN, Infinity].map(
    (minutes): [string, unknown] => [MINUTES, { burst: 1, every: { minutes } }],
  ),
  ...[7, '72', [], new Date()].map((value): [string, unknown] => [
    'options.pace.every must be an object',
    { burst: 1, every: value },
  ]),
  ['options.pace.per is unknown; known are burst, every', { burst: 1, every, per: undefined }],
  [
    'options.pace.every.hours is unknown; known are minutes',
    { burst: 1, every: { minutes: 1, hours: 1 } },
  ],
  ['options.pace.every.hours is unknown; known are minutes', { burst: 1, every: { hours: 1 } }],
]

test.each(wrong)('%s, so not %o', (complaint, pace) => {
  const error = new TypeError(complaint)
  // As JavaScript may pass it.
  const options = { pace: pace as PaceOptions }
  expect(() => paceWith(options.pace)).toThrow(error)
  expect(() => new InvitationPolicy(createInMemoryRepositories(), options)).toThrow(error)
  expect(() => decide(aRequest(), someFacts({ inviterFreeAt: undefined }), options)).toThrow(error)
})
