import type { Database } from '../../postgres/database.js'

/** An ORM over a database, as a service would have it. */
export interface OpenBridge {
  readonly database: Database
  /** Runs within a transaction of the ORM. `note` stores a row of the caller’s, by the ORM’s own means. */
  transaction<Result>(
    work: (within: Database, note: (invitationId: string) => Promise<unknown>) => Promise<Result>,
  ): Promise<Result>
  close(): Promise<void>
}

/** The table to which `note` writes. */
export const NOTES = 'CREATE TABLE notes (invitation_id text PRIMARY KEY)'
