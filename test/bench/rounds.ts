/** Something to be timed against others. */
export interface Task {
  readonly name: string
  /** How often it is called in a round: so often that a round takes some milliseconds. */
  readonly calls: number
  readonly run: () => unknown
}

/** What each call of a task took, in µs, one figure a round; the same round for all tasks. */
export type Timings = ReadonlyMap<string, readonly number[]>

const WARM_UP_ROUNDS = 3

/**
 * Times tasks in turns: each round calls every task, beginning with another one each time, so that what disturbs the
 * machine, or grows hot, disturbs all of them.
 */
export async function time(tasks: readonly Task[], rounds: number): Promise<Timings> {
  const timings = new Map(tasks.map(({ name }) => [name, [] as number[]]))
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (let turn = 0; turn < tasks.length; turn += 1) {
      const task = tasks[(turn + round + WARM_UP_ROUNDS) % tasks.length]
      if (task === undefined) continue
      const { name, calls, run } = task
      const start = performance.now()
      for (let call = 0; call < calls; call += 1) await run()
      const perCall = ((performance.now() - start) / calls) * 1000
      if (round >= 0) timings.get(name)?.push(perCall)
    }
  }
  return timings
}

/** How much more one takes than another: the ratio of their medians, and the middle half of the rounds' ratios. */
export interface Ratio {
  readonly ratio: number
  readonly from: number
  readonly to: number
}

export function ratioOf(timings: Timings, name: string, baseline: string): Ratio {
  const times = timings.get(name) ?? []
  const others = timings.get(baseline) ?? []
  const byRound = times.map((value, round) => value / (others[round] ?? Number.NaN))
  return {
    ratio: quantile(times, 0.5) / quantile(others, 0.5),
    from: quantile(byRound, 0.25),
    to: quantile(byRound, 0.75),
  }
}

/** The value below which so large a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}
