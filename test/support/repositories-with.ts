import type { Repositories } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { NETWORK } from './network.js'

/** The in-memory repositories, one method of which is another. */
export function repositoriesWith(
  port: string,
  method: string,
  replacement: unknown,
  network: Network = NETWORK,
): Repositories {
  const repositories = createInMemoryRepositories(network)
  const replaced = Object(Reflect.get(repositories, port)) as object
  return { ...repositories, [port]: { ...replaced, [method]: replacement } }
}
