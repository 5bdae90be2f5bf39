// How many bytes one evaluation allocates, here and by hand. Run with a nursery that is never full, so that nothing is
// collected meanwhile. Bundled and run by run.ts.
import { InvitationPolicy } from 'group-invitations'
import { handWritten } from './contenders/hand-written.js'
import { FORM_ONLY } from './contenders/with-library.js'
import type { Figure } from './figures.js'
import { ACCEPTED } from './requests.js'
import { quantile } from './rounds.js'
import { NOW } from '../support/builders.js'
import { createWorld } from './world.js'

declare const gc: () => void

const WARM_UP_CALLS = 20_000
const CALLS = 3_000
const ROUNDS = 9

const clock = () => NOW
const world = createWorld(20_000, 1_000)
const floor = handWritten(world, clock)
const policy = new InvitationPolicy(world, { clock, enforcement: FORM_ONLY })

async function bytesOf(run: () => unknown): Promise<number> {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await run()
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    gc()
    const before = process.memoryUsage().heapUsed
    for (let call = 0; call < CALLS; call += 1) await run()
    rounds.push((process.memoryUsage().heapUsed - before) / CALLS)
  }
  return quantile(rounds, 0.5)
}

const byHand = await bytesOf(() => floor.evaluate(ACCEPTED))
const byLibrary = await bytesOf(() => policy.evaluate(ACCEPTED))
const figure: Figure = {
  what: 'bytes allocated by one evaluate',
  against: 'by hand',
  ratio: byLibrary / byHand,
  atMost: 1.25,
  absolute: `${(byLibrary / 1000).toFixed(1)} kB`,
}
console.log(JSON.stringify([figure]))
