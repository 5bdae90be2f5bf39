import type { ContractOptions, StoreNeed } from 'group-invitations/testing'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'

/** A store with an adapter over it, to be proved. Each file of this folder that is named after a store exports one. */
export interface Store {
  /** As the table shows it. */
  readonly name: string
  /** The server that it needs, in which it gets a database of its own. Absent: it needs none. */
  readonly server?: 'PostgreSQL' | 'MariaDB'
  /** The major version of Node that it needs, if it is not that of the others. */
  readonly node?: number
  /** How the cases fit the store. */
  readonly options?: ContractOptions
  /** What the answers lack beside that, because memberships live elsewhere. */
  readonly answersLack?: readonly StoreNeed[]
  /** Opens it, with the address of a server, or with an empty string. */
  open(server: string): Promise<OpenStore>
}

export interface OpenStore {
  readonly fixturesOf: FixturesOf
  close(): Promise<void>
}
