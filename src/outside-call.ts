import { err, ok, type Result } from 'neverthrow'
import type { RepositoryFailed } from './errors.js'
import type { MaybePromise } from './maybe-promise.js'

/** A call to something outside the library, and what it promises to answer. */
export interface OutsideCall<Question> {
  /** What is called, as `RepositoryFailed` names it. */
  readonly repository: string
  /** Which method is called, as `RepositoryFailed` names it. */
  readonly operation: string
  /** Completes the sentence "must answer with …". */
  readonly promised: string
  /** Whether the answer to the question is what was promised. */
  keeps(answer: unknown, question: Question): boolean
}

/** Makes a call. An exception becomes a rejection, so that the calls beside it are made all the same. */
export function attempt<Answer>(call: () => MaybePromise<Answer>): Promise<Awaited<Answer>> {
  try {
    return Promise.resolve(call())
  } catch (cause) {
    return Promise.reject(cause)
  }
}

/** What the calls have answered, one for one. */
type AnswersOf<Pending> = { -readonly [Call in keyof Pending]: Awaited<Pending[Call]> }

/**
 * What `read` makes of the answers to attempted calls, awaited side by side; of several outages the first in the
 * list.
 *
 * Never rejects. `calls` describes `pending`, one for one; `read` sees only answers that are what was promised.
 */
export async function answersTo<Question, Pending extends readonly Promise<unknown>[] | [], Value>(
  calls: readonly OutsideCall<Question>[],
  question: Question,
  pending: Pending,
  read: (answers: AnswersOf<Pending>) => Value,
): Promise<Result<Value, RepositoryFailed>> {
  let answers: AnswersOf<Pending>
  try {
    answers = await Promise.all(pending)
  } catch {
    // Which call it was is looked up only now: naming it costs nothing while all goes well.
    return err(rejectedAmong(calls, await Promise.allSettled(pending)))
  }
  const outage = brokenAmong(calls, question, answers)
  return outage === undefined ? ok(read(answers)) : err(outage)
}

/** The answer to a call that answers at once. Never throws. */
export function answerTo<Answer>(
  call: OutsideCall<undefined>,
  ask: () => Answer,
): Result<Answer, RepositoryFailed> {
  try {
    const answer = ask()
    const outage = brokenAmong([call], undefined, [answer])
    return outage === undefined ? ok(answer) : err(outage)
  } catch (cause) {
    return err(failureOf(call, cause))
  }
}

/** The first answer that is not what was promised, as an outage. */
function brokenAmong<Question>(
  calls: readonly OutsideCall<Question>[],
  question: Question,
  answers: readonly unknown[],
): RepositoryFailed | undefined {
  let index = -1
  for (const call of calls) {
    index += 1
    try {
      if (call.keeps(answers[index], question)) continue
      return failureOf(call, new TypeError(`${call.operation} must answer with ${call.promised}`))
    } catch (cause) {
      return failureOf(call, cause)
    }
  }
  return undefined
}

function rejectedAmong<Question>(
  calls: readonly OutsideCall<Question>[],
  settled: readonly PromiseSettledResult<unknown>[],
): RepositoryFailed {
  const failures = calls.flatMap((call, index) => {
    const outcome = settled[index]
    return outcome?.status === 'rejected' ? [failureOf(call, outcome.reason)] : []
  })
  // There is one: it is what Promise.all has rejected for.
  return failures[0] as RepositoryFailed
}

function failureOf(call: OutsideCall<never>, cause: unknown): RepositoryFailed {
  const { repository, operation } = call
  return { type: 'RepositoryFailed', repository, operation, cause }
}
