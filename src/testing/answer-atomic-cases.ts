import type { AnswerRepository, ChangeRecord } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise } from './contract.js'
import { comparableChange, comparableChangeOutcome, expectEqual, valuesIn } from './expect-equal.js'
import { expectChange, expectStanding } from './expect-stored.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { answerTo, AT, later, withNul } from './records.js'
import { crowdOf } from './seeds.js'

type Answers = Fixture<AnswerRepository>

const FAILED = 'change stores nothing if it fails'
const BACK = 'change never lets a status go back'

const MOST_LOOKS = 1000

export const answerAtomicCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => {
  const letters = cast.lettersTo(cast.many(10))
  const network = crowdOf(cast, letters)
  return [
    {
      id: 'change/atomic',
      name: 'change makes status and membership visible at once',
      needs: 'standings',
      network,
      async check(fixture) {
        for (const letter of letters.slice(0, 3)) await expectWholeAtOnce(fixture, letter)
      },
    },
    {
      id: 'change/nothing-if-failed',
      name: `${FAILED}: the status`,
      network,
      async check({ repository }) {
        for (const [at, letter] of letters.slice(0, 4).entries()) {
          const before = answerTo(letter, 'Declined')
          if (at < 2) await repository.change(before)
          const failing = at % 2 === 0 ? withReason(letter) : withMember(letter, 'Withdrawn')
          await expectUnchanged(repository, failing, at < 2 ? before : undefined)
        }
      },
    },
    {
      id: 'change/nothing-if-failed-admitting',
      name: `${FAILED}: neither the status nor the membership`,
      needs: 'standings',
      network,
      async check(fixture) {
        for (const [at, letter] of letters.slice(0, 2).entries()) {
          const failing = at === 0 ? withRecipient(letter) : withMember(letter, 'Accepted')
          const isDone = await isChanged(fixture.repository, failing)
          const standing = isDone && at > 0 ? 'member' : undefined
          await expectStanding(fixture, letter.groupId, letter.recipientId, standing)
          if (isDone) continue
          await expectUnchanged(fixture.repository, failing, undefined)
          await expectStanding(fixture, letter.groupId, letter.recipientId, 'member')
        }
      },
    },
    {
      id: 'change/never-back',
      name: `${BACK}: while another change of the invitation fails`,
      network,
      check: ({ repository }) =>
        expectNeverBack(repository, letters, (letter) => withMember(letter, 'Declined')),
    },
    {
      id: 'change/never-back-admitting',
      name: `${BACK}: while an admission fails`,
      needs: 'standings',
      network,
      async check(fixture) {
        await expectNeverBack(fixture.repository, letters, withRecipient)
        for (const { groupId, recipientId } of letters)
          await expectStanding(fixture, groupId, recipientId, undefined)
      },
    },
    ...overInstances<AnswerRepository>({
      id: 'change/visible',
      name: 'change is visible at once to every instance, since everything is stored before the method returns: to the next change',
      network,
      check: (_, instances) => expectSeen(instances, letters),
    }),
  ]
}

// Three ways to fail in the last of all writes, whichever that is.

const withReason = (letter: SeedInvitation): ChangeRecord =>
  answerTo(letter, 'Withdrawn', { changedBy: { network: withNul('spam') } })

const withMember = (letter: SeedInvitation, status: 'Accepted' | 'Declined' | 'Withdrawn') =>
  answerTo(letter, status, { changedBy: { memberId: withNul(letter.recipientId) } })

function withRecipient(letter: SeedInvitation): ChangeRecord {
  const record = answerTo(letter, 'Accepted')
  const { admit } = record
  return { ...record, admit: admit && { ...admit, memberId: withNul(admit.memberId) } }
}

/** A store that fails may reject, and may also find a reason to deny. */
async function isChanged(repository: AnswerRepository, record: ChangeRecord): Promise<boolean> {
  try {
    return (await repository.change(record)).type === 'Changed'
  } catch {
    return false
  }
}

/** Expects that nothing of a change that fails is stored, and that the invitation can be accepted afterwards. */
async function expectUnchanged(
  repository: AnswerRepository,
  failing: ChangeRecord,
  before: ChangeRecord | undefined,
): Promise<void> {
  const { invitationId } = failing.change
  if (await isChanged(repository, failing)) return
  await expectChange(repository, invitationId, before?.change)
  const record = answerTo(failing.invitation, 'Accepted')
  const { type } = await repository.change(record)
  expectEqual(type, 'Changed', 'the next outcome')
  await expectChange(repository, invitationId, record.change)
}

/** Withdraws each invitation, while another change of it fails. */
async function expectNeverBack(
  repository: AnswerRepository,
  letters: readonly SeedInvitation[],
  failing: (letter: SeedInvitation) => ChangeRecord,
): Promise<void> {
  const raced = letters.map(async (letter) => {
    const record = answerTo(letter, 'Withdrawn', { changedAt: later(AT, 1) })
    const other = isChanged(repository, failing(letter))
    const { type } = await repository.change(record)
    return { record, type, isOtherChanged: await other }
  })
  await Promise.allSettled(raced)
  for (const { record, type, isOtherChanged } of await Promise.all(raced)) {
    // A store that accepts everything may have accepted the other one before.
    if (!isOtherChanged) expectEqual(type, 'Changed', 'the outcome beside a change that failed')
    if (type === 'Changed')
      await expectChange(repository, record.change.invitationId, record.change)
  }
}

async function expectSeen(
  [one, other]: Instances<AnswerRepository>,
  letters: readonly SeedInvitation[],
): Promise<void> {
  for (const letter of letters.slice(0, 2)) {
    await expectChange(other, letter.invitationId, undefined)
    const record = answerTo(letter, 'Accepted')
    await one.change(record)
    await expectChange(other, letter.invitationId, record.change)
    const outcome = comparableChangeOutcome(await other.change(answerTo(letter, 'Withdrawn')))
    const expected = { type: 'NotChanged', change: comparableChange(record.change) }
    expectEqual(outcome, expected, 'the outcome of what is too late')
  }
}

/** Accepts, and looks for status and membership meanwhile: once one of them is visible, so must be the other. */
async function expectWholeAtOnce(fixture: Answers, letter: SeedInvitation): Promise<void> {
  const { repository } = fixture
  const { invitationId, recipientId, groupId } = letter
  const { standingOf } = membershipsOf(fixture)
  const record = answerTo(letter, 'Accepted')
  let hasEnded = false
  const isChangedNow = async () =>
    valuesIn(await repository.findChanges([invitationId]), [invitationId])[0] !== undefined
  const isMemberNow = async () => (await standingOf(groupId, recipientId)) === 'member'
  const watch = async (isThere: () => Promise<boolean>) => {
    for (let looks = 0; looks < MOST_LOOKS && !hasEnded; looks += 1) {
      if (await isThere()) await expectBoth()
    }
  }
  const expectBoth = async () => {
    await expectStanding(fixture, groupId, recipientId, 'member')
    await expectChange(repository, invitationId, record.change)
  }
  const early = [watch(isChangedNow), watch(isMemberNow)]
  const change = (async () => repository.change(record))().finally(() => {
    hasEnded = true
  })
  await Promise.all([...early, change, watch(isChangedNow), watch(isMemberNow)])
  await expectBoth()
}
