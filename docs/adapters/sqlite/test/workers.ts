import { readFileSync } from 'node:fs'
import { Miniflare } from 'miniflare'
import ts from 'typescript'
import type { Database } from '../database.js'

/** Runs `d1.ts` where it belongs: in a Worker, over its binding. */
const WORKER = `
import { d1 } from './d1.js'

export default {
  async fetch(request, { DB }) {
    const { find, batch } = await request.json()
    const database = d1(DB)
    try {
      return Response.json(find ? await database.find(...find) : await database.batch(batch))
    } catch (error) {
      return new Response(String(error), { status: 500 })
    }
  },
}`

const D1 = ts.transpile(readFileSync(new URL('../d1.ts', import.meta.url), 'utf8'), {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
})

/** One Worker for each name, all with a binding to the same database of D1, as a deployed service has many. */
export async function openWorkers(names: readonly string[], folder?: string) {
  const miniflare = new Miniflare({
    workers: names.map((name) => ({
      name,
      modules: [
        { type: 'ESModule', path: 'worker.js', contents: WORKER },
        { type: 'ESModule', path: 'd1.js', contents: D1 },
      ],
      routes: [`${name}.example/*`],
      d1Databases: { DB: 'network' },
      // Not later than the binary of workerd.
      compatibilityDate: '2026-01-01',
    })),
    ...(folder !== undefined && { defaultPersistRoot: folder }),
  })
  await miniflare.ready
  const ask = async (name: string, body: object) => {
    const response = await miniflare.dispatchFetch(`http://${name}.example/`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  const databases = names.map((name): Database => ({
    // What a Worker has returned has the form of the rows.
    find: async <Row>(...find: unknown[]) => (await ask(name, { find })) as Row[],
    batch: async (batch) => (await ask(name, { batch })) as unknown[][],
  }))
  return { databases, close: () => miniflare.dispose() }
}
