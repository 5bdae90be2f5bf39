import {
  type Denial,
  type InvitationRecord,
  type InvitationRepository,
  type PolicyOptions,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { sentAs, serviceOver } from '../support/sending.js'

const MINUTE = 60_000
/** One at once, then one each minute. */
const pace = { burst: 1, every: { minutes: 1 } }
const denial = { type: 'TooManyInvitations', retryAt: after(NOW, MINUTE) }

/** A network in which Anna and Bernd may invite so many others, by either route. */
function crowded(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `member-${index}`)
  return createInMemoryRepositories({
    ...NETWORK,
    members: [
      ...NETWORK.members,
      ...ids.map((memberId) => ({ memberId, displayName: 'Bernd Müller', haves: ['TypeScript'] })),
    ],
    groups: NETWORK.groups.map((group) => ({
      ...group,
      standings: { anna: 'member', clara: 'member' },
    })),
  })
}

/** Different texts: copies are denied. */
const requestTo = (index: number, changes: { inviterId?: string; groupId?: string } = {}) =>
  aRequest({
    recipientId: `member-${index}`,
    text: `Lieber Bernd, TypeScript: ${(index * 7919).toString(36).repeat(9)}!`,
    ...changes,
  })

const withoutMassMessage = { MassMessage: 'off' } as const

function openedWith(repositories = crowded(5), options: PolicyOptions = {}) {
  let now = NOW
  const service = serviceOver(repositories, {
    ...{ pace, clock: () => now, enforcement: withoutMassMessage },
    ...options,
  })
  const send = async (index: number, invitationId?: string, changes = {}) => {
    const sent = await service.send(requestTo(index, changes), { invitationId })
    return sent.match(
      ({ replayed }): string | readonly Denial[] => (replayed ? 'replayed' : 'sent'),
      (error) => (error.type === 'InvitationDenied' ? error.denials : error.type),
    )
  }
  return { repositories, service, send, setNow: (instant: Date) => void (now = instant) }
}

describe('at the pace', () => {
  test('one is sent, and the next from its retryAt on, to whomever and into whatever group', async () => {
    const { send, setNow, repositories } = openedWith()
    expect(await send(0)).toBe('sent')
    expect(await send(1)).toEqual([denial])
    expect(await send(1, undefined, { groupId: 'chess' })).toEqual([denial])
    setNow(after(NOW, MINUTE - 1))
    expect(await send(1)).toEqual([denial])
    setNow(denial.retryAt)
    expect(await send(1)).toBe('sent')
    expect(await repositories.invitations.findFreeAt?.('anna')).toEqual(after(NOW, 2 * MINUTE))
  })

  test('another inviter has a pace of their own', async () => {
    const { send, repositories } = openedWith()
    expect(await send(0)).toBe('sent')
    expect(await send(1, undefined, { inviterId: 'clara' })).toBe('sent')
    expect(await send(2, undefined, { inviterId: 'clara' })).toEqual([denial])
    expect(await repositories.invitations.findFreeAt?.('bernd')).toBeUndefined()
  })

  test('a clock that jumps back gives nothing away', async () => {
    const { send, setNow } = openedWith()
    expect(await send(0)).toBe('sent')
    setNow(after(NOW, -86_400_000))
    expect(await send(1)).toEqual([denial])
    setNow(after(NOW, MINUTE - 1))
    expect(await send(1)).toEqual([denial])
    setNow(after(NOW, MINUTE))
    expect(await send(1)).toBe('sent')
  })

  test('the record has it for commit, and no key without one', async () => {
    const records: InvitationRecord[] = []
    const repositories = crowded(2)
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit(record) {
        records.push(record)
        return repositories.invitations.commit(record)
      },
    }
    const recording = { ...repositories, invitations }
    await openedWith(recording).send(0)
    await openedWith(recording, { pace: undefined }).send(1)
    expect(records[0]?.pace).toStrictEqual({ burst: 1, everyMs: MINUTE })
    expect(records[1]).not.toHaveProperty('pace')
    expect(records).toHaveLength(2)
  })

  test('what was sent without a pace uses nothing of it', async () => {
    const repositories = crowded(3)
    const free = openedWith(repositories, { pace: undefined })
    expect([await free.send(0), await free.send(1)]).toEqual(['sent', 'sent'])
    expect(await openedWith(repositories).send(2)).toBe('sent')
  })
})

