import { openKysely } from '../../bridges/test/open-kysely.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('Kysely', openKysely)
