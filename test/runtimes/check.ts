/** One line of the table. */
export interface Check {
  /** What selects it on the command line, alone or with others. */
  readonly part: string
  readonly what: string
  readonly module: string
  /** Tries it in the folder in which the package is installed. */
  run(folder: string): Promise<Outcome> | Outcome
}

/** What a check has found out. */
export interface Outcome {
  /** The version that has really run, as it says itself. */
  readonly version: string
  /** What is wrong; absent: nothing. */
  readonly problem?: string | undefined
}
