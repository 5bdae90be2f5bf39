/** @module group-invitations/memory */
export { createInMemoryRepositories, type InMemoryRepositories } from './in-memory-repositories.js'
export type { InMemoryInvitations } from './in-memory-invitations.js'
export type {
  Network,
  NetworkGroup,
  NetworkInvitation,
  NetworkMember,
  NetworkOptOut,
} from './network.js'
