// Runs in a thread of its own, where V8 counts how often each block of the code is run. Posts the work of each case.
import { Session } from 'node:inspector'
import { parentPort } from 'node:worker_threads'
import { GROWTH_CASES } from './cases.js'

interface Coverage {
  readonly result: readonly {
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

const session = new Session()
session.connect()

/** How often all blocks were run since the last time. */
function takeWork(): number {
  let work = 0
  // In the same thread it is called at once.
  session.post('Profiler.takePreciseCoverage', (_error, { result }: Coverage) => {
    for (const { functions } of result) {
      for (const { ranges } of functions) for (const { count } of ranges) work += count
    }
  })
  return work
}

session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
for (const { name, size, prepare } of GROWTH_CASES) {
  const calls = [prepare(size), prepare(2 * size)]
  // What is made once, at the first call.
  await calls[0]?.()
  const work: number[] = []
  for (const call of calls) {
    takeWork()
    await call()
    work.push(takeWork())
  }
  parentPort?.postMessage({ name, work })
}
