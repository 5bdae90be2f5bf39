import { Redis } from 'ioredis'

/** A connection for queues and workers to the Redis of `npm run test:queues`. */
export function connectionTo(url = process.env['REDIS_URL']): Redis {
  if (url === undefined) throw new Error('REDIS_URL is not set: run npm run test:queues')
  return new Redis(url, { maxRetriesPerRequest: null })
}

/** Settings with which the job of a worker that was killed is found after about two seconds. */
export const BRIEF = { lockDuration: 1000, stalledInterval: 500 }
