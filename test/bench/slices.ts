// How the bench measures on a machine that others use too: in slices of the processor's time, which are so short that
// many are left alone.

/** Does once what is measured. Something asynchronous returns its promise. */
export type Task = () => unknown

/** A short time in which one task alone was called. */
export interface Slice {
  /** What a call took of the processor, in µs. */
  readonly perCall: number
  /** Whether another program got the processor meanwhile, and with it the caches. */
  readonly isDisturbed: boolean
}

export interface Measured {
  /** What a call typically takes, in µs. */
  readonly time: number
  /** The task against itself: the ratio of every other slice to those between. It is off from 1 by chance alone. */
  readonly noise: number
}

const SLICE = 450 // µs
const WARM_UP_MS = 250
/** So many slices are enough if nothing disturbs them. */
const CALM_SLICES = 400
const SECONDS_PER_TASK = 6

/**
 * Measures tasks in turns, slice by slice, so that what makes the machine faster or slower does it to all of them; those
 * that are absent have NaN. A call that takes longer than a slice is a slice of its own.
 */
export async function measure<Name extends string>(
  tasks: Readonly<Record<Name, Task | undefined>>,
): Promise<Record<Name, Measured>> {
  const turns: { name: string; task: Task; calls: number; slices: Slice[]; calm: number }[] = []
  for (const [name, task] of Object.entries<Task | undefined>(tasks)) {
    if (!task) continue
    await warmUp(task)
    const calls = Math.ceil(SLICE / (await warmUp(task)))
    turns.push({ name, task, calls, slices: [], calm: 0 })
  }
  const end = performance.now() + SECONDS_PER_TASK * 1000 * turns.length
  while (performance.now() < end && turns.some(({ calm }) => calm < CALM_SLICES)) {
    for (const turn of turns) {
      const slice = await sliceOf(turn.task, turn.calls)
      turn.slices.push(slice)
      if (!slice.isDisturbed) turn.calm += 1
    }
  }
  const slicesOf = (name: string) => turns.find((turn) => turn.name === name)?.slices ?? []
  // Each name of the tasks.
  return Object.fromEntries(
    Object.keys(tasks).map((name) => [name, measuredBy(slicesOf(name))]),
  ) as Record<Name, Measured>
}

/** What a call typically takes, in µs, of a few calls, of which each is a slice. */
export async function timeOf(task: Task, count: number): Promise<number> {
  const slices: Slice[] = []
  while (slices.length < count) slices.push(await sliceOf(task, 1))
  return typical(slices)
}

export function measuredBy(slices: readonly Slice[]): Measured {
  const half = (rest: number) => typical(slices.filter((_, index) => index % 2 === rest))
  return { time: typical(slices), noise: half(0) / half(1) }
}

/** The 10th percentile: of the slices that nothing disturbed, unless nearly all are disturbed. */
export function typical(slices: readonly Slice[]): number {
  const calm = slices.filter(({ isDisturbed }) => !isDisturbed)
  const kept = calm.length < slices.length / 50 ? slices : calm
  return quantile(
    kept.map(({ perCall }) => perCall),
    0.1,
  )
}

/** The value below which so large a share of the values lies; NaN if there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}

/** Calls a task until it is compiled. Returns what a call took. */
async function warmUp(task: Task): Promise<number> {
  const end = performance.now() + WARM_UP_MS
  const start = process.cpuUsage()
  let calls = 0
  while (performance.now() < end) {
    await task()
    calls += 1
  }
  return cpuTimeSince(start) / calls
}

async function sliceOf(task: Task, calls: number): Promise<Slice> {
  // Not timed: the task before has filled the caches of the processor.
  await task()
  // So that a long call is not interrupted by it at times, and at times not. Before short ones it would empty the caches.
  if (calls === 1) globalThis.gc?.({ type: 'minor' })
  const switches = switchesSoFar()
  const start = process.cpuUsage()
  for (let call = 0; call < calls; call += 1) {
    const pending = task()
    // To await what is no promise would take as long as the shortest tasks.
    if (isThenable(pending)) await pending
  }
  const perCall = cpuTimeSince(start) / calls
  return { perCall, isDisturbed: switchesSoFar() > switches }
}

const switchesSoFar = () => process.resourceUsage().involuntaryContextSwitches

/** In µs. */
export function cpuTimeSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return user + system
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value
