import { describe, expect, test } from 'vitest'
import type { Database } from '../../postgres/database.js'
import { BUCKETS, bucketIn, bucketOf, keyIn, shardsOver } from '../shards.js'

const databases = Array.from({ length: 4 }, (): Database => ({
  query: () => Promise.reject(new Error('not asked')),
}))
const members = Array.from({ length: 20_000 }, (_nothing, n) => `m-${n}`)

describe('a bucket', () => {
  // If one of these changes, every stored invitation is where nobody looks.
  test.each([
    ['anna', 343],
    ['bernd', 948],
    ['', 944],
    ['日本', 810],
  ])('of %o is always %i', (inviterId, bucket) => {
    expect(bucketOf(inviterId)).toBe(bucket)
  })

  test('has its share of the members', () => {
    const counts = new Array<number>(BUCKETS).fill(0)
    for (const member of members) counts[bucketOf(member)] = (counts[bucketOf(member)] ?? 0) + 1
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeLessThan((3 * members.length) / BUCKETS)
  })

  test('can move to another server', () => {
    const moved = bucketOf('anna')
    const before = shardsOver(databases)
    const after = shardsOver(databases, (bucket) => (bucket === moved ? 3 : bucket % 3))
    expect(before.of('anna')).toBe(databases[moved % 4])
    expect(after.of('anna')).toBe(databases[3])
  })

  test('without a server is a mistake of the wiring', () => {
    expect(() => shardsOver(databases, () => 4).of('anna')).toThrow(TypeError)
  })
})

describe('an identifier of keyIn', () => {
  test('names the bucket of its inviter, and has the form of an identifier', () => {
    for (const member of members.slice(0, 2000)) {
      const key = keyIn(member, 'monday')
      expect(key).toMatch(/^[A-Za-z0-9._~-]{1,64}$/)
      expect(bucketIn(key)).toBe(bucketOf(member))
    }
  })

  test('is another one for each member and each name', () => {
    expect(
      new Set([keyIn('a', 'b|c'), keyIn('a|b', 'c'), keyIn('a', 'b'), keyIn('b', 'a')]).size,
    ).toBe(4)
  })

  test('is looked for on one server, any other identifier on all', () => {
    const shards = shardsOver(databases)
    expect(shards.withInvitation(keyIn('anna', 'x'))).toEqual([shards.of('anna')])
    for (const other of ['s1024.x', 's-1.x', 's1', 'x.s1.y', '0b9d…', 'S1.x'])
      expect(shards.withInvitation(other)).toBe(databases)
  })
})
