import type { ChangeRecord } from 'group-invitations'
import {
  answerRepositoryContract,
  type ContractCase,
  type ContractOptions,
} from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'
import { inMemoryFixture } from '../support/in-memory-fixture.js'
import { brokenAnswerAdapters } from './broken-answer-adapters.js'
import { type AnswerAdapter, MapAnswers, mapAnswersFixture } from './map-answers.js'

const casesOf = (Adapter: AnswerAdapter) =>
  answerRepositoryContract(() => mapAnswersFixture(Adapter))

test.each(casesOf(MapAnswers))('an adapter over maps keeps: $name', ({ run }) => run())

/** Memberships are in another store, which hears of an answer later. */
class WithoutStandings extends MapAnswers {
  protected override write(record: ChangeRecord) {
    this.writeChange(record)
    return { type: 'Changed' } as const
  }
}

describe('an adapter without memberships', () => {
  const lacks = ['standings', 'pending', 'banned'] as const
  const open = () => ({
    ...mapAnswersFixture(WithoutStandings),
    standingOf: undefined,
    setStanding: undefined,
  })
  const isWithout = ({ needs }: ContractCase) => lacks.some((lack) => lack === needs)

  // The type takes an absent method for one that is not there.
  const cases = (options: ContractOptions) => answerRepositoryContract(open as never, options)

  test.each(cases({ lacks }).filter((each) => !isWithout(each)))('keeps: $name', ({ run }) => run())

  test('shows which cases it leaves out, and does not pass them', async () => {
    const left = cases({ lacks }).filter(isWithout)
    expect(left.length).toBeGreaterThan(15)
    for (const { name, needs, run } of left)
      await expect(run()).rejects.toThrow(`${name}: it needs ${needs}, which the store lacks`)
    // Also if it does not say that it lacks them.
    const ids = left.map(({ id }) => id)
    const passed: string[] = []
    for (const { id, run } of cases({}))
      if (ids.includes(id))
        await run()
          .then(() => passed.push(id))
          .catch(() => undefined)
    expect(passed).toEqual([])
    const gives = cases({}).find(({ id }) => id === 'change/gives-back')
    await expect(gives?.run()).rejects.toThrow(
      'it needs a fixture with standingOf() and setStanding()',
    )
  })
})

test('a store may delete invitations together with a group or a member', async () => {
  const open = () => {
    const fixture = inMemoryFixture(({ answers }) => answers)
    const seed: typeof fixture.seed = (network, decoys) => {
      const isThere = (id: string) =>
        [...network.groups, ...network.members].some((each) =>
          'groupId' in each ? each.groupId === id : each.memberId === id,
        )
      const invitations = network.invitations.filter(
        ({ groupId, recipientId }) => isThere(groupId) && isThere(recipientId),
      )
      expect(invitations.length).toBeLessThan(network.invitations.length)
      return fixture.seed({ ...network, invitations }, decoys)
    }
    return {
      ...fixture,
      seed,
      get repository() {
        return fixture.repository
      },
    }
  }
  const gone = answerRepositoryContract(open).find(({ id }) => id === 'findInvitationsOf/gone')
  await expect(gone?.run()).resolves.toBe(undefined)
})

describe('an adapter of answers that', () => {
  test.each(brokenAnswerAdapters)('$flaw is found out', async ({ found, Adapter }) => {
    const cases = new Map(casesOf(Adapter).map((each) => [each.id, each]))
    for (const id of found) {
      const broken = cases.get(id)
      await expect(broken?.run(), id).rejects.toThrow(broken?.name)
    }
  })
})
