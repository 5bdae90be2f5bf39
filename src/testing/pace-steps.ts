import type { Pace } from '../model/pace.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableOutcome, expectEqual } from './expect-equal.js'
import { findFreeAtIn } from './fixture.js'
import { AT, later, YEAR } from './records.js'

/** In milliseconds; no whole number of seconds. */
export const EVERY = 7003

export const paceOf = (burst: number, everyMs = EVERY): Pace => ({ burst, everyMs })

/** When the whole burst is free again after so many at `AT`. */
export function freeMsOf(uses: number): number | undefined {
  return uses > 0 ? uses * EVERY : undefined
}

/** Expects that the whole burst is free again so many milliseconds after `AT`; `undefined`: that nothing was used. */
export async function expectFreeAt(
  repository: InvitationRepository,
  inviterId: string,
  freeMs: number | undefined,
): Promise<void> {
  const freeAt = freeMs === undefined ? undefined : later(AT, freeMs)
  expectEqual(await findFreeAtIn(repository)(inviterId), freeAt, `the freeAt of ${inviterId}`)
}

/** One commit, and what it leaves; instants in milliseconds after `AT`. */
interface Step {
  readonly type: 'Committed' | 'PaceTaken'
  readonly sentMs: number
  readonly pace: Pace | undefined
  readonly freeMs: number
}

function passes(sentMs: number, pace: Pace | undefined, freeMs: number): Step {
  return { type: 'Committed', sentMs, pace, freeMs }
}

function isDenied(sentMs: number, pace: Pace, freeMs: number): Step {
  return { type: 'PaceTaken', sentMs, pace, freeMs }
}

export const STORES = 'commit stores `max(freeAt, sentAt) + everyMs` for the inviter'

export const UNUSED = 'commit uses nothing of the pace if nothing is stored'

export const PER_INVITER =
  'commit is counted for each inviter, whatever the recipient and the group'

export const IS_TAKEN =
  'commit returns PaceTaken with `freeAt` if `freeAt - (burst - 1) * everyMs` is later than `sentAt`'

const [ONE, TWO, THREE, TEN] = [paceOf(1), paceOf(2), paceOf(3), paceOf(10)]

/** A burst of three that is used up. */
const usedUp: readonly Step[] = [1, 2, 3].map((uses) => passes(0, THREE, uses * EVERY))

/** Cases, and what Anna commits in them, one after the other. */
const STEPS: readonly (readonly [id: string, name: string, steps: readonly Step[]])[] = [
  [
    'findFreeAt/instant',
    'findFreeAt returns the instant that the latest commit with a pace has stored, to the millisecond',
    [
      passes(0, TEN, EVERY),
      passes(1, TEN, 2 * EVERY),
      passes(2, paceOf(100_000, 1), 2 * EVERY + 1),
    ],
  ],
  [
    'commit/pace-free',
    'commit takes an inviter without a `freeAt` as one whose burst is free',
    [...usedUp, isDenied(0, THREE, 3 * EVERY)],
  ],
  [
    'commit/pace-taken',
    `${IS_TAKEN}: 1 ms`,
    [
      ...usedUp,
      isDenied(EVERY - 1, THREE, 3 * EVERY),
      isDenied(2 * EVERY - 1, TWO, 3 * EVERY),
      isDenied(3 * EVERY - 1, ONE, 3 * EVERY),
    ],
  ],
  [
    'commit/pace-free-again',
    `${IS_TAKEN}: not at this instant exactly`,
    [...usedUp, passes(EVERY, THREE, 4 * EVERY), passes(4 * EVERY, ONE, 5 * EVERY)],
  ],
  [
    'commit/pace-stored',
    `${STORES}: both while the burst is used and after a while`,
    [
      passes(0, THREE, EVERY),
      passes(1000, THREE, 2 * EVERY),
      passes(20_000, THREE, 20_000 + EVERY),
      passes(20_001, THREE, 20_000 + 2 * EVERY),
    ],
  ],
  [
    'commit/pace-clock',
    `${STORES}: from a clock that jumps back`,
    [
      passes(90_000, TEN, 90_000 + EVERY),
      passes(80_000, TEN, 90_000 + 2 * EVERY),
      isDenied(0, TWO, 90_000 + 2 * EVERY),
      isDenied(-3_600_000, TEN, 90_000 + 2 * EVERY),
      isDenied(90_000 + EVERY - 1, TWO, 90_000 + 2 * EVERY),
      passes(90_000 + EVERY, TWO, 90_000 + 3 * EVERY),
    ],
  ],
  [
    'commit/pace-absent',
    `${STORES}: not without a pace`,
    [
      passes(0, ONE, EVERY),
      passes(0, undefined, EVERY),
      passes(1, undefined, EVERY),
      isDenied(EVERY - 1, ONE, EVERY),
      passes(EVERY, ONE, 2 * EVERY),
    ],
  ],
  [
    'commit/pace-large',
    `${STORES}: bursts of 100,000, and years`,
    [
      passes(0, paceOf(100_000, YEAR), YEAR),
      passes(0, paceOf(100_000, YEAR), 2 * YEAR),
      isDenied(2 * YEAR - 1, paceOf(1, YEAR), 2 * YEAR),
      // 99,999 times 315,360 ms are 315,360 ms less than a year.
      isDenied(YEAR + 315_359, paceOf(100_000, 315_360), 2 * YEAR),
      passes(YEAR + 315_360, paceOf(100_000, 315_360), 2 * YEAR + 315_360),
    ],
  ],
  [
    'commit/pace-small',
    `${STORES}: parts of a second`,
    [
      ...[1, 2, 3].map((freeMs) => passes(0, paceOf(3, 1), freeMs)),
      isDenied(0, paceOf(3, 1), 3),
      passes(1, paceOf(3, 1), 4),
      passes(2000, paceOf(2, 333), 2333),
      passes(2001, paceOf(2, 333), 2666),
      isDenied(2332, paceOf(2, 333), 2666),
      passes(2333, paceOf(2, 333), 2999),
    ],
  ],
  [
    'commit/pace-changed',
    `${STORES}: after the pace was changed`,
    [
      ...usedUp,
      passes(0, paceOf(5), 4 * EVERY),
      passes(1, paceOf(3, 20_000), 4 * EVERY + 20_000),
      isDenied(3 * EVERY + 19_999, TWO, 4 * EVERY + 20_000),
      passes(3 * EVERY + 20_000, TWO, 5 * EVERY + 20_000),
    ],
  ],
]

export const paceSteps = (cast: Cast): readonly PortPromise<InvitationRepository>[] =>
  STEPS.map(([id, name, steps]) => ({
    id,
    name,
    network: cast.crowd,
    async check({ repository }) {
      for (const [at, { type, sentMs, pace, freeMs }] of steps.entries()) {
        const outcome = await repository.commit(cast.recordAt(at, sentMs, pace))
        const freeAt = type === 'PaceTaken' ? later(AT, freeMs) : undefined
        const what = `the outcome of commit ${at + 1}`
        expectEqual(comparableOutcome(outcome), { type, freeAt }, what)
        await expectFreeAt(repository, cast.anna, freeMs)
      }
    },
  }))
