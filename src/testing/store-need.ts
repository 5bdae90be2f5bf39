import { assert } from '../validation/assert.js'

/**
 * What a store may be unable to hold.
 *
 * - `another`: a second instance over the same store, from `another()` of the fixture.
 * - `deliveries`: an outbox, from `deliveries()` of the fixture.
 * - `pending`, `banned`: these standings.
 * - `groupUrl`: any URL for a group, or none. A store that makes the URL of something else lacks it.
 * - `admission`: open groups beside those that ask for approval.
 * - `blocks`: a member who hides from another one.
 * - `givenName`, `familyName`, `locale`, `wants`, `haves`, `other`: this part of a profile.
 * - `profileUrl`: addresses of profiles as they are given, for example because it makes them of slugs.
 * - `longEntries`: entries of 500 characters in `haves`.
 * - `optOutScopes`: opt-outs from one inviter or one group. A store with a single switch lacks them.
 * - `standings`: memberships beside the answers, from `standingOf()` and `setStanding()` of the fixture. If memberships
 *   live in another store, name `standings`, `pending` and `banned` for the answers.
 *
 * @since 0.1.0
 */
export type StoreNeed =
  | 'another'
  | 'deliveries'
  | 'pending'
  | 'banned'
  | 'groupUrl'
  | 'admission'
  | 'blocks'
  | 'givenName'
  | 'familyName'
  | 'locale'
  | 'wants'
  | 'haves'
  | 'other'
  | 'profileUrl'
  | 'longEntries'
  | 'optOutScopes'
  | 'standings'

const STORE_NEEDS = Object.keys({
  another: true,
  deliveries: true,
  pending: true,
  banned: true,
  groupUrl: true,
  admission: true,
  blocks: true,
  givenName: true,
  familyName: true,
  locale: true,
  wants: true,
  haves: true,
  other: true,
  profileUrl: true,
  longEntries: true,
  optOutScopes: true,
  standings: true,
} satisfies Record<StoreNeed, true>)

function isStoreNeed(value: unknown): value is StoreNeed {
  return STORE_NEEDS.some((need) => need === value)
}

/** @throws TypeError if it is not a list of needs. */
export function lackingIn(lacks: unknown = []): readonly StoreNeed[] {
  assert(Array.isArray(lacks), 'options.lacks', 'a list')
  return lacks.map((item: unknown, at) => {
    assert(isStoreNeed(item), `options.lacks[${at}]`, `one of ${STORE_NEEDS.join(', ')}`)
    return item
  })
}
