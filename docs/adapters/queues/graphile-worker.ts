import type { Delivery } from 'group-invitations'
import { run, type Runner, type RunnerOptions } from 'graphile-worker'
import { type QueueWork, tryJob } from './try-job.js'

export const TASK = 'deliver_invitation'

/** With waits of 3, 7, 20 … seconds, which are e, e² … e¹⁰ and then stay so, these take 28 hours. */
const TRIES = 14

/**
 * Works on the jobs of graphile-worker.sql, `options.concurrency` at once, until `stop` of what it returns. The job of
 * a worker that was killed is tried again after 4 hours; `forceUnlockWorkers` of graphile-worker does not wait so long.
 */
export const workDeliveries = (
  options: Omit<RunnerOptions, 'taskList'>,
  work: QueueWork,
): Promise<Runner> =>
  run({
    noHandleSignals: true,
    ...options,
    taskList: {
      // The payload is what the trigger has written.
      [TASK]: (payload, { job }) => tryJob(work, payload as Delivery, job.attempts, TRIES),
    },
  })
