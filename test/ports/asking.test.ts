import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { ask, askNow, catchOutage, catchOutages } from '../../src/ports/asking.js'

const cause = new Error('connection refused')
const failing = () => {
  throw cause
}
const same = (answer: unknown) => answer
const failure = {
  type: 'DependencyFailed',
  dependency: 'profiles',
  operation: 'findProfiles',
  cause,
  effect: 'none',
}

/** Ends as the work does, with an outage as a value. */
const outcomeOf = (work: Promise<unknown>) => catchOutages(work.then((value) => ok(value)))

/** Looks at what nobody handles until the next turn of the event loop. */
async function unhandledIn(work: () => unknown): Promise<unknown[]> {
  const unhandled: unknown[] = []
  const notice = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', notice)
  await work()
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', notice)
  return unhandled
}

describe('ask', () => {
  const findProfiles = (call: () => unknown, check = same) =>
    outcomeOf(ask('profiles', 'findProfiles', call, check))

  test('resolves to what check makes of the answer, given at once or later', async () => {
    const double = (answer: unknown) => Number(answer) * 2
    expect(await findProfiles(() => 21, double)).toEqual(ok(42))
    expect(await findProfiles(() => Promise.resolve(21), double)).toEqual(ok(42))
  })

  test('calls at once', () => {
    let calls = 0
    void ask('profiles', 'findProfiles', () => (calls += 1), same)
    expect(calls).toBe(1)
  })

  test('names the call if it throws, rejects, or its answer is not accepted', async () => {
    expect(await findProfiles(failing)).toEqual(err(failure))
    expect(await findProfiles(() => Promise.reject(cause))).toEqual(err(failure))
    expect(await findProfiles(() => 21, failing)).toEqual(err(failure))
    expect(await findProfiles(() => Promise.resolve(21), failing)).toEqual(err(failure))
  })

  test('keeps what was thrown as it is', async () => {
    for (const thrown of ['no', undefined, null, 7]) {
      const outcome = await findProfiles(() => Promise.reject(thrown))
      expect(outcome).toEqual(err({ ...failure, cause: thrown }))
    }
  })

  test('says what a failure leaves behind', async () => {
    const commit = (call: () => unknown, check = same) =>
      outcomeOf(ask('invitations', 'commit', call, check, 'unknown'))
    const unknown = { dependency: 'invitations', operation: 'commit', effect: 'unknown' }
    expect(await commit(failing)).toEqual(err({ ...failure, ...unknown }))
    expect(await commit(() => Promise.reject(cause))).toEqual(err({ ...failure, ...unknown }))
    expect(await commit(() => 21, failing)).toEqual(err({ ...failure, ...unknown }))
  })
})

describe('askNow', () => {
  const clock = (call: () => unknown, check = same) =>
    // An async function, so that what is thrown becomes a rejection.
    outcomeOf((async () => Promise.resolve(askNow('clock', 'call', call, check)))())
  const ofClock = { ...failure, dependency: 'clock', operation: 'call' }

  test('returns what check makes of the answer', () => {
    expect(
      askNow(
        'clock',
        'call',
        () => 21,
        (answer) => Number(answer) * 2,
      ),
    ).toBe(42)
  })

  test('throws an outage that names the call, at once', async () => {
    expect(() => askNow('clock', 'call', failing, same)).toThrow('clock failed')
    expect(await clock(failing)).toEqual(err(ofClock))
    expect(await clock(() => 21, failing)).toEqual(err(ofClock))
  })

  test('leaves no rejection unhandled if a promise is returned instead of an answer', async () => {
    const unhandled = await unhandledIn(async () => {
      expect(await clock(() => Promise.reject(new Error('late')), failing)).toEqual(err(ofClock))
    })
    expect(unhandled).toEqual([])
  })

  test('waits for nothing if a promise that never ends is returned', async () => {
    expect(await clock(() => new Promise(() => undefined), failing)).toEqual(err(ofClock))
  })
})

describe('catchOutages', () => {
  test('hands on a result', async () => {
    expect(await catchOutages(Promise.resolve(ok(42)))).toEqual(ok(42))
    expect(await catchOutages(Promise.resolve(err('denied')))).toEqual(err('denied'))
  })

  test('makes an outage a value, of several the first', async () => {
    const later = () => new Promise((_resolve, reject) => setImmediate(() => reject(cause)))
    const both = Promise.all([
      ask('contacts', 'findContactsAmong', later, same),
      ask('profiles', 'findProfiles', failing, same),
    ])
    const unhandled = await unhandledIn(async () => {
      expect(await outcomeOf(both)).toEqual(err(failure))
    })
    expect(unhandled).toEqual([])
  })

  test.each([
    ['an error', cause],
    ['a TypeError', new TypeError('x is not a function')],
    ['a string', 'no'],
    ['undefined', undefined],
    ['what looks like an outage', { failure }],
  ])('makes an outage of something unknown of all else: %s', async (_case, thrown) => {
    const unknown = {
      type: 'DependencyFailed',
      dependency: 'unknown',
      operation: 'unknown',
      cause: thrown,
      effect: 'none',
    }
    expect(await catchOutages(Promise.reject(thrown as Error))).toEqual(err(unknown))
    const throwing = () => {
      throw thrown
    }
    expect(catchOutage(throwing)).toEqual(err(unknown))
  })

  test('also of what answers at once', () => {
    const failing = () =>
      askNow(
        'clock',
        'call',
        () => {
          throw cause
        },
        same,
      )
    expect(catchOutage(failing)._unsafeUnwrapErr()).toMatchObject({ dependency: 'clock' })
    expect(catchOutage(() => 7)).toEqual(ok(7))
  })
})
