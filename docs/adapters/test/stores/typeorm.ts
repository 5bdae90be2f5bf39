import { openTypeorm } from '../../bridges/test/open-typeorm.js'
import { storeOver } from '../../bridges/test/store-over.js'

export const store = storeOver('TypeORM', openTypeorm)
