import type { Repositories } from 'group-invitations'
import type { Database } from '../database.js'

/** What a team would really write, with one mistake, and the cases of the kit that find it. */
export interface Flaw {
  readonly flaw: string
  readonly port: keyof Repositories
  /** The identifiers of the cases that fail. */
  readonly found: readonly string[]
  /** What the flawed adapter has instead. */
  readonly over: (database: Database, sound: Repositories) => Partial<Repositories>
}