describe('nothing is used by', () => {
  const isFree = async ({ send, repositories }: ReturnType<typeof openedWith>) => {
    expect(await repositories.invitations.findFreeAt?.('anna')).toBeUndefined()
    expect(await send(4)).toBe('sent')
  }

  test('a denied attempt, of the rules or of commit', async () => {
    const opened = openedWith()
    const { send, service, repositories, setNow } = opened
    expect((await service.send(aRequest({ recipientId: 'dora' }))).isErr()).toBe(true)
    await isFree(opened)
    // The pair that lost: its commit took nothing.
    setNow(after(NOW, MINUTE))
    const free = await repositories.invitations.findFreeAt?.('anna')
    expect(await send(4)).toMatchObject([{ type: 'RateLimited6Months' }])
    const commit = { textFingerprint: '', deliveries: [], pace: { burst: 1, everyMs: MINUTE } }
    const invitation = { ...sentAs('i-9'), recipientId: 'member-4', sentAt: after(NOW, MINUTE) }
    const outcome = await repositories.invitations.commit({ invitation, ...commit })
    expect(outcome.type).toBe('PairTaken')
    expect(await repositories.invitations.findFreeAt?.('anna')).toEqual(free)
  })

  test('an attempt after too many', async () => {
    const { send, setNow } = openedWith()
    expect(await send(0)).toBe('sent')
    for (let index = 0; index < 9; index += 1) expect(await send(1)).toEqual([denial])
    setNow(denial.retryAt)
    expect(await send(1)).toBe('sent')
  })

  test('an invalid request', async () => {
    const opened = openedWith()
    expect((await opened.service.send({ ...aRequest(), groupId: '' })).isErr()).toBe(true)
    await isFree(opened)
  })

  test.each(['throws', 'rejects'])('a commit that %s before it has written', async (how) => {
    const repositories = crowded(5)
    const cause = new Error('no connection')
    const fail = () => {
      if (how === 'rejects') return Promise.reject(cause)
      throw cause
    }
    const invitations: InvitationRepository = { ...repositories.invitations, commit: fail }
    const failing = { ...repositories, invitations }
    expect(await openedWith(failing).send(0)).toBe('DependencyFailed')
    await isFree(openedWith(repositories))
  })

  test('a replay, which is one also when there are too many', async () => {
    const { send, repositories } = openedWith()
    expect(await send(0, 'i-1')).toBe('sent')
    expect(await send(1)).toEqual([denial])
    for (let index = 0; index < 3; index += 1) expect(await send(0, 'i-1')).toBe('replayed')
    expect(await repositories.invitations.findFreeAt?.('anna')).toEqual(denial.retryAt)
  })
})

