import type { Pace } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_FINGERPRINT } from '../../src/content/text-fingerprint.js'
import { freeAtAfter, retryAtOf } from '../../src/model/pace.js'
import { paceIsKept } from '../../src/rules/pace-is-kept.js'
import { after, aRequest, NOW, someFacts } from '../support/builders.js'
import { runs } from '../support/runs.js'

const DAY = 86_400_000
const pace: Pace = { burst: 3, everyMs: 1000 }

test.each([
  ['of one at once: when it is free again', { burst: 1, everyMs: 1000 }, 0],
  ['of three at once: two intervals before all are free', pace, -2000],
  ['of the longest pace', { burst: 100_000, everyMs: 31_536_000_000 }, -99_999 * 31_536_000_000],
])('the next one can be sent, %s', (_case, each, milliseconds) => {
  expect(retryAtOf(NOW, each)).toEqual(after(NOW, milliseconds))
})

test.each([
  ['nothing was used', undefined, 1000],
  ['the burst has been free since 1 ms', after(NOW, -1), 1000],
  ['the burst is free now', NOW, 1000],
  ['the burst is free in 1 ms', after(NOW, 1), 1001],
  ['a clock was far ahead', after(NOW, 86_400_000), 86_401_000],
])('after one more the burst is free an interval later, if %s', (_case, freeAt, milliseconds) => {
  expect(freeAtAfter(freeAt, NOW, pace)).toEqual(after(NOW, milliseconds))
})

/** How many invitations start within 24 hours, if each is sent as early as the pace allows, for some days. */
function sentWithinADay({ burst, minutes }: { burst: number; minutes: number }) {
  const everyMs = minutes * 60_000
  const days = 20
  const sent: number[] = []
  let freeAt: Date | undefined
  for (let at = NOW; +at < +NOW + days * DAY;) {
    sent.push(+at)
    freeAt = freeAtAfter(freeAt, at, { burst, everyMs })
    at = new Date(Math.max(+at, +retryAtOf(freeAt, { burst, everyMs })))
  }
  const inDayFrom = (from: number) => sent.filter((at) => at >= from && at < from + DAY).length
  return { most: Math.max(...sent.map(inDayFrom)), average: (sent.length - burst + 1) / days }
}

test.each([
  [20, 72, 39, 20],
  [11, 144, 20, 10],
  [6, 288, 10, 5],
  [3, 100, 17, 14.4],
])('a burst of %d, then one every %d minutes', (burst, minutes, most, average) => {
  const found = sentWithinADay({ burst, minutes })
  expect(found.most).toBe(most)
  expect(found.most).toBe(burst - 1 + Math.ceil(1440 / minutes))
  expect(found.average).toBeCloseTo(average, 1)
})

// What follows knows nothing of the one instant that is stored.

/** Whether one more may be sent: from no earlier one on there are more than a burst, and one for each interval since. */
function isWithin(sent: readonly number[], at: number, { burst, everyMs }: Pace): boolean {
  return sent.every((earlier, index) => {
    const alreadySent = sent.length - index
    return alreadySent + 1 <= burst + Math.floor((at - earlier) / everyMs)
  })
}

/** A bucket of tokens, each as large as the interval, into which one millisecond drips in each millisecond. */
class TokenBucket {
  private level: number
  private last: number | undefined

  constructor(private readonly pace: Pace) {
    this.level = pace.burst * pace.everyMs
  }

  take(at: number): boolean {
    const { burst, everyMs } = this.pace
    this.level = Math.min(burst * everyMs, this.level + at - (this.last ?? at))
    this.last = at
    if (this.level < everyMs) return false
    this.level -= everyMs
    return true
  }
}

const paces: fc.Arbitrary<Pace> = fc.record({
  burst: fc.integer({ min: 1, max: 6 }),
  everyMs: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(60_000, 4_320_000)),
})
/** Steps of a clock in intervals and milliseconds, so that boundaries are met exactly, and missed by 1 ms. */
const steps = (backTo: number) =>
  fc.array(
    fc.record({
      intervals: fc.integer({ min: backTo, max: 3 }),
      milliseconds: fc.integer({ min: Math.sign(backTo), max: 1 }),
    }),
    { maxLength: 40 },
  )

