import pg from 'pg'
import { repositoriesIn } from '../../../sharded/repositories.js'
import { shardsOver } from '../../../sharded/shards.js'
import type { RacerModule } from '../race/entry.js'

/** The databases of one service. */
export interface Address {
  readonly network: string
  readonly servers: readonly string[]
}

/** Pools over all databases of an address, which is JSON. */
export function poolsOn(address: string, connections: number) {
  const { network, servers } = JSON.parse(address) as Address
  const open = (connectionString: string) => {
    const pool = new pg.Pool({ connectionString, max: connections, query_timeout: 10_000 })
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    return pool
  }
  const [home, shards] = [open(network), servers.map(open)]
  const close = async () => {
    for (const pool of [home, ...shards]) await pool.end()
  }
  return { network: home, shards: shardsOver(shards), close }
}

export const open: RacerModule['open'] = (address, connections) => {
  const { network, shards, close } = poolsOn(address, connections)
  return Promise.resolve({ repositories: repositoriesIn(network, shards), close })
}
