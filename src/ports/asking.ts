import { err, ok, type Result, ResultAsync } from 'neverthrow'
import type { DependencyFailed } from '../model/errors.js'

/** Made by `ask` and `askNow`, and caught by `catchOutages`: the code between them never handles an outage. */
class Outage extends Error {
  constructor(readonly failure: DependencyFailed) {
    super(`${failure.dependency} failed`)
  }
}

/**
 * Calls a dependency and checks its answer. Rejects with an outage that names the call if the call throws or rejects, or
 * `check` throws. `effect` says what a failure may have written.
 */
export function ask<Answer>(
  dependency: string,
  operation: string,
  call: () => unknown,
  check: (answer: unknown) => Answer,
  effect: DependencyFailed['effect'] = 'none',
): Promise<Answer> {
  const fail = (cause: unknown): never => {
    throw outageOf(dependency, operation, cause, effect)
  }
  const checked = (answer: unknown) => {
    try {
      return check(answer)
    } catch (cause) {
      return fail(cause)
    }
  }
  // A call may also throw at once.
  try {
    // A promise's own `then` may do anything.
    return Promise.prototype.then.call(Promise.resolve(call()), checked, fail) as Promise<Answer>
  } catch (cause) {
    return Promise.reject(outageOf(dependency, operation, cause, effect))
  }
}

/** Calls a dependency that must answer at once. Throws an outage as `ask` rejects with one. */
export function askNow<Answer>(
  dependency: string,
  operation: string,
  call: () => unknown,
  check: (answer: unknown) => Answer,
): Answer {
  let answer: unknown
  try {
    answer = call()
    return check(answer)
  } catch (cause) {
    // If the call returned a promise, its rejection is swallowed: an unhandled one would end the process.
    void Promise.resolve()
      .then(() => answer)
      .catch(() => undefined)
    throw outageOf(dependency, operation, cause, 'none')
  }
}

/** For an outage that no single call is. */
export function outageOf(
  dependency: string,
  operation: string,
  cause: unknown,
  effect: DependencyFailed['effect'],
): Outage {
  return new Outage({ type: 'DependencyFailed', dependency, operation, cause, effect })
}

/**
 * Where an outage becomes a value. So does anything else that is thrown, such as by a property of an answer that loads
 * itself only when a rule gets it: no promise rejects.
 */
export function catchOutages<Value, Failure>(
  work: Promise<Result<Value, Failure>>,
): ResultAsync<Value, Failure | DependencyFailed> {
  return new ResultAsync<Value, Failure | DependencyFailed>(work.catch(failureIn))
}

/** The same for what answers at once. */
export function catchOutage<Value>(work: () => Value): Result<Value, DependencyFailed> {
  try {
    return ok(work())
  } catch (thrown) {
    return failureIn(thrown)
  }
}

function failureIn(thrown: unknown): Result<never, DependencyFailed> {
  const outage = thrown instanceof Outage ? thrown : outageOf('unknown', 'unknown', thrown, 'none')
  return err(outage.failure)
}
