import { PGlite } from '@electric-sql/pglite'
import { deliveriesOf, type InvitationRecord, type Pace } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { repositoriesIn } from '../repositories.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { runs } from '../../../../test/support/runs.js'
import { emptyTables, SCHEMA } from './fixtures.js'

const database = new PGlite()
const { invitations } = repositoriesIn(database)

beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())
beforeEach(() => emptyTables(database))

/** The largest of `options.pace`: 100,000 at once, then one a year. */
const LARGEST: Pace = { burst: 100_000, everyMs: 31_536_000_000 }

const recordAt = (sentAt: Date, recipientId: string, pace: Pace): InvitationRecord => {
  const invitationId = `to-${recipientId}`
  const repeatableAt = after(sentAt, 1e10)
  const invitation = { ...aRequest({ recipientId }), invitationId, sentAt, repeatableAt }
  return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation), pace }
}

const freeAt = () => invitations.findFreeAt?.('anna')
const useUntil = (instant: Date) =>
  database.query(`INSERT INTO paces VALUES ('anna', to_timestamp($1::bigint / 1000.0))`, [+instant])

const paces = fc.record({
  burst: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: LARGEST.burst })),
  everyMs: fc.oneof(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: LARGEST.everyMs }),
    fc.constant(LARGEST.everyMs),
  ),
})

test('it has the outcomes and the instants of the store in memory, whatever the pace and the clock', async () => {
  const sends = fc.array(
    fc.record({ pace: paces, ahead: fc.integer({ min: -30, max: 30 }), to: fc.nat({ max: 30 }) }),
    { minLength: 1, maxLength: 12 },
  )
  const seen = new Set<string>()
  for (const each of fc.sample(sends, runs(60))) {
    await emptyTables(database)
    const { invitations: inMemory } = createInMemoryRepositories({})
    for (const { pace, ahead, to } of each) {
      const record = recordAt(after(NOW, ahead), `guest-${to}`, pace)
      const outcome = await invitations.commit(record)
      expect(outcome).toEqual(await inMemory.commit(record))
      expect(await freeAt()).toEqual(await inMemory.findFreeAt?.('anna'))
      seen.add(outcome.type)
    }
  }
  expect([...seen].sort()).toEqual(['Committed', 'IdTaken', 'PaceTaken'])
})

test.each<[name: string, pace: Pace]>([
  ['the largest pace', LARGEST],
  ['the largest pace, one millisecond shorter', { ...LARGEST, everyMs: LARGEST.everyMs - 1 }],
  ['a burst of 99,999', { ...LARGEST, burst: 99_999 }],
  ['a burst of 1', { ...LARGEST, burst: 1 }],
  ['the smallest pace', { burst: 1, everyMs: 1 }],
  ['20 at once, then one every 72 minutes', { burst: 20, everyMs: 72 * 60_000 }],
])('it is exact to the millisecond: %s', async (_name, pace) => {
  const latest = after(NOW, (pace.burst - 1) * pace.everyMs)
  await useUntil(after(latest, 1))
  const taken = await invitations.commit(recordAt(NOW, 'bernd', pace))
  expect(taken).toEqual({ type: 'PaceTaken', freeAt: after(latest, 1) })

  const later = await invitations.commit(recordAt(after(NOW, 1), 'bernd', pace))
  expect(later).toEqual({ type: 'Committed' })
  expect(await freeAt()).toEqual(after(latest, 1 + pace.everyMs))

  const again = await invitations.commit(recordAt(after(NOW, pace.everyMs), 'clara', pace))
  expect(again.type).toBe('PaceTaken')
  const next = await invitations.commit(recordAt(after(NOW, pace.everyMs + 1), 'clara', pace))
  expect(next.type).toBe('Committed')
})

test('an instant of a slower pace, centuries ahead, is compared with a faster one', async () => {
  await useUntil(after(NOW, LARGEST.burst * LARGEST.everyMs))
  const { type } = await invitations.commit(recordAt(NOW, 'bernd', { burst: 1, everyMs: 1 }))
  expect(type).toBe('PaceTaken')
})

test('an instant of long ago is as good as none, whatever the pace', async () => {
  await useUntil(new Date(0))
  expect(await invitations.commit(recordAt(NOW, 'bernd', LARGEST))).toEqual({ type: 'Committed' })
  expect(await freeAt()).toEqual(after(NOW, LARGEST.everyMs))
})

test('a commit without a pace neither heeds it nor uses it', async () => {
  await useUntil(after(NOW, 1e12))
  const { pace: _pace, ...record } = recordAt(NOW, 'bernd', LARGEST)
  expect(await invitations.commit(record)).toEqual({ type: 'Committed' })
  expect(await freeAt()).toEqual(after(NOW, 1e12))
})
