import type { Delivery } from '../model/delivery.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { SeedNetwork } from './seed-network.js'

/**
 * A store of an adapter, for one case.
 *
 * @since 0.1.0
 */
export interface Fixture<Repository> {
  /** The adapter to be proved. Read after `seed`. */
  readonly repository: Repository
  /** Fills the empty store, once, before anything else. Every member and group of the case is in it. */
  seed(network: SeedNetwork): MaybePromise<void>
  /** All deliveries in the store, in any order; for the invitations alone. Absent: the store does not keep them. */
  deliveries?(): MaybePromise<readonly Delivery[]>
  /** A second, independent instance over the same store: another connection, no memory shared. Absent: none. */
  another?(): MaybePromise<Repository>
  /** Ends it: called once, whatever has happened. */
  close(): MaybePromise<void>
}

/**
 * Opens a fixture over a fresh, empty store.
 *
 * @since 0.1.0
 */
export type OpenFixture<Repository> = () => MaybePromise<Fixture<Repository>>

/**
 * One promise of a port, to be handed to any test runner: `it(promise.name, promise.run)`.
 *
 * @since 0.1.0
 */
export interface ContractCase {
  /** The promise, in the words of the port. Unique within its contract. */
  readonly name: string
  /** What the fixture must offer for it; a case whose need is not met is to be skipped, and fails if it is run. */
  readonly needs?: FixtureNeed | undefined
  /** Opens a fixture, checks, closes it. Rejects with an `Error` that names the promise and says how it was broken. */
  readonly run: () => Promise<void>
}

/**
 * What a fixture may lack.
 *
 * @since 0.1.0
 */
export type FixtureNeed = 'deliveries' | 'another'

/** A promise, and how it shows. */
export interface PortPromise<Repository> {
  readonly name: string
  readonly needs?: FixtureNeed
  /** What is in the store; what is left out is empty. */
  readonly network: Partial<SeedNetwork>
  /** Throws where the promise is broken. */
  readonly check: (fixture: Fixture<Repository>) => Promise<void>
}

/** The promises of a port as cases over fixtures. */
export function casesOf<Repository>(
  open: OpenFixture<Repository>,
  promises: readonly PortPromise<Repository>[],
): readonly ContractCase[] {
  return promises.map(({ name, needs, network, check }) => ({
    name,
    ...(needs && { needs }),
    run: async () => {
      try {
        await runWith(await open(), network, check)
      } catch (cause) {
        throw new Error(`${name}: ${messageOf(cause)}`, { cause })
      }
    },
  }))
}

async function runWith<Repository>(
  fixture: Fixture<Repository>,
  network: Partial<SeedNetwork>,
  check: PortPromise<Repository>['check'],
): Promise<void> {
  try {
    await fixture.seed({ members: [], groups: [], contacts: [], invitations: [], ...network })
    await check(fixture)
  } finally {
    await fixture.close()
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** A second instance. Throws where the fixture has none. */
export function anotherOf<Repository>(fixture: Fixture<Repository>): MaybePromise<Repository> {
  if (!fixture.another) throw new Error('it needs a fixture with another()')
  return fixture.another()
}

/** All deliveries in the store. Throws where the fixture does not show them. */
export function deliveriesIn(fixture: Fixture<unknown>): MaybePromise<readonly Delivery[]> {
  if (!fixture.deliveries) throw new Error('it needs a fixture with deliveries()')
  return fixture.deliveries()
}
