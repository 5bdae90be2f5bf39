import { afterAll, expect, test } from 'vitest'
import { contractsOf } from '../../../../test/support/contracts-of.js'
import { repositoriesIn } from '../repositories.js'
import { existingFixtures, OPTIONS, SITE } from './fixtures.js'
import type { Flaw } from './flaw.js'
import { openExisting } from './open-existing.js'
import { readFlaws } from './read-flaws.js'
import { answerFlaws, twoWritesFlaw, unguardedFlaw, writeFlaws } from './write-flaws.js'

const { client, database } = await openExisting()
afterAll(() => client.close())

/** The cases of a flaw, over its adapter or over the sound one. */
function casesOf({ port, found, over }: Flaw, isFlawed: boolean) {
  const fixtures = existingFixtures(database, undefined, (store) => {
    const sound = repositoriesIn(store, SITE)
    return isFlawed ? { ...sound, ...over(store, sound) } : sound
  })
  const cases = new Map(contractsOf(fixtures, OPTIONS)).get(port) ?? []
  return cases.filter(({ id }) => found.includes(id))
}

async function failing(flaw: Flaw, isFlawed: boolean): Promise<string[]> {
  const failed: string[] = []
  for (const { id, run } of casesOf(flaw, isFlawed)) await run().catch(() => failed.push(id))
  return failed.sort()
}

test.each([...readFlaws, ...writeFlaws, ...answerFlaws, twoWritesFlaw])(
  '$flaw: the kit finds it',
  async (flaw) => {
    expect(await failing(flaw, true)).toEqual([...flaw.found].sort())
    expect(await failing(flaw, false)).toEqual([])
  },
)

test('what is found in answers is not only that they are written twice', async () => {
  for (const { found } of answerFlaws)
    expect(await failing({ ...twoWritesFlaw, found }, true)).toEqual([])
})

test('without the index of the migration, two memberships of one user are stored at once', async () => {
  await client.exec('DROP INDEX community_members_one_current')
  expect(await failing(unguardedFlaw, true)).toEqual(unguardedFlaw.found)
})
