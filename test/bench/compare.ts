import { type Build, before, ours } from './builds.js'
import { type Figure, inTime } from './figures.js'
import { measure, type Task } from './slices.js'

/** A task of this library, which is measured beside the same of a build before and beside something else. */
export interface Comparison {
  readonly what: string
  readonly task: (build: Build) => Task
  readonly against?: string
  readonly baseline?: Task
  readonly goal?: string
}

export async function compare(comparison: Comparison): Promise<Figure> {
  const { what, task, against, goal } = comparison
  const measured = await measure({
    ours: task(ours),
    before: before && task(before),
    baseline: comparison.baseline,
  })
  return {
    what,
    took: measured.ours.time,
    against,
    baseline: measured.baseline.time,
    noise: measured.ours.noise,
    goal,
    before: measured.before.time,
    unit: inTime,
  }
}
