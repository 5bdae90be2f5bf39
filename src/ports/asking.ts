import { err, ok, type Result } from 'neverthrow'
import type { DependencyFailed } from '../model/errors.js'

/** A call to something outside the library, about something of it; `undefined`: about nothing in particular. */
export interface OutsideCall<Value, About = undefined> {
  /** What is called, as `DependencyFailed` names it. */
  readonly repository: string
  /** Which method is called, as `DependencyFailed` names it. */
  readonly operation: string
  /** Makes the call: gives the answer, or a promise of it, or throws. */
  ask(about: About): unknown
  /** Takes from the answer what is needed; throws a `TypeError` where it is not what was promised. */
  read(answer: unknown, about: About): Value
}

/** Stands for a call whose answer is known already. */
export interface KnownAnswer<Value> {
  readonly ask?: undefined
  readonly known: Value
}

/** A call for each of these values, or the value itself, in their order. */
type CallsFor<Values extends readonly unknown[], About> = {
  readonly [Index in keyof Values]: OutsideCall<Values[Index], About> | KnownAnswer<Values[Index]>
}

/** Makes calls side by side, as `askAllAbout` does, and gives all that was read. */
export function askAll<Values extends readonly unknown[]>(
  calls: CallsFor<Values, undefined>,
): Promise<Result<Values, DependencyFailed>> {
  return askAllAbout(undefined, calls, (values) => values)
}

/**
 * Makes calls side by side, and combines what was read from their answers.
 *
 * Never rejects. The first outage known ends the wait; of several known at once the first in the list is told.
 */
export async function askAllAbout<About, Values extends readonly unknown[], Whole>(
  about: About,
  calls: CallsFor<Values, About>,
  combine: (values: Values, about: About) => Whole,
): Promise<Result<Whole, DependencyFailed>> {
  const pending: Promise<unknown>[] = []
  for (const call of calls) if (call.ask) pending.push(attempt(call, about))
  let answers: unknown[]
  try {
    answers = await Promise.all(pending)
  } catch {
    // Which call it was is looked up only now: naming it costs nothing while all goes well.
    return err(await firstRejected(calls, pending))
  }
  const values = new Array<unknown>(calls.length)
  let index = 0
  let made = 0
  for (const call of calls) {
    if (!call.ask) {
      values[index++] = call.known
      continue
    }
    try {
      values[index++] = call.read(answers[made++], about)
    } catch (cause) {
      return err(failureOf(call, cause))
    }
  }
  // One value for each call, in their order: the loop forgets which is whose.
  return ok(combine(values as unknown as Values, about))
}

/** Makes a call that has to answer at once. Never throws. */
export function askNow<Value>(call: OutsideCall<Value>): Result<Value, DependencyFailed> {
  let answer: unknown
  try {
    answer = call.ask(undefined)
    return ok(call.read(answer, undefined))
  } catch (cause) {
    // A promise is no answer here; one that rejects must not end the process for it.
    void settled(answer).catch(() => undefined)
    return err(failureOf(call, cause))
  }
}

/** A promise of what the call gives, rejected where it throws; what is only like a promise is started here, once. */
function attempt<About>(call: OutsideCall<unknown, About>, about: About): Promise<unknown> {
  try {
    const answer = Promise.resolve(call.ask(about))
    // One with a `then` of its own is asked by it once, and here: another time it may answer otherwise.
    return answer.then === Promise.prototype.then ? answer : settled(answer)
  } catch (cause) {
    return Promise.reject(cause)
  }
}

function firstRejected(
  calls: readonly (Named | KnownAnswer<unknown>)[],
  pending: readonly Promise<unknown>[],
): Promise<DependencyFailed> {
  const made = calls.filter((call) => 'repository' in call)
  const rejections = made.map((call, index) =>
    settled(pending[index]).then(forEver, (cause: unknown) => failureOf(call, cause)),
  )
  return Promise.race(rejections)
}

/** A promise of the platform's own, whatever is handed over: even one whose `then` throws is one that rejects. */
function settled(value: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(value)
  })
}

const forEver = () => new Promise<never>(() => undefined)

function failureOf({ repository, operation }: Named, cause: unknown): DependencyFailed {
  return { type: 'DependencyFailed', repository, operation, cause }
}

type Named = Pick<OutsideCall<unknown>, 'repository' | 'operation'>
