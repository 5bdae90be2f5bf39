import { pauseAbout } from '../shared/pause.js'

/** Calls `forward` until `stop` is aborted: `() => forwardDeliveries(pool, queue)`. Any number of processes may. */
export async function forwardUntil(
  stop: AbortSignal,
  forward: () => Promise<number>,
  log: (problem: unknown) => void,
): Promise<void> {
  while (!stop.aborted) {
    let count = 0
    try {
      count = await forward()
    } catch (problem) {
      log(problem)
    }
    if (count === 0) await pauseAbout(500, stop)
  }
}