/** The instants at which somebody tries to send. */
function instantsOf(some: { intervals: number; milliseconds: number }[], { everyMs }: Pace) {
  let at = NOW.getTime()
  return some.map(({ intervals, milliseconds }) => (at += intervals * everyMs + milliseconds))
}

/** Which of these attempts pass, by the rule and the instant that is stored. */
function passedByRule(instants: readonly number[], each: Pace): boolean[] {
  let inviterFreeAt: Date | undefined
  return instants.map((at) => {
    const now = new Date(at)
    if (paceIsKept(aRequest(), someFacts({ now, inviterFreeAt }), each)) return false
    inviterFreeAt = freeAtAfter(inviterFreeAt, now, each)
    return true
  })
}

function passedByList(instants: readonly number[], each: Pace): boolean[] {
  const sent: number[] = []
  return instants.map((at) => {
    const passes = isWithin(sent, at, each)
    if (passes) sent.push(at)
    return passes
  })
}

function passedByBucket(instants: readonly number[], each: Pace): boolean[] {
  const bucket = new TokenBucket(each)
  return instants.map((at) => bucket.take(at))
}

/** By `commit` in memory: each into another group, to another recipient. */
async function passedByCommit(instants: readonly number[], each: Pace): Promise<boolean[]> {
  const { invitations } = createInMemoryRepositories()
  const passed: boolean[] = []
  for (const [index, at] of instants.entries()) {
    const people = { recipientId: `r-${index}`, groupId: `g-${index % 3}` }
    const dates = { sentAt: new Date(at), repeatableAt: new Date(at + 1) }
    const invitation = { ...aRequest(people), ...dates, invitationId: `i-${index}` }
    const record = { invitation, textFingerprint: EMPTY_FINGERPRINT, deliveries: [], pace: each }
    passed.push((await invitations.commit(record)).type === 'Committed')
  }
  return passed
}

describe('over all paces and instants', () => {
  test('as many pass as from a bucket of tokens, and as a list of the sendings allows', () => {
    fc.assert(
      fc.property(paces, steps(0), (each, some) => {
        const instants = instantsOf(some, each)
        const passed = passedByRule(instants, each)
        expect(passed).toEqual(passedByBucket(instants, each))
        expect(passed).toEqual(passedByList(instants, each))
      }),
      runs(1_000),
    )
  })

  test('the same pass by commit in memory, also if the clock jumps', async () => {
    await fc.assert(
      fc.asyncProperty(paces, steps(-3), async (each, some) => {
        const instants = instantsOf(some, each)
        const passed = await passedByCommit(instants, each)
        expect(passed).toEqual(passedByRule(instants, each))
        expect(passed).toEqual(passedByList(instants, each))
      }),
      runs(500),
    )
  })

  test('a clock that jumps back and forth gives nothing away: the highest that was seen counts', () => {
    fc.assert(
      fc.property(paces, steps(-3), (each, some) => {
        const instants = instantsOf(some, each)
        const passed = passedByRule(instants, each)
        const first = instants[0] ?? 0
        let highest = first
        let count = 0
        for (const [index, at] of instants.entries()) {
          highest = Math.max(highest, at)
          if (passed[index]) count += 1
          expect(count).toBeLessThanOrEqual(each.burst + (highest - first) / each.everyMs)
        }
      }),
      runs(1_000),
    )
  })

  test('at the instant that a denial names one more passes, and 1 ms before it none', () => {
    fc.assert(
      fc.property(paces, steps(-3), (each, some) => {
        const instants = instantsOf(some, each)
        const sent = passedByList(instants, each)
        const times = instants.filter((_at, index) => sent[index])
        const freeAt = times.reduce<Date | undefined>(
          (before, at) => freeAtAfter(before, new Date(at), each),
          undefined,
        )
        if (freeAt === undefined) return
        const retryAt = retryAtOf(freeAt, each).getTime()
        expect(isWithin(times, retryAt, each)).toBe(true)
        expect(isWithin(times, retryAt - 1, each)).toBe(false)
      }),
      runs(1_000),
    )
  })
})
