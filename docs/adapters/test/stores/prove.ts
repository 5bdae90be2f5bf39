// Runs all cases over one store, and prints what became of them as JSON: prove.ts <file of the store> <server>
import { pathToFileURL } from 'node:url'
import { contractsOf } from '../../../../test/support/contracts-of.js'
import type { Store } from './store.js'

/** What became of the cases. */
export interface Proof {
  readonly passed: number
  readonly skipped: readonly string[]
  readonly failed: readonly string[]
  readonly seconds: number
}

const [file = '', server = ''] = process.argv.slice(2)
// The files of the stores have this form.
const { store } = (await import(pathToFileURL(file).href)) as { store: Store }
const proof = await prove()
// Alone on the last line: a driver may have printed something before.
console.log(`\n${JSON.stringify(proof)}`)

async function prove(): Promise<Proof> {
  const began = Date.now()
  const { options = {}, answersLack = [] } = store
  const lacks = options.lacks ?? []
  const opened = await store.open(server)
  const passed: string[] = []
  const skipped: string[] = []
  const failed: string[] = []
  for (const [port, cases] of contractsOf(opened.fixturesOf, options, answersLack)) {
    const lacking = port === 'answers' ? [...lacks, ...answersLack] : lacks
    for (const { id, needs, run } of cases) {
      if (needs && lacking.includes(needs)) {
        skipped.push(id)
        continue
      }
      try {
        await run()
        passed.push(id)
      } catch (error) {
        failed.push(id)
        console.error(id, error)
      }
    }
  }
  await opened.close()
  const seconds = Math.round((Date.now() - began) / 1000)
  return { passed: passed.length, skipped, failed, seconds }
}
