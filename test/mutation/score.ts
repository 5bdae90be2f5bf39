import type { Mutant } from './mutate.js'

/** How many of the mutants of a file, or of all, the tests have noticed. */
export interface Score {
  readonly what: string
  readonly mutants: number
  readonly noticed: number
  /** In per cent, rounded down to a tenth. */
  readonly score: number
}

/** The score of all these mutants together. */
export function scoreOf(what: string, mutants: readonly Mutant[]): Score {
  const noticed = mutants.filter(({ isNoticed }) => isNoticed).length
  const score = Math.floor((noticed / mutants.length) * 1000) / 10
  return { what, mutants: mutants.length, noticed, score }
}

/** The score of each file. */
export function scoresByFile(mutants: readonly Mutant[]): Score[] {
  const files = [...new Set(mutants.map(({ file }) => file))].sort()
  return files.map((file) =>
    scoreOf(
      file,
      mutants.filter((mutant) => mutant.file === file),
    ),
  )
}
