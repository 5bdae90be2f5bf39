import { toLogRecord } from 'group-invitations'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyValue } from '../support/any-value.js'
import { rows } from '../support/logged-errors.js'
import { placesIn, replaced } from '../support/replaced.js'
import { runs } from '../support/runs.js'

const cause = Object.assign(new AggregateError([new Error('::1')], 'down'), {
  code: 'ECONNREFUSED',
})

/** Every position of every error: each may hold anything. */
const spots = Object.values(rows).flatMap(({ error }) =>
  placesIn(error).map((place) => ({ error, place })),
)

/** Whatever it is of, it is a record, and JSON keeps all of it. */
function expectRecord(error: unknown): void {
  const record = toLogRecord(error)
  expect(typeof record.type).toBe('string')
  expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record)
}

test(`nothing throws, whatever stands in ${spots.length} positions`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...spots), anyValue(), ({ error, place }, make) => {
      expectRecord(replaced(error, place, make()))
    }),
    runs(5_000),
  )
})

test.each(['name', 'message', 'code', 'stack', 'cause', 'errors'])(
  'nothing throws, whatever the %s of a cause is',
  (field) => {
    fc.assert(
      fc.property(anyValue(), fc.boolean(), (make, isThrown) => {
        const spoilt = Object.defineProperty(Object.create(cause) as Error, field, {
          get: () => {
            if (isThrown) throw make()
            return make()
          },
        })
        expectRecord({ ...rows.DependencyFailed.error, cause: spoilt })
      }),
      runs(500),
    )
  },
)

test('nothing throws or takes long if an error makes more of itself whenever it is looked at', () => {
  let made = 0
  const endless = (): Error => {
    made += 1
    if (made > 10_000) throw new Error('looked at too often')
    return Object.defineProperties(new AggregateError([]), {
      cause: { get: endless },
      errors: { get: () => Array.from({ length: 100 }, endless) },
    })
  }
  expectRecord({ ...rows.DependencyFailed.error, cause: endless() })
  expect(made).toBeLessThan(2_000)
  const denials: unknown[] = []
  const denied = { type: 'InvitationDenied', denials, evidence: denials }
  denials.push(denied, denied)
  expect(toLogRecord(denied)).toStrictEqual({
    type: 'InvitationDenied',
    evidence: [{}, {}],
    denials: [
      { type: 'InvitationDenied', evidence: [{}, {}] },
      { type: 'InvitationDenied', evidence: [{}, {}] },
    ],
  })
})
