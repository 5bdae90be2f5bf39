import { databaseOver } from '../../../mysql/database.js'
import { repositoriesIn } from '../../../mysql/repositories.js'
import { openPool } from '../../../mysql/wiring.js'
import type { Opened } from '../race/entry.js'

export function open(address: string, connections: number): Promise<Opened> {
  const pool = openPool(address, () => undefined, { connectionLimit: connections })
  return Promise.resolve({
    repositories: repositoriesIn(databaseOver(pool)),
    close: () => pool.end(),
  })
}
