import {
  type AnswerAction,
  type AnswerFacts,
  decideAnswer,
  type Group,
  type Invitation,
  type InvitationActor,
  InvitationPolicy,
  AnswerService,
  type InvitationStatus,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { beforeEach, describe, expect, test } from 'vitest'
import { linesAfterAccepting } from '../../docs/examples/accepting.js'
import { acceptAndNotify } from '../../docs/examples/after-accepting.js'
import { after, aProfile, aRequest } from '../support/builders.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { answersOver, opened } from '../support/sending.js'

const PAGE = 'docs/answering.md'

const END = new Date('2027-03-02T09:30:00.000Z')

const invitation: Invitation = {
  invitationId: 'i-1',
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'ts',
  route: 'profile',
  text: 'Lieber Bernd, TypeScript?',
  sentAt: new Date('2026-09-02T09:30:00.000Z'),
  repeatableAt: END,
}

const factsAt = (
  now: Date,
  status: InvitationStatus | undefined,
  more: Partial<AnswerFacts> = {},
): AnswerFacts => ({
  now,
  change: status && {
    invitationId: 'i-1',
    status,
    changedAt: now,
    changedBy: { memberId: 'bernd' },
  },
  group: { name: 'TypeScript' },
  inviterProfile: aProfile(),
  inviterStanding: 'member',
  recipientStanding: undefined,
  actorStanding: undefined,
  ...more,
})

/** Whom the page allows an action, each with their standing. */
const ACTORS: Readonly<
  Record<AnswerAction, readonly (readonly [InvitationActor, AnswerFacts['actorStanding']])[]>
> = {
  accept: [[{ memberId: 'bernd' }, undefined]],
  decline: [[{ memberId: 'bernd' }, undefined]],
  withdraw: [
    [{ memberId: 'anna' }, undefined],
    [{ memberId: 'clara' }, 'moderator'],
    [{ network: 'erased' }, undefined],
  ],
}

const STRANGERS: Readonly<Record<AnswerAction, readonly InvitationActor[]>> = {
  accept: [{ memberId: 'anna' }, { memberId: 'clara' }, { network: 'erased' }],
  decline: [{ memberId: 'anna' }, { memberId: 'clara' }, { network: 'erased' }],
  withdraw: [{ memberId: 'bernd' }, { memberId: 'clara' }],
}

const LATER = new Date(+END + 1)

/** The page's words for the time of an action. */
const TIMES: Readonly<Record<string, readonly Date[]>> = {
  'before `repeatableAt`': [invitation.sentAt, new Date(+END - 1)],
  'at `repeatableAt` or later': [END, LATER],
  'at any time': [invitation.sentAt, new Date(+END - 1), END, LATER],
}

const STATUSES = [undefined, 'Declined', 'Accepted', 'Withdrawn'] as const

/** What a decision is in the words of the page. */
function cellOf(...args: Parameters<typeof decideAnswer>): string {
  return decideAnswer(...args).match(
    ({ replayed, status }) => (replayed ? 'replayed' : `\`${status}\``),
    ({ type }) => `✗ \`${type}\``,
  )
}

describe('the table of the life of an invitation', () => {
  let firstCell = ''
  const cases = tableUnder(PAGE, '## The life of an invitation').flatMap(
    ([action = '', stored = '', outcome = '']) => {
      // An empty cell is the one above it.
      firstCell = action || firstCell
      const [, name = '', at = ''] = /^`(\w+)` (.*)$/.exec(firstCell) ?? []
      const times = TIMES[at] ?? []
      return stored.split(', ').flatMap((cell) => {
        const status = STATUSES.find((each) => each === codeIn(cell)[0])
        return times.map((now) => ({ action: name as AnswerAction, now, status, outcome }))
      })
    },
  )

  test('has each action once for each time and status', () => {
    const nameOf = ({ action, now, status }: (typeof cases)[number]) =>
      [action, +now, status].join()
    const actions = ['accept', 'decline', 'withdraw'] as const
    const all = actions.flatMap((action) =>
      (TIMES['at any time'] ?? []).flatMap((now) =>
        STATUSES.map((status) => nameOf({ action, now, status, outcome: '' })),
      ),
    )
    expect(cases.map(nameOf).sort()).toEqual(all.sort())
  })

  test.each(cases)('$action at $now from $status: $outcome', ({ action, now, status, outcome }) => {
    const found = ACTORS[action].map(([actor, actorStanding]) =>
      cellOf(action, invitation, actor, factsAt(now, status, { actorStanding })),
    )
    expect(new Set(found)).toEqual(new Set([outcome]))
    const toOthers = STRANGERS[action].map((actor) =>
      cellOf(action, invitation, actor, factsAt(now, status)),
    )
    expect(new Set(toOthers)).toEqual(new Set(['✗ `InvitationNotFound`']))
  })
})

test('the page has the reasons in the order in which they are found', () => {
  const worst = factsAt(LATER, undefined, { group: undefined, recipientStanding: 'banned' })
  const accept = (facts: AnswerFacts, memberId = 'bernd') =>
    cellOf('accept', invitation, { memberId }, facts)
  expect([
    accept({ ...worst, change: factsAt(LATER, 'Withdrawn').change }, 'clara'),
    accept({ ...worst, change: factsAt(LATER, 'Withdrawn').change }),
    accept({ ...worst, change: factsAt(LATER, 'Accepted').change }),
    accept(worst),
    accept({ ...worst, now: invitation.sentAt }),
    accept({ ...worst, now: invitation.sentAt, group: { name: 'TypeScript' } }),
  ]).toEqual([
    '✗ `InvitationNotFound`',
    '✗ `InvitationWithdrawn`',
    'replayed',
    '✗ `InvitationExpired`',
    '✗ `GroupNotFound`',
    '✗ `RecipientBanned`',
  ])
})

test('the table of what accepting leads to is right', () => {
  const admissionsIn = (cell: string): readonly Group['admission'][] =>
    cell.includes('open') ? ['open'] : ['approval', undefined]
  const standingsIn = (cell: string): readonly AnswerFacts['inviterStanding'][] => {
    if (cell === 'moderator') return ['moderator']
    const others = [undefined, 'member', 'pending', 'banned'] as const
    return cell === 'anybody else' ? others : [...others, 'moderator']
  }
  const rows = tableUnder(PAGE, '## What accepting leads to')
  expect(rows).toHaveLength(3)
  for (const [admission = '', inviter = '', standing = ''] of rows) {
    for (const one of admissionsIn(admission)) {
      for (const inviterStanding of standingsIn(inviter)) {
        const facts = factsAt(invitation.sentAt, undefined, {
          group: { name: 'TypeScript', admission: one },
          inviterStanding,
        })
        const decided = decideAnswer('accept', invitation, { memberId: 'bernd' }, facts)
        const admitted = decided.isOk() && !decided.value.replayed && decided.value.admit?.standing
        expect(admitted).toBe(codeIn(standing)[0])
      }
    }
  }
})

test('the page says what the inviter sees of each stored status, before the end and from then on', async () => {
  const stored = {
    nothing: undefined,
    Declined: 'decline',
    Accepted: 'accept',
    Withdrawn: 'withdraw',
  } as const
  const found = await Promise.all(
    Object.entries(stored).map(async ([status, action]) => {
      const { repositories, service, answers } = opened()
      const { invitation } = (await service.send(aRequest()))._unsafeUnwrap()
      const { invitationId, inviterId, recipientId, repeatableAt } = invitation
      const memberId = action === 'withdraw' ? inviterId : recipientId
      if (action) expect((await answers[action]({ invitationId, memberId })).isOk()).toBe(true)
      const statusAt = async (now: Date) => {
        const page = await answersOver(repositories, { clock: () => now }).sent(inviterId)
        return page._unsafeUnwrap().items.map((item) => item.status)
      }
      return [
        status,
        ...(await statusAt(after(repeatableAt, -1))),
        ...(await statusAt(repeatableAt)),
      ]
    }),
  )
  const rows = tableUnder(PAGE, '## What each side sees')
  expect(rows.map((row) => row.map((cell) => codeIn(cell)[0] ?? cell))).toEqual(found)
})

test('the sample gives a line for what the recipient is now, or why not', async () => {
  const repositories = createInMemoryRepositories({
    members: [
      { memberId: 'anna', displayName: 'Anna Schmidt' },
      { memberId: 'bernd', displayName: 'Bernd Müller' },
    ],
    groups: [{ groupId: 'ts', name: 'TypeScript', standings: { anna: 'member' } }],
    invitations: [invitation],
  })
  const clock = () => new Date('2026-10-02T09:30:00.000Z')
  const service = new AnswerService(new InvitationPolicy(repositories, { clock }), repositories)
  const lines = (memberId: string) =>
    linesAfterAccepting(service, { invitationId: 'i-1', memberId })
  expect(await lines('anna')).toEqual(['This invitation is no longer available.'])
  expect(await lines('bernd')).toEqual([
    'You have accepted the invitation. A moderator of the group will decide whether you can join.',
  ])
})

describe('what follows from accepting', () => {
  async function accepting(standing: 'member' | 'moderator', notify: () => Promise<void>) {
    const { service, answers } = opened({
      members: [
        { memberId: 'anna', displayName: 'Anna' },
        { memberId: 'bernd', displayName: 'Bernd', haves: ['TypeScript'] },
      ],
      groups: [{ groupId: aRequest().groupId, name: 'TypeScript', standings: { anna: standing } }],
    })
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    return () => acceptAndNotify(answers, { invitationId: 'i-1', memberId: 'bernd' }, notify)
  }
  const notified: string[] = []
  const notify = () => Promise.resolve(void notified.push('moderators'))
  beforeEach(() => void notified.splice(0))

  test('the moderators are told once of somebody who waits for them', async () => {
    const accept = await accepting('member', notify)
    expect(await accept()).toMatchObject({ value: { standing: 'pending', replayed: false } })
    expect(await accept()).toMatchObject({ value: { standing: 'pending', replayed: true } })
    expect(notified).toEqual(['moderators'])
  })

  test('they are not told of somebody who is a member already', async () => {
    const accept = await accepting('moderator', notify)
    expect(await accept()).toMatchObject({ value: { standing: 'member' } })
    expect(notified).toEqual([])
  })

  test('the answer stays if they cannot be told', async () => {
    const accept = await accepting('member', () => Promise.reject(new Error('no connection')))
    expect(await accept()).toMatchObject({ value: { standing: 'pending' } })
  })
})
