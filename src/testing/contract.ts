import { assert, assertKnownKeys } from '../validation/assert.js'
import { type Cast, castOf } from './cast.js'
import type { ContractIds } from './contract-ids.js'
import {
  anotherOf,
  emptyNetwork,
  type Fixture,
  noDecoys,
  type OpenFixture,
  type SeedDecoys,
  type SeedNetwork,
} from './fixture.js'

/**
 * One promise of a port, for any test runner: `it(promise.name, promise.run)`.
 *
 * @since 0.1.0
 */
export interface ContractCase {
  /** A short name that stays the same: the method, a slash, and words with hyphens. Unique within the kit. */
  readonly id: string
  /**
   * The method and its promise, in the words of the port, then the example if there is more than one. Unique within its
   * contract.
   */
  readonly name: string
  /**
   * What the store must be able to hold for this case. Skip the case if your store lacks it: `run` fails then. Of several
   * it is the first that `options.lacks` names, or else the first.
   */
  readonly needs?: StoreNeed | undefined
  /**
   * Opens a fixture, checks the promise, closes the fixture. Rejects with an `Error` that names the promise and says
   * how it was broken.
   */
  readonly run: () => Promise<void>
}

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
 * - `pace`: how fast each inviter may send, from `findFreeAt()` of the repository.
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
  | 'pace'

/**
 * How the cases fit a store that exists already.
 *
 * @since 0.1.0
 */
export interface ContractOptions {
  /** Absent: identifiers of any form, which collide unless they are compared exactly. */
  readonly ids?: ContractIds | undefined
  /** What the store cannot hold. Absent: it can hold everything. A case that needs something of it rejects. */
  readonly lacks?: readonly StoreNeed[] | undefined
}

export interface PortPromise<Repository> {
  readonly id: string
  readonly name: string
  readonly needs?: StoreNeed | readonly StoreNeed[]
  /** What is left out is empty. A large one is a getter, so that it is made only if the case runs. */
  readonly network: Partial<SeedNetwork>
  /** What is left out is empty. */
  readonly decoys?: Partial<SeedDecoys>
  readonly check: (fixture: Fixture<Repository>) => Promise<void>
}

export type Instances<Repository> = readonly [one: Repository, other: Repository]

/** A promise that is checked on one instance, and over two. */
export interface SharedPromise<Repository> extends Omit<PortPromise<Repository>, 'check'> {
  readonly check: (fixture: Fixture<Repository>, instances: Instances<Repository>) => Promise<void>
}

export const overInstances = <Repository>(
  promise: SharedPromise<Repository>,
): readonly PortPromise<Repository>[] => [
  {
    ...promise,
    check: (fixture) => promise.check(fixture, [fixture.repository, fixture.repository]),
  },
  {
    ...promise,
    id: `${promise.id}-two-instances`,
    name: `${promise.name}, over two instances`,
    needs: ['another', ...[promise.needs ?? []].flat()],
    check: async (fixture) =>
      promise.check(fixture, [fixture.repository, await anotherOf(fixture)]),
  },
]

/** @throws TypeError if an option is unknown or not as promised. */
export function casesOf<Repository>(
  open: OpenFixture<Repository>,
  options: ContractOptions,
  promisesOf: (cast: Cast) => readonly PortPromise<Repository>[],
): readonly ContractCase[] {
  assertKnownKeys(options, 'options', ['ids', 'lacks'])
  const lacks = lackingIn(options.lacks)
  return promisesOf(castOf(options.ids)).map((promise) => {
    const needs = [promise.needs ?? []].flat()
    const lacking = needs.find((need) => lacks.includes(need))
    const need = lacking ?? needs[0]
    return {
      id: promise.id,
      name: promise.name,
      ...(need && { needs: need }),
      run: async () => {
        try {
          if (lacking) throw new Error(`it needs ${lacking}, which the store lacks`)
          await runWith(await open(), promise)
        } catch (cause) {
          const message = cause instanceof Error ? cause.message : String(cause)
          throw new Error(`${promise.name}: ${message}`, { cause })
        }
      },
    }
  })
}

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
  pace: true,
} satisfies Record<StoreNeed, true>)

function isStoreNeed(value: unknown): value is StoreNeed {
  return STORE_NEEDS.some((need) => need === value)
}

function lackingIn(lacks: unknown = []): readonly StoreNeed[] {
  assert(Array.isArray(lacks), 'options.lacks', 'a list')
  return lacks.map((item: unknown, at) => {
    assert(isStoreNeed(item), `options.lacks[${at}]`, `one of ${STORE_NEEDS.join(', ')}`)
    return item
  })
}

async function runWith<Repository>(
  fixture: Fixture<Repository>,
  { network, decoys, check }: PortPromise<Repository>,
): Promise<void> {
  try {
    await fixture.seed({ ...emptyNetwork, ...network }, { ...noDecoys, ...decoys })
    await check(fixture)
  } finally {
    await fixture.close()
  }
}
