import { readFileSync, writeFileSync } from 'node:fs'
import type { Size } from '../package/sizes.js'
import type { Row } from './figures.js'

/** What a run of the bench has measured. */
export interface Measured {
  /** Where it was run: the version of Node and the processor. */
  readonly machine: string
  readonly figures: readonly Row[]
  readonly sizes: readonly Size[]
}

const PAGE = 'docs/performance.md'

/** Puts the figures into the page on performance, and beside it as JSON; another build is no business of theirs. */
export function writePage({ machine, figures, sizes }: Measured): void {
  const rows = figures.map(({ before: _before, ...row }) => row)
  const json = JSON.stringify({ machine, figures: rows, sizes }, null, 2)
  writeFileSync('test/bench/figures.json', `${json}\n`)
  editPage((page) => {
    const felt = withTimes(page, new Map(rows.map(({ what, took }) => [what, took])))
    const filled = withTable(withTable(felt, '## The table', rows), '## Sizes', sizes)
    return filled.replace(/^Node [\d.]+, \d+ × [^,]+/m, machine)
  })
}

/** Edits the page on performance. */
export function editPage(edit: (page: string) => string): void {
  writeFileSync(PAGE, edit(readFileSync(PAGE, 'utf8')))
}

/** Puts times into the table of what is felt where, which repeats some of other tables. */
export function withTimes(page: string, times: ReadonlyMap<string, string>): string {
  return page.replace(/^## What is felt where\n[\s\S]*?\n## /m, (section) =>
    section.replace(/^\| (.+?) \| [^|]+ \|/gm, (cells, what: string) => {
      const took = times.get(what)
      return took === undefined ? cells : `| ${what} | ${took} |`
    }),
  )
}

/** Replaces the rows of the first table under a heading; its head stays. */
export function withTable(page: string, heading: string, rows: readonly object[]): string {
  const table = new RegExp(`(^${heading}\\n[\\s\\S]*?\\n\\|(?: ---+ \\|)+\\n)(?:\\|.*\\n)*`, 'm')
  const lines = rows.map((row) => `| ${Object.values(row).join(' | ')} |\n`)
  return page.replace(table, (_match, head: string) => head + lines.join(''))
}
