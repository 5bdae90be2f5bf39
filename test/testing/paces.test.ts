import { invitationRepositoryContract } from 'group-invitations/testing'
import { expect, test } from 'vitest'
import { brokenPaces } from './broken-paces.js'
import { brokenPaceWrites } from './broken-pace-writes.js'
import { mapFixture, MapInvitations, type Tables } from './map-invitations.js'

type Adapter = new (tables: Tables) => MapInvitations

const casesOf = (Adapter: Adapter, lacks: readonly ['pace'] | readonly [] = []) =>
  invitationRepositoryContract(() => mapFixture(Adapter), { lacks })

const paceIds = casesOf(MapInvitations, ['pace']).flatMap(({ id, needs }) =>
  needs === 'pace' ? [id] : [],
)

/** The cases about the pace that fail for the adapter, and how. */
async function failedOf(Adapter: Adapter): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>()
  for (const { id, run } of casesOf(Adapter))
    if (paceIds.includes(id)) await run().catch((error: unknown) => failed.set(id, String(error)))
  return failed
}

const found = new Set<string>()

test.each([...brokenPaces, ...brokenPaceWrites])(
  'an adapter that $flaw is found out',
  async ({ found: id, Adapter }) => {
    const failed = await failedOf(Adapter)
    for (const each of failed.keys()) found.add(each)
    expect([...failed.keys()]).toContain(id)
    const { name = '' } = casesOf(Adapter).find((each) => each.id === id) ?? {}
    expect(failed.get(id)).toContain(`Error: ${name}: `)
  },
)

test('each case about the pace finds one of them', () => {
  expect(paceIds.length).toBeGreaterThan(25)
  expect(paceIds.filter((id) => !found.has(id))).toEqual([])
})

/** It keeps no pace, and ignores what a record has of it. */
class WithoutPace extends MapInvitations {
  override findFreeAt = undefined as never
}

test('a store without a pace passes all other cases', async () => {
  for (const { needs, run } of casesOf(WithoutPace, ['pace'])) if (needs !== 'pace') await run()
})

test('a store without a pace that does not say so fails each case about it, with the reason', async () => {
  for (const { id, name, run } of casesOf(WithoutPace)) {
    if (!paceIds.includes(id)) continue
    const reason = 'it needs a repository with findFreeAt(), or pace in options.lacks'
    await expect(run()).rejects.toThrow(`${name}: ${reason}`)
  }
})
