import type { Fixture, FixtureNeed, OpenFixture, SeedNetwork } from './fixture.js'

/**
 * One promise of a port, for any test runner: `it(promise.name, promise.run)`.
 *
 * @since 0.1.0
 */
export interface ContractCase {
  /**
   * The method and its promise, in the words of the port, then the example if there is more than one. Unique within its
   * contract.
   */
  readonly name: string
  /** What the fixture must have for this case. Skip the case if the fixture lacks it: `run` fails then. */
  readonly needs?: FixtureNeed | undefined
  /**
   * Opens a fixture, checks the promise, closes the fixture. Rejects with an `Error` that names the promise and says
   * how it was broken.
   */
  readonly run: () => Promise<void>
}

export interface PortPromise<Repository> {
  readonly name: string
  readonly needs?: FixtureNeed
  /** What is left out is empty. */
  readonly network: Partial<SeedNetwork>
  readonly check: (fixture: Fixture<Repository>) => Promise<void>
}

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
