import { openDrizzle } from '../../bridges/test/open-drizzle.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('Drizzle', openDrizzle)
