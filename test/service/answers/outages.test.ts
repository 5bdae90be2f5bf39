import { AnswerService, InvitationPolicy, type Repositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, type ResultAsync } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT_NETWORK } from '../../support/answering.js'
import { NOW } from '../../support/builders.js'
import { faulty } from '../../support/faulty.js'
import { recorded } from '../../support/recorded.js'
import { answersOver } from '../../support/sending.js'

type Asking = (service: AnswerService) => ResultAsync<unknown, unknown>

const byBernd = { invitationId: 'i-1', memberId: 'bernd' }
const asking: Readonly<Record<string, { ask: Asking; calls: readonly string[] }>> = {
  accept: {
    ask: (service) => service.accept(byBernd),
    calls: [
      'invitations.findInvitation',
      'answers.findChanges',
      'memberships.findStandings',
      'profiles.findProfiles',
      'groups.findGroups',
      'answers.change',
    ],
  },
  decline: {
    ask: (service) => service.decline(byBernd),
    calls: ['invitations.findInvitation', 'answers.findChanges', 'answers.change'],
  },
  withdraw: {
    ask: (service) => service.withdraw({ invitationId: 'i-1', memberId: 'clara' }),
    calls: [
      'invitations.findInvitation',
      'answers.findChanges',
      'memberships.findStandings',
      'answers.change',
    ],
  },
  received: {
    ask: (service) => service.received('bernd'),
    calls: [
      'answers.findInvitationsOf',
      'answers.findChanges',
      'profiles.findProfiles',
      'groups.findGroups',
      'memberships.findStandings',
      'preferences.findOptOuts',
    ],
  },
  sent: {
    ask: (service) => service.sent('anna'),
    calls: [
      'answers.findInvitationsOf',
      'answers.findChanges',
      'profiles.findProfiles',
      'groups.findGroups',
    ],
  },
}

const rows = Object.entries(asking).flatMap(([name, { ask, calls }]) =>
  calls.flatMap((call, nth) =>
    (['before', 'after'] as const).map((moment) => ({ name, ask, call, nth, moment })),
  ),
)

describe('a fault at any call', () => {
  test.each(rows)(
    '$moment $call of $name is a DependencyFailed, and the same again is safe',
    async (row) => {
      const { ask, call, nth, moment } = row
      const store = createInMemoryRepositories(SENT_NETWORK)
      const { repositories, failed } = faulty(store, nth, moment)
      const service = answersOver(repositories)
      const [dependency, operation] = call.split('.')
      expect(await ask(service)).toEqual(
        err({
          type: 'DependencyFailed',
          dependency,
          operation,
          cause: new Error(moment === 'before' ? 'connection refused' : 'connection lost'),
          effect: operation === 'change' ? 'unknown' : 'none',
        }),
      )
      expect(failed()).toBe(call)
      const isStored = operation === 'change' && moment === 'after'
      expect((await store.answers.findChanges(['i-1'])).size).toBe(isStored ? 1 : 0)

      const undisturbed = (await ask(answering().service))._unsafeUnwrap()
      const retried = (await ask(service))._unsafeUnwrap()
      const isReplay = isStored ? { replayed: true } : {}
      expect(retried).toEqual({ ...(undisturbed as object), ...isReplay })
    },
  )

  test.each(Object.entries(asking))('%s makes no further calls', async (_name, { ask, calls }) => {
    const watched = recorded(createInMemoryRepositories(SENT_NETWORK))
    expect((await ask(answersOver(watched.repositories))).isOk()).toBe(true)
    expect(watched.calls.map(([call]) => call)).toEqual(calls)
  })

  test('at the standing of a replay has written nothing', async () => {
    const { repositories, service } = answering()
    await service.accept(byBernd)
    const { repositories: spoilt } = faulty(repositories, 5, 'before')
    expect((await answersOver(spoilt).accept(byBernd))._unsafeUnwrapErr()).toMatchObject({
      dependency: 'memberships',
      operation: 'findStandings',
      effect: 'none',
    })
  })
})

describe('a clock that fails', () => {
  const failing = (clock: () => unknown) => (repositories: Repositories) =>
    answersOver(repositories, { clock: clock as () => Date })
  const broken: readonly [string, () => unknown, Error][] = [
    [
      'throws',
      () => {
        throw new Error('no time')
      },
      new Error('no time'),
    ],
    ['is undefined', () => undefined, new TypeError('the time must be a valid Date')],
    ['is a number', () => +NOW, new TypeError('the time must be a valid Date')],
    ['is none', () => new Date(Number.NaN), new TypeError('the time must be a valid Date')],
    [
      'is too late',
      () => new Date(8.64e15),
      new TypeError('the time must be before the year 275760'),
    ],
  ]
  const outage = (cause: Error) =>
    err({ type: 'DependencyFailed', dependency: 'clock', operation: 'call', cause, effect: 'none' })

  test.each(
    broken.flatMap(([how, clock, cause]) =>
      Object.entries(asking).map(([name, { ask }]) => ({ name, how, ask, clock, cause })),
    ),
  )('as it $how is an outage of $name', async ({ ask, clock, cause }) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(SENT_NETWORK))
    expect(await ask(failing(clock)(repositories))).toEqual(outage(cause))
    expect(calls.map(([call]) => call)).not.toContain('answers.change')
  })

  test('between two writes is an outage, which has written nothing', async () => {
    const { repositories } = answering()
    const answers = {
      ...repositories.answers,
      change: () => ({ type: 'NotChanged', change: aChange('Declined') }) as const,
    }
    let calls = 0
    const clock = () => {
      calls += 1
      if (calls > 1) throw new Error('no time')
      return NOW
    }
    const service = answersOver({ ...repositories, answers }, { clock })
    expect(await service.accept(byBernd)).toEqual(outage(new Error('no time')))
  })

  test('of a policy that is no policy does not throw either', async () => {
    const { repositories } = answering()
    const cause = new Error('no time')
    const policy = new InvitationPolicy(repositories)
    const throwing = Object.assign(Object.create(policy) as typeof policy, {
      now: () => {
        throw cause
      },
    })
    const service = new AnswerService(throwing, repositories)
    for (const { ask } of Object.values(asking)) {
      expect(await ask(service)).toEqual(
        err({
          type: 'DependencyFailed',
          dependency: 'unknown',
          operation: 'unknown',
          cause,
          effect: 'none',
        }),
      )
    }
  })
})

test('a date of a store that moves afterwards moves nothing that was decided', async () => {
  const { repositories } = answering()
  const changedAt = new Date(NOW)
  const service = answersOver(repositories, { clock: () => changedAt })
  await service.decline(byBernd)
  changedAt.setFullYear(1999)
  expect(await repositories.answers.findChanges(['i-1'])).toStrictEqual(
    new Map([['i-1', aChange('Declined')]]),
  )
})
