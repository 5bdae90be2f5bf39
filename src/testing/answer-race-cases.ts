import type { Standing } from '../model/member.js'
import type { AnswerRepository, ChangeOutcome, ChangeRecord } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise, type SharedPromise } from './contract.js'
import { comparableChange, expectEqual, expectOneOf } from './expect-equal.js'
import { expectChange, expectStanding } from './expect-stored.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { answersTo, answerTo, AT, END, later } from './records.js'
import { crowdOf } from './seeds.js'

const MANY_AT_ONCE = 50

type Answers = Fixture<AnswerRepository>

export const answerRaceCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] =>
  racesOf(cast).flatMap(overInstances)

const ONE_WINS = 'change lets exactly one win of any number at once that exclude each other'

function racesOf(cast: Cast): readonly SharedPromise<AnswerRepository>[] {
  const one = cast.lettersTo([cast.bernd])
  const ten = cast.lettersTo(cast.many(10))
  const fifty = cast.lettersTo(cast.many(MANY_AT_ONCE))
  const toBernd = cast
    .many(MANY_AT_ONCE)
    .map((inviterId, at) => cast.claimUntil(END, { invitationId: cast.invitation(at), inviterId }))
  return [
    {
      id: 'change/race',
      name: `${ONE_WINS}: 50 answers to one invitation`,
      network: crowdOf(cast, one),
      check: async ({ repository }, instances) => {
        for (const letter of one)
          await expectOneEnd(
            repository,
            undefined,
            await allAtOnce(instances, answersTo(letter, 50)),
          )
      },
    },
    {
      id: 'change/race-declined',
      name: `${ONE_WINS}: 50 answers to an invitation that was declined`,
      network: crowdOf(cast, one),
      check: async ({ repository }, instances) => {
        for (const letter of one) {
          const declined = answerTo(letter, 'Declined')
          await repository.change(declined)
          const raced = await allAtOnce(instances, answersTo(letter, 50))
          await expectOneEnd(repository, declined, raced)
        }
      },
    },
    {
      id: 'change/race-apart',
      name: 'change changes no other invitation: 50 at once, each another one',
      network: crowdOf(cast, fifty),
      check: async ({ repository }, instances) => {
        const records = fifty.map((letter) => answerTo(letter, 'Declined'))
        for (const { outcome } of await allAtOnce(instances, records))
          expectEqual(outcome.type, 'Changed', 'the outcome')
        for (const { change } of records)
          await expectChange(repository, change.invitationId, change)
      },
    },
    {
      id: 'change/race-membership',
      name: 'change makes status and membership visible at once: a member if it was accepted, after 50 answers at once',
      needs: ['standings'],
      network: crowdOf(cast, ten),
      check: async (fixture, instances) => {
        const raced = await allAtOnce(
          instances,
          ten.flatMap((letter, at) => answersTo(letter, 5, at)),
        )
        for (const letter of ten) {
          const isAccepted = await expectOneEnd(fixture.repository, undefined, of(letter, raced))
          const { groupId, recipientId } = letter
          await expectStanding(fixture, groupId, recipientId, isAccepted ? 'member' : undefined)
        }
      },
    },
    {
      id: 'change/race-one-member',
      name: 'change returns an outcome like any other: 50 invitations of one member into one group, accepted at once',
      needs: ['standings'],
      network: crowdOf(cast, toBernd),
      check: async (fixture, instances) => {
        const records = toBernd.map((letter) => answerTo(letter, 'Accepted'))
        for (const { record, outcome } of await allAtOnce(instances, records)) {
          expectEqual(outcome, { type: 'Changed', standing: 'member' }, 'the outcome')
          await expectChange(fixture.repository, record.change.invitationId, record.change)
        }
        await expectStanding(fixture, cast.chess, cast.bernd, 'member')
      },
    },
    {
      id: 'change/race-joining',
      name: 'change lowers no standing: members who become moderators at once',
      needs: ['standings'],
      network: crowdOf(cast, ten),
      check: async (fixture, instances) => {
        const raced = await allAtOnce(
          instances,
          ten.flatMap((letter, at) => answersTo(letter, 4, at)),
          [fixture, 'moderator'],
        )
        for (const letter of ten) {
          await expectOneEnd(fixture.repository, undefined, of(letter, raced))
          await expectStanding(fixture, letter.groupId, letter.recipientId, 'moderator')
        }
      },
    },
    {
      id: 'change/race-ban',
      name: 'change lets no ban be lost: a member who is banned at the same time is banned afterwards',
      needs: ['banned', 'standings'],
      network: crowdOf(cast, ten),
      check: async (fixture, instances) => {
        const accepting = ten.flatMap((letter) =>
          [1, 2, 3, 4].map((at) => answerTo(letter, 'Accepted', { changedAt: later(AT, at) })),
        )
        const raced = await allAtOnce(instances, accepting, [fixture, 'banned'])
        for (const letter of ten) {
          await expectAtMostOne(fixture.repository, undefined, of(letter, raced))
          await expectStanding(fixture, letter.groupId, letter.recipientId, 'banned')
        }
      },
    },
  ]
}

