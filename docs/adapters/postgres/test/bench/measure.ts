// What the bench measures, on the empty database of DATABASE_URL, as JSON. Bundled and run by run.ts.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { bursts } from './burst.js'
import { type Growth, growthAt } from './growth.js'
import { costsOfSends } from './sends.js'
import { fillTables } from './world.js'

const { values } = parseArgs({ options: { full: { type: 'boolean' } } })
const connectionString = process.env['DATABASE_URL'] ?? ''
const openPool = (): pg.Pool => new pg.Pool({ connectionString, max: 10, idleTimeoutMillis: 0 })
const pool = openPool()

await fillTables(pool, 50_000)
const sends = await costsOfSends(openPool, 40)
const burst = await bursts(connectionString, pool)
const growth: Growth[] = []
for (const past of [1e4, 1e5, 1e6, ...(values.full ? [1e7] : [])]) {
  growth.push(...(await growthAt(pool, past)))
}
const { rows } = await pool.query<{ server_version: string }>('SHOW server_version')
await pool.end()
// Without the name of the package: `15.18 (Debian 15.18-0+deb12u1)`.
const server = rows[0]?.server_version.split(' ', 1)[0]
console.log(JSON.stringify({ server, sends, burst, growth }))
