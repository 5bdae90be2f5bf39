import type { Connection } from '../node-sqlite.js'

export type OpenDatabase = new (file: string) => Connection & { close(): void }

/** What opens a database; `undefined`: SQLite comes with Node 22, and this is an earlier one. */
export async function sqlite(): Promise<OpenDatabase | undefined> {
  // Checks the version, so that a Node that should have the module, and does not, fails.
  if (Number(process.versions.node.split('.')[0]) < 22) return undefined
  const name = 'node:sqlite'
  const module = (await import(/* @vite-ignore */ name)) as { DatabaseSync: OpenDatabase }
  return module.DatabaseSync
}
