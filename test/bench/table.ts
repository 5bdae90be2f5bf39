import type { Figure } from './figures.js'
import { quantile, ratioOf, type Task, time } from './rounds.js'

export const BY_HAND = 'by hand'
export const LIBRARY = 'this library'

/** How many rounds most things are timed for, and how many those that take seconds. */
export const ROUNDS = 41
export const SLOW_ROUNDS = 9

/** All figures so far, in the order of the table. */
export const figures: Figure[] = []

/** One line of the table: `name` against `baseline`, of the tasks that were timed together. */
export interface Line {
  readonly what: string
  readonly name: string
  readonly baseline: string
  readonly atMost?: number
}

/** Times tasks together, and adds a figure for each line. */
export async function compare(rounds: number, tasks: readonly Task[], lines: readonly Line[]) {
  const timings = await time(tasks, rounds)
  for (const { what, name, baseline, atMost } of lines) {
    const { ratio, from, to } = ratioOf(timings, name, baseline)
    const took = quantile(timings.get(name) ?? [], 0.5)
    const absolute = took > 1000 ? `${(took / 1000).toFixed(1)} ms` : `${took.toFixed(1)} µs`
    figures.push({ what, against: baseline, ratio, spread: [from, to], atMost, absolute })
  }
}
