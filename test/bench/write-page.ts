import { readFileSync, writeFileSync } from 'node:fs'

/** What a run of the bench has measured, as rows of tables. */
export interface Measured {
  /** Where it was run: the version of Node and the processor. */
  readonly machine: string
  readonly figures: readonly object[]
  readonly sizes: readonly object[]
}

const PAGE = 'docs/performance.md'

/** Puts the figures into the page on performance, and beside it as JSON. */
export function writePage(measured: Measured): void {
  const { machine, figures, sizes } = measured
  writeFileSync('test/bench/figures.json', `${JSON.stringify(measured, null, 2)}\n`)
  const written = readFileSync(PAGE, 'utf8')
    .replace(/^Node [\d.]+, \d+ × [^,]+/m, machine)
    .replace(tableUnder('The table'), (_match, head: string) => head + rowsOf(figures))
    .replace(tableUnder('Sizes'), (_match, head: string) => head + rowsOf(sizes))
  writeFileSync(PAGE, written)
}

/** The heading, all up to the head of its first table, and the rows. */
function tableUnder(heading: string): RegExp {
  return new RegExp(`(^## ${heading}\\n[\\s\\S]*?\\n\\|(?: ---+ \\|)+\\n)(?:\\|.*\\n)*`, 'm')
}

function rowsOf(rows: readonly object[]): string {
  return rows.map((row) => `| ${Object.values(row).join(' | ')} |\n`).join('')
}
