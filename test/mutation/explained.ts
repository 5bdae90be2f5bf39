import { textOf } from '../support/repository.js'
import type { Mutant } from './mutate.js'

/** A comment that explains why no test notices some mutants of the line below. */
interface Explanation {
  readonly file: string
  /** The line that it explains: the first one below that is no comment. */
  readonly line: number
  readonly mutators: readonly string[]
  readonly comment: string
}

function explanationsIn(file: string): Explanation[] {
  const lines = textOf(`src/${file}`).split('\n')
  return lines.flatMap((text, at) => {
    const [comment, names] = /\/\/ Stryker disable next-line ([\w, ]+): ./.exec(text) ?? []
    if (comment === undefined || names === undefined) return []
    const line = lines.findIndex((other, index) => index > at && !/^\s*\/\//.test(other)) + 1
    return [{ file, line, mutators: names.split(', '), comment: text.trim() }]
  })
}

/** The mutants that survive without an explanation, and the comments that explain none which survives. */
export function unexplained(mutants: readonly Mutant[]) {
  const survivors = mutants.filter(({ isNoticed }) => !isNoticed)
  const files = new Set(mutants.map(({ file }) => file))
  const explanations = [...files].flatMap(explanationsIn)
  const explains = ({ file, line, mutators }: Explanation, mutant: Mutant) =>
    mutant.file === file && mutant.line === line && mutators.includes(mutant.mutator)
  return {
    survivors: survivors.filter((mutant) => !explanations.some((one) => explains(one, mutant))),
    comments: explanations.filter((one) => !survivors.some((mutant) => explains(one, mutant))),
  }
}
