import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import type { Part } from './parts.js'

/** A mutant, and whether a test has noticed it. */
export interface Mutant {
  /** Below `src/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** What was changed, and into what. */
  readonly change: string
  readonly isNoticed: boolean
  /** Why nobody can notice it: the reason of a comment `Stryker disable`, by which it was not tried. */
  readonly reason: string | undefined
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
  const alive = mutants.filter(({ isNoticed, reason }) => !isNoticed && reason === undefined)
  if (alive.length === 0) return mutants
  const places = alive.map(({ file, line, endLine }) => `src/${file}:${line}-${endLine}`)
  const again = await tried(part, [...new Set(places)], 'apart')
  const noticed = new Set(again.filter(({ isNoticed }) => isNoticed).map(nameOf))
  return mutants.map((mutant) =>
    noticed.has(nameOf(mutant)) ? { ...mutant, isNoticed: true } : mutant,
  )
}

const nameOf = ({ file, line, endLine, column, change }: Mutant) =>
  `${file} ${line}:${column}-${endLine} ${change}`

async function tried(
  { name }: Part,
  mutate: string[],
  modules: 'together' | 'apart',
): Promise<Mutant[]> {
  process.env['MUTATION_PART'] = name
  process.env['MUTATION_MODULES'] = modules
  const stryker = new Stryker({
    testRunner: 'vitest',
    // The types of the plugin's options are not those of the core.
    ...{ vitest: { configFile: 'test/mutation/vitest.config.ts' } },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 10_000,
    tempDirName: 'coverage/stryker',
    ignorePatterns: ['dist', 'coverage'],
    reporters: ['progress-append-only'],
  })
  const results = await stryker.runMutationTest()
  return results.map(
    ({ fileName, location: { start, end }, mutatorName, replacement, status, statusReason }) => ({
      file: relative('src', fileName),
      line: start.line,
      column: start.column,
      endLine: end.line,
      change: `${mutatorName} ${replacement.replace(/\s+/g, ' ')}`,
      // A run that breaks off is noticed as well.
      isNoticed: !['Survived', 'NoCoverage', 'Ignored'].includes(status),
      reason: status === 'Ignored' ? (statusReason ?? '') : undefined,
    }),
  )
}

/** The comments `Stryker disable` in these files by which no mutant was left out. */
export function needlessComments(mutants: readonly Mutant[]): string[] {
  const files = [...new Set(mutants.map(({ file }) => file))]
  return files.flatMap((file) => {
    const reasons = mutants.filter((mutant) => mutant.file === file).map(({ reason }) => reason)
    const source = readFileSync(`src/${file}`, 'utf8')
    return [...source.matchAll(/Stryker disable [^:\n]*:(.*)/g)]
      .filter(([, reason = '']) => !reasons.includes(reason.trim()))
      .map(([comment]) => `src/${file}: ${comment}`)
  })
}
