/** A figure of the table: what was compared with what, and how much more it took. */
export interface Figure {
  readonly what: string
  readonly against: string
  /** The ratio of the medians. */
  readonly ratio: number
  /** The middle half of the rounds' own ratios; absent where there is nothing to spread. */
  readonly spread?: readonly [from: number, to: number] | undefined
  /** What the ratio is to be at most, where it is to be anything. */
  readonly atMost?: number | undefined
  /** One call, or one piece, in absolute terms: of this machine, this time. */
  readonly absolute: string
}
