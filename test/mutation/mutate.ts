import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { copyOfRepository } from './copy.js'
import type { Part } from './parts.js'

/** A mutant, and whether a test has noticed it. */
export interface Mutant {
  /** Below `src/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** What kind of thing was changed, as Stryker names it, and into what. */
  readonly mutator: string
  readonly replacement: string
  readonly isNoticed: boolean
}

/**
 * Tries all mutants of a part with the tests of the part.
 *
 * Twice where they survive: first quickly, modules being loaded once for all files of tests; then those that survive
 * with modules loaded for each file, since what happens while they load is not seen otherwise.
 */
export async function mutantsOf(part: Part): Promise<Mutant[]> {
  const mutants = await tried(
    part,
    part.sources.map((pattern) => `src/${pattern}.ts`),
    'together',
  )
  const alive = mutants.filter(({ isNoticed }) => !isNoticed)
  if (alive.length === 0) return mutants
  const places = alive.map(({ file, line, endLine }) => `src/${file}:${line}-${endLine}`)
  const again = await tried(part, [...new Set(places)], 'apart')
  const noticed = new Set(again.filter(({ isNoticed }) => isNoticed).map(nameOf))
  return mutants.map((mutant) =>
    noticed.has(nameOf(mutant)) ? { ...mutant, isNoticed: true } : mutant,
  )
}

const nameOf = ({ file, line, endLine, column, mutator, replacement }: Mutant) =>
  `${file} ${line}:${column}-${endLine} ${mutator} ${replacement}`

async function tried(
  { name }: Part,
  mutate: string[],
  modules: 'together' | 'apart',
): Promise<Mutant[]> {
  process.env['MUTATION_PART'] = name
  process.env['MUTATION_MODULES'] = modules
  const folder = copyOfRepository()
  process.chdir(folder)
  const stryker = new Stryker({
    testRunner: 'vitest',
    // The types of the plugin's options are not those of the core.
    ...{ vitest: { configFile: 'test/mutation/vitest.config.ts' } },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate,
    inPlace: true,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 10_000,
    reporters: ['progress-append-only'],
  })
  const results = await stryker.runMutationTest()
  return results.map(
    ({ fileName, location: { start, end }, mutatorName, replacement, status }) => ({
      file: relative(`${folder}/src`, fileName),
      line: start.line,
      column: start.column,
      endLine: end.line,
      mutator: mutatorName,
      replacement: replacement.replace(/\s+/g, ' '),
      // A run that breaks off is noticed as well.
      isNoticed: status !== 'Survived' && status !== 'NoCoverage',
    }),
  )
}
