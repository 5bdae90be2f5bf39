import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { end, newFolder, startIn, untilReady, writeTables } from '../../../mysql/test/server.js'
import { freePort } from '../../../postgres/test/server/server.js'
import { atEnd } from '../ending.js'

/** One server of the cluster. */
export interface Node {
  readonly url: string
  /** Kills it with -9. */
  kill(): Promise<void>
  /** Starts it again, and waits until it has all that the others have written meanwhile. */
  rejoin(): Promise<void>
}

const PATIENCE_MS = 90_000

/** A cluster of MariaDB with Galera on loopback, in temporary folders. */
export async function startGalera(count: number): Promise<readonly Node[]> {
  const ports = await Promise.all(Array.from({ length: count }, portsOfNode))
  const members = `gcomm://${ports.map(({ group }) => `127.0.0.1:${group}`).join(',')}`
  const nodes: Node[] = []
  // One after the other: each copies from the first what it does not have.
  for (const [at, own] of ports.entries()) {
    const node = nodeAt(own, members)
    await node.start(at === 0)
    nodes.push(node)
  }
  return nodes
}

interface Ports {
  readonly sql: number
  readonly group: number
  readonly increments: number
  readonly copies: number
}

async function portsOfNode(): Promise<Ports> {
  const [sql = 0, group = 0, increments = 0, copies = 0] = await Promise.all(
    Array.from({ length: 4 }, freePort),
  )
  return { sql, group, increments, copies }
}

function nodeAt(ports: Ports, members: string) {
  const folder = newFolder()
  const url = `mysql://root@127.0.0.1:${ports.sql}/mysql`
  const options = optionsOf(ports, members)
  let server: ChildProcess | undefined
  const kill = async () => {
    if (server) await end(server)
  }
  atEnd(async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const start = async (isFirst: boolean) => {
    if (isFirst) writeTables(folder)
    server = startIn(folder, isFirst ? [...options, '--wsrep-new-cluster'] : options)
    await untilReady(url, server)
    await untilSynced(url)
  }
  return { url, start, kill, rejoin: () => start(false) }
}

const optionsOf = ({ sql, group, increments, copies }: Ports, members: string) => [
  `--port=${sql}`,
  '--bind-address=127.0.0.1',
  '--max-connections=200',
  '--innodb-buffer-pool-size=64M',
  // What is copied to a new node.
  '--innodb-log-file-size=16M',
  // The other nodes have what one has not written to its disk yet.
  '--innodb-flush-log-at-trx-commit=2',
  '--binlog-format=ROW',
  '--innodb-autoinc-lock-mode=2',
  '--wsrep-on=ON',
  '--wsrep-provider=/usr/lib/galera/libgalera_smm.so',
  `--wsrep-cluster-address=${members}`,
  `--wsrep-node-address=127.0.0.1:${group}`,
  `--wsrep-provider-options=base_host=127.0.0.1;base_port=${group};gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${increments};gcache.size=32M`,
  '--wsrep-sst-method=rsync',
  `--wsrep-sst-receive-address=127.0.0.1:${copies}`,
  // A look waits until this node has what any node has committed before.
  '--wsrep-sync-wait=1',
]

async function untilSynced(url: string): Promise<void> {
  const patience = Date.now() + PATIENCE_MS
  for (;;) {
    const connection = await createConnection(url)
    try {
      const [rows] = await connection.query<RowDataPacket[]>(
        "SHOW GLOBAL STATUS LIKE 'wsrep_local_state_comment'",
      )
      if (rows[0]?.['Value'] === 'Synced') return
    } finally {
      await connection.end()
    }
    if (Date.now() > patience) throw new Error('A node has not joined the cluster')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
