import { factsIn } from '../../../postgres/facts.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { ENFORCEMENT, type Opened } from '../race/entry.js'
import { followPrimary } from './follow-primary.js'

/** Opens the repositories over the primary among several servers: their addresses, with commas between them. */
export function open(address: string, connections: number): Promise<Opened> {
  const { database, close } = followPrimary(address.split(','), { max: connections })
  const loadFacts = factsIn(database, ENFORCEMENT)
  return Promise.resolve({ repositories: repositoriesIn(database), loadFacts, close })
}
