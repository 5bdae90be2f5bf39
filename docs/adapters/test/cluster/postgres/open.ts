import type { Opened } from '../race/entry.js'
import { openPool } from '../../../postgres/wiring.js'
import { preparing } from '../../../postgres/prepared.js'
import { repositoriesIn } from '../../../postgres/repositories.js'

export function open(address: string, connections: number): Promise<Opened> {
  const pool = openPool(address, () => undefined, { max: connections })
  return Promise.resolve({
    repositories: repositoriesIn(preparing(pool)),
    close: () => pool.end(),
  })
}
