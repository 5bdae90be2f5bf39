import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHunted } from '../../../../../test/support/race/hunted.js'
import { Journal } from '../../../../../test/support/race/journal.js'
import { atEnd } from '../ending.js'
import type { Entry } from './entry.js'
import type { RacePlan } from './plan.js'

export interface Race {
  readonly plan: RacePlan
  /** The file of a `RacerModule`. */
  readonly module: string
  /** What the module opens. Each process asks over all of them. */
  readonly addresses: readonly string[]
  /** Called when `at` of all results, from 0 to 1, are written down: kill a server then, or bring one back. */
  readonly moments?: readonly { readonly at: number; readonly act: () => Promise<void> }[]
  /** So many times a process of the race is killed and started anew. */
  readonly clientKills?: number
}

export interface Raced {
  readonly entries: readonly Entry[]
  readonly seconds: number
}

const RACER = 'docs/adapters/test/cluster/race/racer.ts'
/** Between two looks at the journals, and between two processes that are killed. */
const [LOOK_MS, KILL_MS] = [20, 900]

/** Runs a race to its end: all processes have all their results. */
export async function race({
  plan,
  module,
  addresses,
  moments = [],
  clientKills = 0,
}: Race): Promise<Raced> {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-cluster-race-'))
  // A process that cannot write down its result ends: so none is left after a failure.
  const end = atEnd(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const files = Array.from({ length: plan.processes }, (_none, index) => join(folder, `${index}`))
  const began = Date.now()
  const over = new AbortController()
  try {
    const running = runHunted(
      RACER,
      files.map((file, index) => [
        module,
        file,
        String(index),
        JSON.stringify(plan),
        JSON.stringify(addresses),
      ]),
      { kills: clientKills, every: KILL_MS },
    ).finally(() => {
      over.abort()
    })
    await Promise.all([running, actAt(moments, plan, files, over.signal)])
    const entries = files.flatMap((file) => new Journal<Entry>(file).entries())
    return { entries, seconds: (Date.now() - began) / 1000 }
  } finally {
    await end()
  }
}

async function actAt(
  moments: NonNullable<Race['moments']>,
  { sends, answers }: RacePlan,
  files: readonly string[],
  over: AbortSignal,
): Promise<void> {
  for (const { at, act } of moments) {
    while (files.reduce((sum, file) => sum + linesIn(file), 0) < at * (sends + answers)) {
      if (over.aborted) throw new Error('The race was over before its moment')
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    await act()
  }
}

const linesIn = (file: string) =>
  existsSync(file) ? readFileSync(file, 'latin1').split('\n').length - 1 : 0
