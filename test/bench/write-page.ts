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
  const page = readFileSync(PAGE, 'utf8')
    .replace(/^Node [\d.]+, \d+ × [^,]+/m, machine)
    .replace(tableUnder('The table'), (_match, head: string) => head + rowsOf(rows))
    .replace(tableUnder('Sizes'), (_match, head: string) => head + rowsOf(sizes))
    // The table of what is felt repeats some.
    .replace(/^\| (.+?) \| [^|]+ \|/gm, (cells, what: string) => {
      const took = rows.find((row) => row.what === what)?.took
      return took === undefined ? cells : `| ${what} | ${took} |`
    })
  writeFileSync(PAGE, page)
}

/** The heading, all up to the head of its first table, and the rows. */
function tableUnder(heading: string): RegExp {
  return new RegExp(`(^## ${heading}\\n[\\s\\S]*?\\n\\|(?: ---+ \\|)+\\n)(?:\\|.*\\n)*`, 'm')
}

function rowsOf(rows: readonly object[]): string {
  return rows.map((row) => `| ${Object.values(row).join(' | ')} |\n`).join('')
}
