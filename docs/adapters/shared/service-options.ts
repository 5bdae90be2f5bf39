import type { CustomRule, PolicyOptions } from 'group-invitations'

/** What `openService` of each store takes. */
export interface ServiceOptions<Rules extends readonly CustomRule[], PoolSettings = never> {
  /** The pace, the enforcement, custom rules, and all else that a policy may have. */
  readonly policy?: PolicyOptions<Rules>
  /** Settings of the pool beside those of `openPool`, which they replace. */
  readonly pool?: PoolSettings
}
