import type { InvitationStatus } from '../model/invitation-change.js'
import type { AnswerRepository, ChangeRecord } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableChange, comparableChangeOutcome, expectEqual, only } from './expect-equal.js'
import { expectChange } from './expect-stored.js'
import type { SeedInvitation } from './fixture.js'
import { answerTo, AT, END, later } from './records.js'
import { crowdOf } from './seeds.js'

/** Each status, and those that an invitation had before. */
const WAYS: readonly (readonly [before: InvitationStatus | undefined, status: InvitationStatus])[] =
  [
    [undefined, 'Accepted'],
    [undefined, 'Declined'],
    [undefined, 'Withdrawn'],
    ['Declined', 'Accepted'],
    ['Declined', 'Withdrawn'],
  ]

const NO_WAYS: readonly (readonly [before: InvitationStatus, status: InvitationStatus])[] = [
  ['Declined', 'Declined'],
  ['Accepted', 'Accepted'],
  ['Accepted', 'Declined'],
  ['Accepted', 'Withdrawn'],
  ['Withdrawn', 'Accepted'],
  ['Withdrawn', 'Declined'],
  ['Withdrawn', 'Withdrawn'],
]

export const changeCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => [
  {
    id: 'change/from',
    name: 'change stores the change if the status is one of `from`',
    network: crowdOf(cast, letters(cast)),
    async check({ repository }) {
      for (const [[before, status], letter] of pairsOf(WAYS, letters(cast))) {
        if (before) await repository.change(answerTo(letter, before))
        const record = answerTo(letter, status, { changedAt: later(AT, 1) })
        const outcome = comparableChangeOutcome(await repository.change(record))
        expectEqual(outcome, { type: 'Changed' }, `the outcome of ${status} after ${before}`)
        await expectChange(repository, letter.invitationId, record.change)
      }
    },
  },
  {
    id: 'change/only-from',
    name: 'change returns NotChanged with the stored change if the status is none of `from`',
    network: crowdOf(cast, letters(cast)),
    async check({ repository }) {
      for (const [[before, status], letter] of pairsOf(NO_WAYS, letters(cast))) {
        const stored = answerTo(letter, before)
        await repository.change(stored)
        const late = answerTo(letter, status, { changedAt: later(AT, 1) })
        const outcome = comparableChangeOutcome(await repository.change(late))
        const expected = { type: 'NotChanged', change: comparableChange(stored.change) }
        expectEqual(outcome, expected, `the outcome of ${status} after ${before}`)
        await expectChange(repository, letter.invitationId, stored.change)
      }
    },
  },
  {
    id: 'change/from-as-given',
    name: 'change stores the change if the status is one of `from`: not from all statuses that others have allowed',
    network: crowdOf(cast, letters(cast)),
    async check({ repository }) {
      for (const letter of letters(cast).slice(0, 1)) {
        const declined = answerTo(letter, 'Declined')
        await repository.change(declined)
        const narrow: ChangeRecord = { ...answerTo(letter, 'Withdrawn'), from: ['Open'] }
        const { type } = await repository.change(narrow)
        expectEqual(type, 'NotChanged', 'the outcome')
        await expectChange(repository, letter.invitationId, declined.change)
      }
    },
  },
  {
    id: 'change/replaces',
    name: 'change replaces an earlier change: by the network, and by clocks that differ',
    network: crowdOf(cast, letters(cast)),
    async check({ repository }) {
      for (const [at, letter] of letters(cast).slice(0, 4).entries()) {
        await repository.change(answerTo(letter, 'Declined'))
        const record = answerTo(letter, at < 2 ? 'Withdrawn' : 'Accepted', {
          changedAt: later(AT, at % 2 === 0 ? -5000 : 5000),
          ...(at < 2 && { changedBy: { network: 'member-erased' } }),
        })
        const { type } = await repository.change(record)
        expectEqual(type, 'Changed', 'the outcome')
        await expectChange(repository, letter.invitationId, record.change)
      }
    },
  },
  {
    id: 'change/others',
    name: 'change changes no other invitation',
    network: crowdOf(cast, neighbors(cast)),
    async check({ repository }) {
      const open = new Map(neighbors(cast).map((letter) => [letter.invitationId, letter]))
      const changed: ChangeRecord[] = []
      for (const [at, [invitationId, letter]] of [...open].entries()) {
        const [status = 'Declined'] = (['Accepted', 'Withdrawn', 'Declined'] as const).slice(at)
        const record = answerTo(letter, status, { changedAt: later(AT, at) })
        await repository.change(record)
        changed.push(record)
        open.delete(invitationId)
        for (const { change } of changed)
          await expectChange(repository, change.invitationId, change)
        for (const id of open.keys()) await expectChange(repository, id, undefined)
      }
    },
  },
  {
    id: 'change/unknown',
    name: 'change throws for an invitation that does not exist',
    network: crowdOf(cast, neighbors(cast)),
    async check({ repository }) {
      for (const status of ['Accepted', 'Declined', 'Withdrawn'] as const) {
        const letter = cast.claimUntil(END, { invitationId: cast.invitation(99) })
        const { admit: _, ...record } = answerTo(letter, status)
        await expectThrown(repository, record)
        for (const { invitationId } of [letter, ...neighbors(cast)])
          await expectChange(repository, invitationId, undefined)
      }
    },
  },
]

export async function expectThrown(
  repository: AnswerRepository,
  record: ChangeRecord,
): Promise<void> {
  let outcome: unknown
  try {
    outcome = await repository.change(record)
  } catch {
    return
  }
  expectEqual(only(outcome, ['type']), 'an error', 'the outcome')
}

/** One for each way. */
const letters = (cast: Cast) => cast.lettersTo(cast.many(NO_WAYS.length))

function pairsOf<One, Other>(ones: readonly One[], others: readonly Other[]) {
  return others.flatMap((other, at) => ones.slice(at, at + 1).map((one) => [one, other] as const))
}

/** Invitations that share people and group with each other. */
function neighbors(cast: Cast): readonly SeedInvitation[] {
  const { anna, bernd, clara, choir } = cast
  return [
    { recipientId: clara, groupId: choir },
    {},
    { inviterId: clara },
    { inviterId: bernd, recipientId: anna },
    { inviterId: bernd, recipientId: clara },
  ].map((parties, at) => cast.claimUntil(END, { invitationId: cast.invitation(at), ...parties }))
}
