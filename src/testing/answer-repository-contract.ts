import type { InvitationActor } from '../model/invitation-change.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import { admissionCases } from './admission-cases.js'
import { answerAtomicCases } from './answer-atomic-cases.js'
import { answerRaceCases } from './answer-race-cases.js'
import type { Cast } from './cast.js'
import { changeCases } from './change-cases.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { comparableChange, comparableChanges, expectEqual } from './expect-equal.js'
import { expectChange } from './expect-stored.js'
import { anotherOf, type OpenFixture } from './fixture.js'
import { listCases } from './list-cases.js'
import { otherMembershipCases } from './other-membership-cases.js'
import { answerTo, AT, later } from './records.js'

/**
 * Returns the promises of an `AnswerRepository`, races included, as cases for any test runner.
 *
 * The invitations that are answered are seeded. The cases about memberships need `standingOf` and `setStanding` of the
 * fixture.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function answerRepositoryContract(
  open: OpenFixture<AnswerRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [
    ...findingCases(cast),
    ...listCases(cast),
    ...changeCases(cast),
    ...admissionCases(cast),
    ...otherMembershipCases(cast),
    ...answerAtomicCases(cast),
    ...answerRaceCases(cast),
  ])
}

const findingCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => [
  {
    id: 'findChanges/latest',
    name: 'findChanges returns the latest change of each; an open invitation is absent, and so is one that does not exist',
    network: { ...cast.four, invitations: cast.lettersTo([cast.bernd, cast.clara, cast.dora]) },
    async check({ repository }) {
      const declined = cast.lettersTo([cast.bernd]).map((letter) => answerTo(letter, 'Declined'))
      const withdrawn = cast
        .lettersTo([cast.bernd, cast.clara])
        .map((letter) => answerTo(letter, 'Withdrawn', { changedAt: later(AT, 1) }))
      for (const record of [...declined, ...withdrawn]) await repository.change(record)
      const ids = [3, 2, 1, 0].map(cast.invitation)
      const [first, second] = withdrawn.map(({ change }) => comparableChange(change))
      expectEqual(
        comparableChanges(await repository.findChanges(ids), ids),
        [undefined, undefined, second, first],
        `the changes of ${ids.join(', ')}`,
      )
    },
  },
  {
    id: 'findChanges/unchanged',
    name: "findChanges returns each change as it was stored: the instant to the millisecond, a member's identifier or the network's reason",
    network: {
      ...cast.four,
      members: [...cast.four.members, ...cast.membersOf(cast.many(6))],
      invitations: cast.lettersTo(cast.many(6)),
    },
    async check({ repository }) {
      const actors: readonly InvitationActor[] = [
        { memberId: cast.anna },
        { memberId: cast.clara },
        { network: 'member-erased' },
        // A reason may look like a member.
        { network: cast.anna },
        { network: `${'ﬁ①Ａ "Go" & <b>ß</b> %s {} \\n \'; -- 日本 😀'.repeat(3)} e\u0301 ` },
        { network: 'x'.repeat(255) },
      ]
      for (const [at, letter] of cast.lettersTo(cast.many(6)).entries()) {
        const [changedBy] = actors.slice(at)
        const changedAt = later(AT, at * 777)
        const record = answerTo(letter, 'Withdrawn', { changedAt, ...(changedBy && { changedBy }) })
        await repository.change(record)
        await expectChange(repository, letter.invitationId, record.change)
      }
    },
  },
  {
    id: 'findChanges/members',
    name: "findChanges returns each change as it was stored: members' identifiers of any form",
    network: {
      ...cast.four,
      members: [
        ...cast.four.members,
        ...cast.membersOf([...cast.odd.members, ...cast.many(cast.odd.members.length)]),
      ],
      invitations: cast.lettersTo(cast.many(cast.odd.members.length)),
    },
    async check({ repository }) {
      const { members } = cast.odd
      const letters = cast.lettersTo(cast.many(members.length))
      const records = members.flatMap((memberId, at) =>
        letters
          .slice(at, at + 1)
          .map((letter) => answerTo(letter, 'Withdrawn', { changedBy: { memberId } })),
      )
      for (const record of records) await repository.change(record)
      const ids = letters.map(({ invitationId }) => invitationId)
      const stored = records.map(({ change }) => comparableChange(change))
      const found = comparableChanges(await repository.findChanges(ids), ids)
      expectEqual(found, stored, 'the changes')
    },
  },
  {
    id: 'findChanges/keys',
    name: 'findChanges returns a Map whose keys are all strings',
    network: oddNetwork(cast),
    check: ({ repository }) => expectChanges(cast, repository, () => true),
  },
  {
    id: 'findChanges/exact',
    name: 'findChanges compares identifiers exactly',
    network: oddNetwork(cast),
    check: ({ repository }) => expectChanges(cast, repository, (at) => at % 2 === 1),
  },
  {
    id: 'findChanges/many',
    name: 'findChanges accepts any number of invitations: 0, 1 and 5,000',
    network: { ...cast.four, invitations: cast.lettersTo([cast.bernd]) },
    async check({ repository }) {
      const ids = cast.many().map((_, at) => cast.invitation(at))
      for (const letter of cast.lettersTo([cast.bernd]))
        await repository.change(answerTo(letter, 'Declined'))
      // The only changed one is the last.
      for (const asked of [[], ids.slice(0, 1), [...ids].reverse()]) {
        const found = comparableChanges(await repository.findChanges(asked), asked)
        const count = found.filter((change) => change !== undefined).length
        expectEqual(count, Math.min(asked.length, 1), 'the number of changes')
      }
    },
  },
  {
    id: 'findChanges/visible-two-instances',
    name: 'findChanges finds a change as soon as `change` has returned, on every instance: on another one',
    needs: 'another',
    network: { ...cast.four, invitations: cast.lettersTo([cast.bernd]) },
    async check(fixture) {
      const other = await anotherOf(fixture)
      for (const letter of cast.lettersTo([cast.bernd])) {
        await expectChange(other, letter.invitationId, undefined)
        for (const status of ['Declined', 'Withdrawn'] as const) {
          const record = answerTo(letter, status)
          await fixture.repository.change(record)
          await expectChange(other, letter.invitationId, record.change)
        }
      }
    },
  },
]

function oddNetwork(cast: Cast) {
  const recipients = cast.oddLetters().map(({ recipientId }) => recipientId)
  const members = [...cast.four.members, ...cast.membersOf(recipients)]
  return { ...cast.four, members, invitations: cast.oddLetters() }
}

/** Answers some of the odd invitations, and expects exactly their changes. */
async function expectChanges(
  cast: Cast,
  repository: AnswerRepository,
  isAnswered: (at: number) => boolean,
): Promise<void> {
  const records = cast.oddLetters().map((letter) => answerTo(letter, 'Declined'))
  const ids = records.map(({ change }) => change.invitationId)
  for (const record of records.filter((_, at) => isAnswered(at))) await repository.change(record)
  const stored = records.map(({ change }, at) =>
    isAnswered(at) ? comparableChange(change) : undefined,
  )
  const found = comparableChanges(await repository.findChanges(ids), ids)
  expectEqual(found, stored, `the changes of ${ids.join(', ')}`)
}
