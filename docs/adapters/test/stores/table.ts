import { readFileSync, writeFileSync } from 'node:fs'
import type { Proof } from './prove.js'
import type { Store } from './store.js'

const PAGE = 'docs/adapters.md'
const BEGIN = '<!-- npm run test:stores -- --write -->'
const END = '<!-- end of the stores -->'

export interface Row {
  readonly store: string
  readonly passed: number
  readonly failed: number
  /** What the store lacks, by which the other cases were skipped. */
  readonly lacks: string
  readonly instances: 1 | 2
  readonly seconds: number
}

/** One row of the table: a proof, or the reason why there is none. */
export function rowOf({ name, options, answersLack = [] }: Store, proof: Proof | string): Row {
  const lacks = options?.lacks ?? []
  const instances = lacks.includes('another') ? 1 : 2
  if (typeof proof === 'string') {
    return { store: name, passed: 0, failed: 0, lacks: `not run: ${proof}`, instances, seconds: 0 }
  }
  const { passed, failed, seconds } = proof
  const all = [...lacks, ...answersLack.map((need) => `${need} of answers`)].join(', ')
  return { store: name, passed, failed: failed.length, lacks: all, instances, seconds }
}

/** The table of the page, without what differs from run to run. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ store, passed, instances, lacks }) =>
      `| ${store} | ${passed} | ${instances} | ${lacks === '' ? '' : lacks} |`,
  )
  return [
    '| Store | Cases passed | Instances | Lacks |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

export function writePage(rows: readonly Row[]): void {
  const page = readFileSync(PAGE, 'utf8')
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (before < 0 || after < 0) throw new Error(`${PAGE} has no place for the table`)
  const head = page.slice(0, before + BEGIN.length)
  writeFileSync(PAGE, `${head}\n\n${tableOf(rows)}\n\n${page.slice(after)}`)
}