interface Raced {
  readonly record: ChangeRecord
  readonly outcome: ChangeOutcome
}

const of = ({ invitationId }: SeedInvitation, raced: readonly Raced[]) =>
  raced.filter(({ record }) => record.change.invitationId === invitationId)

/** Ends when the last change has ended, even if one fails. Each recipient may get a standing in the midst of it. */
async function allAtOnce(
  [one, other]: Instances<AnswerRepository>,
  records: readonly ChangeRecord[],
  [fixture, standing]: readonly [fixture?: Answers, standing?: Standing] = [],
): Promise<readonly Raced[]> {
  const given = new Set<string>()
  const others: Promise<void>[] = []
  const changes = records.map(async (record, at) => {
    const { recipientId, groupId } = record.invitation
    const changing = (at % 2 === 0 ? one : other).change(record)
    if (fixture && !given.has(recipientId)) {
      given.add(recipientId)
      others.push(
        (async () => membershipsOf(fixture).setStanding(groupId, recipientId, standing))(),
      )
    }
    return { record, outcome: await changing }
  })
  await Promise.allSettled([...changes, ...others])
  await Promise.all(others)
  return Promise.all(changes)
}

/** Expects that the invitation was accepted or withdrawn, exactly once. Returns whether it was accepted. */
async function expectOneEnd(
  repository: AnswerRepository,
  before: ChangeRecord | undefined,
  raced: readonly Raced[],
): Promise<boolean> {
  const ends = await expectAtMostOne(repository, before, raced)
  expectEqual(ends.length, 1, 'the number of answers that end the invitation')
  return ends[0]?.record.change.status === 'Accepted'
}

/** Expects that at most one of those that exclude each other has won, and that no answer contradicts the store. */
async function expectAtMostOne(
  repository: AnswerRepository,
  before: ChangeRecord | undefined,
  raced: readonly Raced[],
): Promise<readonly Raced[]> {
  const won = raced.filter(({ outcome }) => outcome.type === 'Changed')
  const ends = won.filter(({ record }) => record.change.status !== 'Declined')
  const declined = won.filter(({ record }) => record.change.status === 'Declined')
  expectEqual([ends.length > 1, declined.length > 1], [false, false], 'whether several have won')
  const stored = [...ends, ...declined].map(({ record }) => record)
  const [latest = before] = stored
  const [{ record }] = raced as readonly [Raced]
  await expectChange(repository, record.change.invitationId, latest?.change)
  const seen = [...stored, ...(before ? [before] : [])].map(({ change }) => change)
  for (const { record, outcome } of raced) {
    if (outcome.type !== 'NotChanged') continue
    const known = seen.filter(({ status }) => !record.from.includes(status)).map(comparableChange)
    expectOneOf(comparableChange(outcome.change), known, 'the change of another')
  }
  return ends
}
