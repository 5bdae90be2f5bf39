import { openPrisma } from '../../bridges/test/open-prisma.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('Prisma', openPrisma)
