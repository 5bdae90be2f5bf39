import { openKnex } from '../../bridges/test/open-knex.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('Knex', openKnex)
