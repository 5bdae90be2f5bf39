// How many bytes calls allocate and hold. Bundled and run by run.ts, with a nursery that is never full, so that nothing is
// collected meanwhile.
import { type Build, before, ours } from './builds.js'
import { handWritten } from './contenders/hand-written.js'
import { FORM_ONLY } from './contenders/with-library.js'
import { factsWith, NOW, recentFingerprints } from './draft.js'
import { type Figure, inBytes, rowOf } from './figures.js'
import { ACCEPTED } from './requests.js'
import { quantile, type Task } from './slices.js'
import { type BenchPorts, createWorld } from './world.js'

declare const gc: () => void

const WARM_UP_CALLS = 10_000
const CALLS = 1_000
const ROUNDS = 9
const WAITING = 10_000

const clock = () => NOW
const options = { clock, enforcement: FORM_ONLY }
const world = createWorld(20_000, 1_000)
const held = () => process.memoryUsage().heapUsed

/** What a call allocates, in bytes. */
async function allocatedBy(task: Task): Promise<number> {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await task()
  const rounds: number[] = []
  while (rounds.length < ROUNDS) {
    gc()
    const start = held()
    for (let call = 0; call < CALLS; call += 1) await task()
    rounds.push((held() - start) / CALLS)
  }
  return quantile(rounds, 0.5)
}

/** Ports that never answer. */
const never = new Promise<never>(() => undefined)
const unanswered = Object.fromEntries(
  Object.entries(world).map(([port, methods]) => [
    port,
    Object.fromEntries(Object.keys(methods).map((method) => [method, () => never])),
  ]),
  // The same ports with the same methods.
) as unknown as BenchPorts

/** What a call holds while it waits for its ports, in bytes. */
async function heldBy(task: Task): Promise<number> {
  for (let call = 0; call < 100; call += 1) void task()
  gc()
  const start = held()
  for (let call = 0; call < WAITING; call += 1) void task()
  await new Promise(setImmediate)
  gc()
  return (held() - start) / WAITING
}

const decideBy = ({ decide, fingerprintText }: Build) => {
  const facts = factsWith(recentFingerprints(fingerprintText))
  return () => decide(ACCEPTED, facts)
}
const evaluateBy = ({ InvitationPolicy }: Build, ports: BenchPorts) => {
  const policy = new InvitationPolicy(ports, options)
  return () => policy.evaluate(ACCEPTED)
}
const evaluateByHand = (ports: BenchPorts) => {
  const floor = handWritten(ports, clock)
  return () => floor.evaluate(ACCEPTED)
}

const figures: Figure[] = [
  {
    what: 'bytes allocated by decide, accepted',
    took: await allocatedBy(decideBy(ours)),
    goal: '≤ 80 kB',
    ...(before && { before: await allocatedBy(decideBy(before)) }),
    unit: inBytes,
  },
  {
    what: 'bytes allocated by evaluate, content off, accepted',
    took: await allocatedBy(evaluateBy(ours, world)),
    against: 'by hand',
    baseline: await allocatedBy(evaluateByHand(world)),
    ...(before && { before: await allocatedBy(evaluateBy(before, world)) }),
    unit: inBytes,
  },
  {
    what: 'bytes held by each of 10,000 evaluate that wait',
    took: await heldBy(evaluateBy(ours, unanswered)),
    against: 'by hand',
    baseline: await heldBy(evaluateByHand(unanswered)),
    ...(before && { before: await heldBy(evaluateBy(before, unanswered)) }),
    unit: inBytes,
  },
]
console.log(JSON.stringify(figures.map(rowOf)))
