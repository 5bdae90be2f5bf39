// Copies the adapter for SQLite out of the package, unless it is there. The copy in src/adapters is yours to change.
import { cpSync, existsSync } from 'node:fs'

if (!existsSync('src/adapters')) {
  for (const folder of ['shared', 'sqlite']) {
    const source = `node_modules/group-invitations/docs/adapters/${folder}`
    cpSync(source, `src/adapters/${folder}`, { recursive: true })
  }
}
