/** How large a race is. `npm run test:cluster -- --short` takes a fifth. */
export interface Scale {
  readonly sends: number
  readonly answers: number
  /** Onto so many pairs of inviter and recipient. */
  readonly pairs: number
  readonly isShort: boolean
}

/** Something that was checked. */
export interface Line {
  readonly what: string
  /** As the table shows it. */
  readonly figure: string | number
  readonly holds: boolean
}

/** One cluster to prove. Each file of `parts/` exports one as `part`, and bears its name. */
export interface Part {
  readonly name: string
  /** The Debian packages that it needs. */
  readonly packages: readonly string[]
  /**
   * Starts the cluster, checks it, and ends what it has started: with `atEnd`, so that it also ends on Ctrl-C. Throws
   * only if it cannot go on; what does not hold is a line.
   */
  run(scale: Scale): Promise<readonly Line[]>
}
