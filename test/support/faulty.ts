import { intercepted } from './intercepted.js'

/** When a call fails: before it is made, or after, when it has done its work and the answer is lost. */
export type Moment = 'before' | 'after'

/** The repositories with one call that fails: the `nth`, counted from 0 over all of them. Tells which it was. */
export function faulty<Ports extends object>(
  ports: Ports,
  nth: number,
  moment: Moment,
): { repositories: Ports; failed: () => string | undefined } {
  let calls = 0
  let failed: string | undefined
  const repositories = intercepted(ports, async (call, _args, proceed) => {
    const isSpoiled = calls === nth
    calls += 1
    if (isSpoiled) failed = call
    if (isSpoiled && moment === 'before') throw new Error('connection refused')
    const answer = await proceed()
    if (isSpoiled) throw new Error('connection lost')
    return answer
  })
  return { repositories, failed: () => failed }
}