describe('of many at once', () => {
  test.each([50, 200])(
    '%i, 20 are sent, and the others denied as by an evaluation',
    async (count) => {
      const repositories = crowded(count)
      const twenty = { burst: 20, every: { minutes: 72 } }
      const { send } = openedWith(repositories, { pace: twenty })
      const outcomes = await Promise.all(Array.from({ length: count }, (_, index) => send(index)))
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(20)
      const retryAt = after(NOW, 72 * MINUTE)
      const others = outcomes.filter((outcome) => outcome !== 'sent')
      expect(others).toEqual(
        Array.from({ length: count - 20 }, () => [{ type: 'TooManyInvitations', retryAt }]),
      )
      expect(repositories.pendingDeliveries()).toHaveLength(40)
      expect(await repositories.invitations.findFreeAt?.('anna')).toEqual(
        after(NOW, 20 * 72 * MINUTE),
      )
    },
  )

  test('of one identifier, one uses the pace, and the others are replays', async () => {
    const { send } = openedWith()
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => send(0, 'i-1')))
    expect(outcomes.sort()).toEqual([...Array.from({ length: 8 }, () => 'replayed'), 'sent'])
  })

  test('the one that is too many has the denial of an evaluation, its advisories and draft', async () => {
    const repositories = createInMemoryRepositories({
      ...NETWORK,
      members: [...NETWORK.members, { memberId: 'emil', displayName: 'Emil Ørsted' }],
    })
    const enforcement = { MassMessage: 'off', SalutationMissing: 'advise' } as const
    const service = serviceOver(repositories, { pace, enforcement })
    const request = aRequest({ text: ' Wir treffen uns zu TypeScript. ' })
    const [one, other] = await Promise.all([
      service.send({ ...request, recipientId: 'emil' }),
      service.send(request),
    ])
    expect(one.isOk()).toBe(true)
    const evaluated = await service.send(request)
    expect(other).toEqual(evaluated)
    expect(other._unsafeUnwrapErr()).toMatchObject({
      denials: [denial],
      advisories: [{ type: 'SalutationMissing' }],
      draft: { subject: request.subject, text: 'Wir treffen uns zu TypeScript.' },
    })
  })
})

describe('PaceTaken', () => {
  const three = { burst: 3, every: { minutes: 1 } }
  const answering = (outcome: unknown, options: PolicyOptions = { pace: three }) => {
    const repositories = createInMemoryRepositories(NETWORK)
    const commit = () => outcome as never
    const invitations: InvitationRepository = { ...repositories.invitations, commit }
    return serviceOver({ ...repositories, invitations }, options).send(aRequest())
  }
  const outage = (message: string) =>
    err({
      type: 'DependencyFailed',
      dependency: 'invitations',
      operation: 'commit',
      cause: new TypeError(message),
      effect: 'unknown',
    })

  test('says when one more can be sent: so many intervals before the whole burst is free', async () => {
    const freeAt = after(NOW, 2 * MINUTE + 1)
    const denied = await answering({ type: 'PaceTaken', freeAt })
    expect(denied._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'TooManyInvitations', retryAt: after(NOW, 1) }],
    })
  })

  test.each([
    ['no instant', undefined],
    ['null', null],
    ['a string', '2027-01-01T00:00:00.000Z'],
    ['a number', +after(NOW, 9 * MINUTE)],
    ['an invalid Date', new Date(Number.NaN)],
  ])('with %s is an outage', async (_case, freeAt) => {
    expect(await answering({ type: 'PaceTaken', freeAt })).toEqual(
      outage('freeAt must be a valid Date'),
    )
  })

  test.each([
    ['at which one is free', after(NOW, 2 * MINUTE)],
    ['that has passed', after(NOW, -1)],
    ['at the beginning of time', new Date(-8.64e15)],
  ])('with an instant %s is an outage', async (_case, freeAt) => {
    expect(await answering({ type: 'PaceTaken', freeAt })).toEqual(
      outage('freeAt must be one that leaves no invitation'),
    )
  })

  test('without a pace is an outage, as any other outcome', async () => {
    const freeAt = after(NOW, 9 * MINUTE)
    expect(await answering({ type: 'PaceTaken', freeAt }, {})).toEqual(
      outage('what commit gives must be Committed, IdTaken or PairTaken'),
    )
    expect(await answering({ type: 'Stored' })).toEqual(
      outage('what commit gives must be Committed, IdTaken, PairTaken or PaceTaken'),
    )
  })
})

test('a delivery is not cancelled by the pace', async () => {
  const { service, send } = openedWith()
  expect(await send(0, 'i-1')).toBe('sent')
  expect(await send(1)).toEqual([denial])
  for (const channel of ['email', 'news'] as const) {
    const deliveryId = `i-1.${channel}`
    const prepared = await service.prepareDelivery({ deliveryId, invitationId: 'i-1', channel })
    expect(prepared.isOk()).toBe(true)
  }
})
