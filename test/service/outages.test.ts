import { type InvitationRepository } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { NETWORK } from '../support/network.js'
import {
  EVALUATION,
  NOTHING,
  ONLY_I1,
  opened,
  sentAs,
  serviceOver,
  storedIn,
} from '../support/sending.js'

describe('a fault at any call', () => {
  const CALLS = ['invitations.findInvitation', ...EVALUATION, 'invitations.commit']

  test.each(
    CALLS.flatMap((call, nth) => [
      { call, nth, moment: 'before' as const },
      { call, nth, moment: 'after' as const },
    ]),
  )(
    '$moment $call is a DependencyFailed, and trying again is safe',
    async ({ call, nth, moment }) => {
      const store = createInMemoryRepositories(NETWORK)
      const { repositories, failed } = faulty(store, nth, moment)
      const service = serviceOver(repositories)
      const [dependency, operation] = call.split('.')
      expect(
        (await service.send(aRequest(), { invitationId: 'i-1' }))._unsafeUnwrapErr(),
      ).toMatchObject({
        type: 'DependencyFailed',
        dependency,
        operation,
        effect: operation === 'commit' ? 'unknown' : 'none',
        cause: new Error(moment === 'before' ? 'connection refused' : 'connection lost'),
      })
      expect(failed()).toBe(call)
      const isStored = call === 'invitations.commit' && moment === 'after'
      expect(await storedIn(store)).toEqual(isStored ? ONLY_I1 : NOTHING)

      const retry = await service.send(aRequest(), { invitationId: 'i-1' })
      expect(retry._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: isStored })
      expect(await storedIn(store)).toEqual(ONLY_I1)
    },
  )

  test('there are no further calls', async () => {
    const { repositories, failed } = faulty(
      createInMemoryRepositories(NETWORK),
      CALLS.length,
      'before',
    )
    expect((await serviceOver(repositories).send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(
      true,
    )
    expect(failed()).toBeUndefined()
  })

  test('where the answer was lost and no identifier given, the cooldown shows what was sent', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { repositories } = faulty(store, CALLS.length - 2, 'after')
    const service = serviceOver(repositories)
    expect((await service.send(aRequest())).isErr()).toBe(true)
    expect((await service.send(aRequest()))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'RateLimited6Months', sentAt: NOW }],
    })
    expect(store.pendingDeliveries()).toHaveLength(2)
  })
})

describe('an answer that breaks a promise', () => {
  const claim = { invitationId: 'i-0', sentAt: NOW, repeatableAt: after(NOW, 1) }

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'what commit gives must be Committed, IdTaken or PairTaken'],
    [
      'an unknown outcome',
      { type: 'Stored' },
      'what commit gives must be Committed, IdTaken or PairTaken',
    ],
    [
      'a claim that has ended',
      { type: 'PairTaken', claim: { ...claim, repeatableAt: NOW } },
      'the claim must be one that ends after the invitation was sent',
    ],
    ['no claim', { type: 'PairTaken' }, 'the claim must be an object'],
    [
      'a claim without an end',
      { type: 'PairTaken', claim: { ...claim, repeatableAt: 1 } },
      'the claim.repeatableAt must be a valid Date',
    ],
    [
      'another invitation',
      { type: 'IdTaken', invitation: sentAs('i-2') },
      "the invitation.invitationId must be 'i-1'",
    ],
    ['no invitation', { type: 'IdTaken' }, 'the invitation must be an object'],
    [
      'an invitation without people',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), inviterId: '', recipientId: 7 } },
      'the invitation: inviterId must be a well-formed string of 1 to 255 code points without control characters, recipientId must be a string',
    ],
    [
      'an invitation without a date',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), sentAt: 'x' } },
      'the invitation.sentAt must be a valid Date',
    ],
    [
      'an invitation without an end',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), repeatableAt: null } },
      'the invitation.repeatableAt must be a valid Date',
    ],
  ])('by %s for a commit is an outage', async (_case, outcome, message) => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit: () => outcome as never,
    }
    const denied = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(denied).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'invitations',
        operation: 'commit',
        effect: 'unknown',
        cause: new TypeError(message),
      }),
    )
  })

  test('that the identifier is taken is not looked up again', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      findInvitation: () => undefined,
      commit: ({ invitation }) => ({ type: 'IdTaken', invitation }),
    }
    const sent = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(sent._unsafeUnwrap()).toMatchObject({ replayed: true })
  })

  test.each([
    ['null', null],
    ['a number', 7],
  ])('by %s for an invitation is an outage', async (_case, answer) => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      findInvitation: () => answer as never,
    }
    const denied = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(denied._unsafeUnwrapErr()).toMatchObject({
      dependency: 'invitations',
      operation: 'findInvitation',
      effect: 'none',
      cause: new TypeError('the invitation must be an object'),
    })
  })

  test('a platform without random identifiers is an outage', async () => {
    const { service, repositories } = opened()
    const { crypto } = globalThis
    Object.defineProperty(globalThis, 'crypto', {
      value: { randomUUID: () => 'no id' },
      configurable: true,
    })
    try {
      const denied = await service.send(aRequest())
      expect(denied._unsafeUnwrapErr()).toMatchObject({
        dependency: 'crypto',
        operation: 'call',
        cause: new TypeError(
          'the identifier must be a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -',
        ),
      })
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true })
    }
    expect(await storedIn(repositories)).toEqual(NOTHING)
  })
})
