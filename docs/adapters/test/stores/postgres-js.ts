import { openPostgresJs } from '../../bridges/test/open-postgres-js.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('postgres.js', openPostgresJs)
