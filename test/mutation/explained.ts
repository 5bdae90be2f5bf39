import { textOf } from '../support/repository.js'
import type { Mutant } from './mutate.js'

/** A comment that explains why no test notices some mutants of some lines. */
interface Explanation {
  readonly file: string
  /** The first and the last line that it explains. */
  readonly from: number
  readonly to: number
  readonly mutators: string
  readonly comment: string
}

/** In Stryker's forms: of the next line, or of all lines up to a comment `Stryker restore` with the same mutators. */
function explanationsIn(file: string): Explanation[] {
  const lines = textOf(`src/${file}`).split('\n')
  const lineAfter = (at: number, isFound: (line: string) => boolean) =>
    lines.findIndex((line, index) => index > at && isFound(line)) + 1
  return lines.flatMap((text, at) => {
    const form = /\/\/ Stryker disable (next-line )?([\w, ]+): ./.exec(text)
    if (!form) return []
    const [comment, isOfNext, mutators = ''] = form
    const from = lineAfter(at, (line) => !/^\s*\/(?:\/|\*\*)/.test(line))
    const to = lineAfter(at, (line) => line.trim() === `// Stryker restore ${mutators}`)
    return [{ file, from, to: isOfNext ? from : to, mutators, comment }]
  })
}

/** The mutants that survive without an explanation, and the comments that explain none which survives. */
export function unexplained(mutants: readonly Mutant[]) {
  const survivors = mutants.filter(({ isNoticed }) => !isNoticed)
  const files = new Set(mutants.map(({ file }) => file))
  const explanations = [...files].flatMap(explanationsIn)
  const explains = ({ file, from, to, mutators }: Explanation, mutant: Mutant) =>
    mutant.file === file &&
    from <= mutant.line &&
    mutant.line <= to &&
    mutators.split(', ').includes(mutant.mutator)
  return {
    survivors: survivors.filter((mutant) => !explanations.some((one) => explains(one, mutant))),
    comments: explanations.filter((one) => !survivors.some((mutant) => explains(one, mutant))),
  }
}
