import type { Database } from '../../adapters/sqlite/database.js'
import { openService } from '../../adapters/sqlite/wiring.js'
import { inviterIsEstablished } from './inviter-is-established.js'

/** The policy with the custom rule, and both services over it. */
export const servicesOver = (database: Database) =>
  openService(database, { policy: { rules: [inviterIsEstablished(database)] } })
