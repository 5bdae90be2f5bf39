import { err, ok, type Result } from 'neverthrow'
import type { RepositoryFailed } from './errors.js'

/** A call to something outside the library. */
export interface OutsideCall<Value> {
  /** What is called, as `RepositoryFailed` names it. */
  readonly repository: string
  /** Which method is called, as `RepositoryFailed` names it. */
  readonly operation: string
  /** Makes the call: gives the answer, or a promise of it, or throws. */
  ask(): unknown
  /** Takes from the answer what is needed; throws a `TypeError` where it is not what was promised. */
  read(answer: unknown): Value
}

/**
 * Makes calls side by side, and combines what was read from their answers.
 *
 * Never rejects. The first outage known ends the wait; of several known at once the first in the list is told.
 */
export async function askAll<Values extends readonly unknown[], Whole>(
  calls: { readonly [Index in keyof Values]: OutsideCall<Values[Index]> },
  combine: (values: Values) => Whole,
): Promise<Result<Whole, RepositoryFailed>> {
  const pending = calls.map(attempt)
  let answers: unknown[]
  try {
    answers = await Promise.all(pending)
  } catch {
    // Which call it was is looked up only now: naming it costs nothing while all goes well.
    return err(await firstRejected(calls, pending))
  }
  const values: unknown[] = []
  for (const call of calls) {
    try {
      values.push(call.read(answers[values.length]))
    } catch (cause) {
      return err(failureOf(call, cause))
    }
  }
  // One value for each call, in their order: the loop forgets which is whose.
  return ok(combine(values as unknown as Values))
}

/** Makes a call that has to answer at once. Never throws. */
export function askNow<Value>(call: OutsideCall<Value>): Result<Value, RepositoryFailed> {
  let answer: unknown
  try {
    answer = call.ask()
    return ok(call.read(answer))
  } catch (cause) {
    // A promise is no answer here; one that rejects must not end the process for it.
    Promise.resolve(answer).catch(() => undefined)
    return err(failureOf(call, cause))
  }
}

/** A promise of the platform's own, whatever the call gives; an exception becomes a rejection. */
function attempt(call: OutsideCall<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(call.ask())
  })
}

function firstRejected(
  calls: readonly OutsideCall<unknown>[],
  pending: readonly Promise<unknown>[],
): Promise<RepositoryFailed> {
  const rejections = calls.map((call, index) =>
    Promise.resolve(pending[index]).then(forEver, (cause: unknown) => failureOf(call, cause)),
  )
  return Promise.race(rejections)
}

const forEver = () => new Promise<never>(() => undefined)

function failureOf(call: OutsideCall<unknown>, cause: unknown): RepositoryFailed {
  const { repository, operation } = call
  return { type: 'RepositoryFailed', repository, operation, cause }
}
