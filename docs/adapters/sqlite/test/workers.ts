import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import type { Database } from '../database.js'
import type { Work } from './worker.js'

/** One Worker for each name, all with a binding to the same database of D1, as a deployed service has many. */
export async function openWorkers(names: readonly string[]) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  const miniflare = new Miniflare({
    workers: names.map((name) => ({
      name,
      modules: true,
      script,
      routes: [`${name}.example/*`],
      d1Databases: { DB: 'network' },
      // Not later than the binary of workerd.
      compatibilityDate: '2026-01-01',
    })),
  })
  await miniflare.ready
  const ask = async (name: string, work: Work) => {
    const response = await miniflare.dispatchFetch(`http://${name}.example/`, {
      method: 'POST',
      body: JSON.stringify(work),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    ask,
    /** The database of a Worker, asked from outside. */
    databaseOf: (name: string): Database => ({
      // What a Worker returns are rows.
      find: async <Row>(...find: Parameters<Database['find']>) =>
        (await ask(name, { find: [...find] })) as Row[],
      batch: async (batch) => (await ask(name, { batch })) as unknown[][],
    }),
    close: () => miniflare.dispose(),
  }
}
