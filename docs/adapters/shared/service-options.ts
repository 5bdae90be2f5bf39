import type { PolicyOptions } from 'group-invitations'

/** What `openService` of each store takes. */
export interface ServiceOptions<PoolSettings = never> {
  /** The pace, the enforcement, and all else that a policy may have. */
  readonly policy?: Omit<PolicyOptions, 'rules'>
  /** Settings of the pool beside those of `openPool`, which they replace. */
  readonly pool?: PoolSettings
}
