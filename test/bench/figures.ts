/** What was measured, all in one unit; NaN if something was not. */
export interface Figure {
  readonly what: string
  readonly took: number
  readonly unit: (value: number) => string
  readonly against?: string | undefined
  readonly baseline?: number
  readonly noise?: number
  readonly goal?: string | undefined
  /** What it took in another build. */
  readonly before?: number
}

/** A figure as the table shows it. */
export interface Row {
  readonly what: string
  readonly took: string
  readonly against: string
  readonly ratio: string
  /** The noise: how far a ratio is off by chance. */
  readonly 'A/A': string
  readonly goal: string
  /** The ratio to another build, and what it took there; only if one is compared. */
  readonly before?: string
}

export function rowOf(figure: Figure): Row {
  const { what, took, unit, against = '', baseline = NaN, noise = NaN, goal = '' } = figure
  const { before = NaN } = figure
  return {
    what,
    took: unit(took),
    against,
    ratio: inRatio(took / baseline),
    'A/A': inRatio(noise),
    goal,
    ...(Number.isFinite(before) && { before: `${inRatio(took / before)} × ${unit(before)}` }),
  }
}

const inRatio = (ratio: number) => (Number.isNaN(ratio) ? '' : ratio.toFixed(ratio < 10 ? 2 : 0))

export const inTime = (µs: number) =>
  µs < 1000 ? `${µs.toFixed(1)} µs` : `${(µs / 1000).toFixed(1)} ms`

export const inBytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
